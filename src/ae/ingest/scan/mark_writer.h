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
  [[gnu::always_inline]] MarkWriter(std::string_view text, const Carry& carry, Marks& marks)
      : text_(text), marks_(&marks) {
    prepare(marks, text.size());
    next_ = marks.ends();
    block_ = marks.blocks_.data();
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
    const std::uint64_t here = bytes < 64 ? (std::uint64_t{1} << bytes) - 1 : ~std::uint64_t{0};
    odd_ |= opening & ~after_boundary;
    odd_ |= after_close & ~(is.delimiter | is.lf | is.cr | is.quote) & here;
    odd_ |= is.nul;
    const std::size_t last = bytes - 1;
    boundary_ = ((parts | is.quote) >> last) & 1U;
    closed_ = (closing >> last) & 1U;
    if (bytes < 64) inside_ = ((inside >> last) & 1U) != 0 ? ~std::uint64_t{0} : 0;
    if ((is.cr | cr_) != 0) {  // in no block of a file or in nearly all
      const std::uint64_t after_cr = (is.cr << 1) | cr_;
      odd_ |= after_cr & ~is.lf & here;
      crlf_ += static_cast<std::size_t>(std::popcount(after_cr & is.lf & ~inside));
      cr_ = (is.cr >> last) & 1U;
    }
    lines_ += static_cast<std::size_t>(std::popcount(is.lf));
    // A character may go on from the bytes before.
    *block_ = static_cast<std::uint32_t>(at);
    block_ += static_cast<std::ptrdiff_t>((is.high | high_before_) != 0);
    high_before_ = is.high >> 61;
    if ((is.lf & inside) != 0) put_inner(marks_->inner_, at, is.lf & inside);
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
  std::span<const std::uint32_t> blocks_to_check() const {
    const std::uint32_t* const first = marks_->blocks_.data();
    return {first, static_cast<std::size_t>(block_ - first)};
  }

  /// Every character that begins in the text has to be whole and allowed. `checked` says that so it is in the
  /// blocks_to_check() from the first to before the last, as far as these bytes tell.
  [[gnu::always_inline]] void finish(bool checked) const { finish(*this, checked); }

 private:
  // These see a copy of the writer at most, so that it can live in registers.

  [[gnu::noinline]] static void prepare(Marks& marks, std::size_t bytes) {
    marks.size_ = 0;
    if (marks.room_ < bytes + kRoom) marks.make_room(bytes + kRoom);
    if (marks.blocks_.size() < bytes / 64 + 2) marks.blocks_.resize(bytes / 64 + 2);
    marks.inner_.clear();
  }

  [[gnu::noinline]] static void finish(MarkWriter writer, bool checked) {
    const std::size_t size = writer.text_.size();
    const std::size_t last = size == 0 ? 0 : (size - 1) / 64 * 64;
    std::size_t decoded = writer.skip_;
    for (const std::uint32_t block : writer.blocks_to_check()) {
      if (checked && block != 0 && block != last) continue;
      std::size_t begin = block;
      if (checked && block != 0) begin = decoded = character_over(writer.text_, block);
      const Checked here =
          check_characters(writer.text_, begin, std::min(block + std::size_t{64}, size), decoded);
      decoded = here.up_to;
      writer.odd_ |= here.invalid ? 1 : 0;
    }
    Marks& marks = *writer.marks_;
    marks.size_ = static_cast<std::size_t>(writer.next_ - marks.ends());
    marks.rows = writer.lines_ - marks.inner_.size();
    marks.crlf = writer.crlf_;
    marks.lines = writer.lines_;
    marks.odd = writer.odd_ != 0;
    marks.carry.inside = writer.inside_ != 0;
    marks.carry.at_boundary = writer.boundary_ != 0;
    marks.carry.after_close = writer.closed_ != 0;
    marks.carry.after_cr = writer.cr_ != 0;
    marks.carry.skip = decoded > size ? static_cast<std::uint32_t>(decoded - size) : 0;
  }

  static constexpr std::size_t kRoom = 128;  // put() writes by eights, others by more

  [[gnu::noinline]] static void put_inner(std::vector<std::uint32_t>& inner, std::size_t at,
                                          std::uint64_t line_feeds) {
    for (; line_feeds != 0; line_feeds &= line_feeds - 1) {
      inner.push_back(static_cast<std::uint32_t>(at) +
                      static_cast<std::uint32_t>(std::countr_zero(line_feeds)));
    }
  }

  /// Where the character begins that goes on over a place, or the place when none does.
  static std::size_t character_over(std::string_view text, std::size_t place) {
    for (std::size_t back = 1; back <= 3 && back <= place; ++back) {
      const auto byte = static_cast<unsigned char>(text[place - back]);
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
  Marks* marks_;
  std::uint32_t* next_;
  std::uint32_t* block_;  ///< where the next block to come back to is written
  std::uint64_t inside_, boundary_, closed_, cr_;
  std::uint64_t odd_ = 0;
  std::uint64_t high_before_ = 0;  ///< of the last three bytes
  std::size_t skip_;               ///< first bytes that belong to a character before
  std::size_t crlf_ = 0;
  std::size_t lines_ = 0;
};

}  // namespace ae::ingest::scan
