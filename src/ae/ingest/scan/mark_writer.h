#pragma once

#include <algorithm>
#include <bit>
#include <span>

#include "ae/base/utf8.h"
#include "ae/ingest/scan/marks.h"

namespace ae::ingest::scan {

/// Which of 64 bytes are what; the first byte is the lowest bit.
struct ByteMasks {
  std::uint64_t quote = 0;
  std::uint64_t turned = 0;  ///< an odd number of quotes stands up to here
  std::uint64_t delimiter = 0;
  std::uint64_t lf = 0;
  std::uint64_t cr = 0;
  std::uint64_t high = 0;  ///< not ASCII
  std::uint64_t nul = 0;
};

/// In each bit: whether an odd number of bits is set up to it.
[[gnu::always_inline]] inline std::uint64_t prefix_xor(std::uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

/// Turns the masks of each 64 bytes into marks, whoever made them. Everything is inlined, so that it is
/// compiled for the instructions of its caller. Characters that are not ASCII are looked at when all masks
/// are through, so that no branch depends on where they stand.
class MarkWriter {
 public:
  MarkWriter(std::string_view text, const Carry& carry, Marks& marks) : text_(text), marks_(marks) {
    if (marks.ends_.size() < text.size() + kRoom) marks.ends_.resize(text.size() + kRoom);
    if (marks.blocks_.size() < text.size() / 64 + 2) marks.blocks_.resize(text.size() / 64 + 2);
    marks.inner_.clear();
    next_ = marks.ends_.data();
    inside_ = carry.inside ? ~std::uint64_t{0} : 0;
    boundary_ = carry.at_boundary ? 1 : 0;
    closed_ = carry.after_close ? 1 : 0;
    cr_ = carry.after_cr ? 1 : 0;
    skip_ = carry.skip;
  }

  /// Takes on the next 64 bytes, or the last ones; gives those of them that part cells and rows, for
  /// put().
  [[gnu::always_inline]] std::uint64_t add(std::size_t at, ByteMasks is, std::size_t bytes) {
    if (bytes < 64) {
      const std::uint64_t within = (std::uint64_t{1} << bytes) - 1;
      for (std::uint64_t* mask : {&is.quote, &is.delimiter, &is.lf, &is.cr, &is.high, &is.nul})
        *mask &= within;
    }
    // From the opening quote to before the closing one.
    const std::uint64_t inside = is.turned ^ inside_;
    inside_ = static_cast<std::uint64_t>(static_cast<std::int64_t>(inside) >> 63);
    const std::uint64_t parts = (is.delimiter | is.lf) & ~inside;
    const std::uint64_t opening = is.quote & inside;
    const std::uint64_t closing = is.quote & ~inside;
    const std::uint64_t after_boundary = ((parts | is.quote) << 1) | boundary_;
    const std::uint64_t after_close = (closing << 1) | closed_;
    const std::uint64_t after_cr = (is.cr << 1) | cr_;
    const std::uint64_t here = bytes < 64 ? (std::uint64_t{1} << bytes) - 1 : ~std::uint64_t{0};
    odd_ |= opening & ~after_boundary;
    odd_ |= after_close & ~(is.delimiter | is.lf | is.cr | is.quote) & here;
    odd_ |= after_cr & ~is.lf & here;
    odd_ |= is.nul;
    const std::size_t last = bytes - 1;
    boundary_ = ((parts | is.quote) >> last) & 1U;
    closed_ = (closing >> last) & 1U;
    cr_ = (is.cr >> last) & 1U;
    if (bytes < 64) inside_ = ((inside >> last) & 1U) != 0 ? ~std::uint64_t{0} : 0;
    rows_ += static_cast<std::size_t>(std::popcount(is.lf & ~inside));
    crlf_ += static_cast<std::size_t>(std::popcount(after_cr & is.lf & ~inside));
    lines_ += static_cast<std::size_t>(std::popcount(is.lf));
    // A character may go on from the bytes before.
    marks_.blocks_[blocks_] = static_cast<std::uint32_t>(at);
    blocks_ += ((is.high | high_before_) != 0) ? 1 : 0;
    high_before_ = is.high >> 61;
    if ((is.lf & inside) != 0) put_inner(marks_.inner_, at, is.lf & inside);
    return parts;
  }

  /// Where the next marks are to be written; 64 more may be written behind them, to no harm.
  std::uint32_t* next() const { return next_; }
  /// Says that marks were written there.
  void advance(std::size_t marks) { next_ += marks; }

  /// Writes the marks of the bytes from `at`.
  [[gnu::always_inline]] void put(std::uint32_t at, std::uint64_t parts) {
    constexpr int kAtOnce = 8;
    constexpr std::uint64_t kHighest = std::uint64_t{1} << 63;
    const int count = std::popcount(parts);
    std::uint32_t* out = next_;
    for (int written = 0; written < count; written += kAtOnce) {
      for (int place = 0; place < kAtOnce; ++place) {
        // The highest bit keeps the surplus ones defined without a branch.
        out[place] = at + static_cast<std::uint32_t>(std::countr_zero(parts | kHighest));
        parts &= parts - 1;
      }
      out += kAtOnce;
    }
    next_ += count;
  }

  /// The blocks of 64 bytes, by where they begin, whose bytes are not all ASCII or follow on such.
  std::span<const std::uint32_t> blocks_to_check() const { return {marks_.blocks_.data(), blocks_}; }

  /// Every character that begins in the text has to be whole and allowed. `checked` says that so it is in the
  /// blocks_to_check() from the first to before the last, as far as these bytes tell.
  void finish(bool checked) {
    const std::span<const std::uint32_t> blocks = blocks_to_check();
    const std::size_t last = text_.empty() ? 0 : (text_.size() - 1) / 64 * 64;
    std::size_t decoded = skip_;
    for (const std::uint32_t block : blocks) {
      if (checked && block != 0 && block != last) continue;
      std::size_t begin = block;
      if (checked && block != 0) begin = decoded = character_over(block);
      const Checked here =
          check_characters(text_, begin, std::min(block + std::size_t{64}, text_.size()), decoded);
      decoded = here.up_to;
      odd_ |= here.invalid ? 1 : 0;
    }
    finish_marks(decoded);
  }

 private:
  void finish_marks(std::size_t decoded) {
    marks_.size_ = static_cast<std::size_t>(next_ - marks_.ends_.data());
    marks_.rows = rows_;
    marks_.crlf = crlf_;
    marks_.lines = lines_;
    marks_.odd = odd_ != 0;
    marks_.carry.inside = inside_ != 0;
    marks_.carry.at_boundary = boundary_ != 0;
    marks_.carry.after_close = closed_ != 0;
    marks_.carry.after_cr = cr_ != 0;
    marks_.carry.skip = decoded > text_.size() ? static_cast<std::uint32_t>(decoded - text_.size()) : 0;
  }

  static constexpr std::size_t kRoom = 128;  // put() writes by eights, others by more

  // The rare work is done by functions that see nothing of the writer, so that it can live in registers.

  [[gnu::noinline]] static void put_inner(std::vector<std::uint32_t>& inner, std::size_t at,
                                          std::uint64_t line_feeds) {
    for (; line_feeds != 0; line_feeds &= line_feeds - 1) {
      inner.push_back(static_cast<std::uint32_t>(at) +
                      static_cast<std::uint32_t>(std::countr_zero(line_feeds)));
    }
  }

  /// Where the character begins that goes on over a place, or the place when none does.
  std::size_t character_over(std::size_t place) const {
    for (std::size_t back = 1; back <= 3 && back <= place; ++back) {
      const auto byte = static_cast<unsigned char>(text_[place - back]);
      if (byte >= 0xC0) return back < (byte >= 0xF0 ? 4U : byte >= 0xE0 ? 3U : 2U) ? place - back : place;
    }
    return place;
  }

  struct Checked {
    std::size_t up_to;
    bool invalid;
  };

  /// Looks whether every character that begins from `begin` to before `end`, at `decoded` or behind, is whole
  /// and allowed.
  [[gnu::noinline]] static Checked check_characters(std::string_view text, std::size_t begin, std::size_t end,
                                                    std::size_t decoded) {
    // A character may go on behind the text; nothing valid goes on behind the file, where zeros stand.
    const std::string_view readable(text.data(), text.size() + kLookahead);
    bool invalid = false;
    for (std::size_t at = std::max(begin, decoded); at < end; at = decoded) {
      decoded = at + 1;
      if (static_cast<unsigned char>(text[at]) < 0x80) continue;
      const Character character = first_character(readable.substr(at));
      invalid |= !character.valid;
      decoded = at + character.bytes;
    }
    return {decoded, invalid};
  }

  std::string_view text_;
  Marks& marks_;
  std::uint32_t* next_;
  std::uint64_t inside_, boundary_, closed_, cr_;
  std::uint64_t odd_ = 0;
  std::uint64_t high_before_ = 0;  ///< of the last three bytes
  std::size_t blocks_ = 0;         ///< of marks_.blocks_ that are in use
  std::size_t skip_;               ///< first bytes that belong to a character before
  std::size_t rows_ = 0;
  std::size_t crlf_ = 0;
  std::size_t lines_ = 0;
};

}  // namespace ae::ingest::scan
