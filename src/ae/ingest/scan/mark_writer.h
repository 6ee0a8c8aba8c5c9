#pragma once

#include <bit>

#include "ae/base/utf8.h"
#include "ae/ingest/scan/marks.h"

namespace ae::ingest::scan {

/// Which of 64 bytes are what; the first byte is the lowest bit.
struct ByteMasks {
  std::uint64_t quote = 0;
  std::uint64_t delimiter = 0;
  std::uint64_t lf = 0;
  std::uint64_t cr = 0;
  std::uint64_t high = 0;  ///< not ASCII
  std::uint64_t nul = 0;
};

/// Turns the masks of each 64 bytes into marks, whoever made them. Everything is inlined, so that it is
/// compiled for the instructions of its caller.
class MarkWriter {
 public:
  MarkWriter(std::string_view text, const Carry& carry, Marks& marks) : text_(text), marks_(marks) {
    if (marks.ends_.size() < text.size() + kRoom) marks.ends_.resize(text.size() + kRoom);
    marks.inner_.clear();
    next_ = marks.ends_.data();
    inside_ = carry.inside ? ~std::uint64_t{0} : 0;
    boundary_ = carry.at_boundary ? 1 : 0;
    closed_ = carry.after_close ? 1 : 0;
    cr_ = carry.after_cr ? 1 : 0;
    decoded_ = carry.skip;
  }

  [[gnu::always_inline]] void add(std::size_t at, ByteMasks is, std::size_t bytes) {
    if (bytes < 64) {
      const std::uint64_t within = (std::uint64_t{1} << bytes) - 1;
      for (std::uint64_t* mask : {&is.quote, &is.delimiter, &is.lf, &is.cr, &is.high, &is.nul})
        *mask &= within;
    }
    // From the opening quote to before the closing one.
    const std::uint64_t inside = is.quote == 0 ? inside_ : prefix_xor(is.quote) ^ inside_;
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
    if (is.high != 0) {
      const Checked checked = check_characters(text_, at, is.high, decoded_);
      decoded_ = checked.up_to;
      odd_ |= checked.invalid ? 1 : 0;
    }
    if ((is.lf & inside) != 0) put_inner(marks_.inner_, at, is.lf & inside);
    put(static_cast<std::uint32_t>(at), parts);
  }

  void finish() {
    marks_.size_ = static_cast<std::size_t>(next_ - marks_.ends_.data());
    marks_.rows = rows_;
    marks_.crlf = crlf_;
    marks_.lines = lines_;
    marks_.odd = odd_ != 0;
    marks_.carry.inside = inside_ != 0;
    marks_.carry.at_boundary = boundary_ != 0;
    marks_.carry.after_close = closed_ != 0;
    marks_.carry.after_cr = cr_ != 0;
    marks_.carry.skip = decoded_ > text_.size() ? static_cast<std::uint32_t>(decoded_ - text_.size()) : 0;
  }

 private:
  static constexpr std::size_t kRoom = 64;  // put() writes by eights

  [[gnu::always_inline]] static std::uint64_t prefix_xor(std::uint64_t bits) {
    for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
  }

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

  // The rare work is done by functions that see nothing of the writer, so that it can live in registers.

  [[gnu::noinline]] static void put_inner(std::vector<std::uint32_t>& inner, std::size_t at,
                                          std::uint64_t line_feeds) {
    for (; line_feeds != 0; line_feeds &= line_feeds - 1) {
      inner.push_back(static_cast<std::uint32_t>(at) +
                      static_cast<std::uint32_t>(std::countr_zero(line_feeds)));
    }
  }

  /// A character of three bytes that nothing forbids, as nearly all of Chinese and Japanese are.
  static bool is_plain_three(const char* bytes) {
    const auto byte = [bytes](int at) { return static_cast<unsigned char>(bytes[at]); };
    return byte(0) > 0xE0 && byte(0) < 0xED && (byte(1) & 0xC0U) == 0x80U && (byte(2) & 0xC0U) == 0x80U;
  }

  struct Checked {
    std::size_t up_to;
    bool invalid;
  };

  /// Looks whether every character that begins in these 64 bytes, at `decoded` or behind, is whole and
  /// allowed.
  [[gnu::noinline]] static Checked check_characters(std::string_view text, std::size_t at, std::uint64_t high,
                                                    std::size_t decoded) {
    // A character may go on behind the text; nothing valid goes on behind the file, where zeros stand.
    const std::string_view readable(text.data(), text.size() + kLookahead);
    bool invalid = false;
    while (high != 0) {
      const std::size_t first = at + static_cast<std::size_t>(std::countr_zero(high));
      high &= high - 1;
      if (first < decoded) continue;
      if (is_plain_three(text.data() + first)) {
        decoded = first + 3;
        continue;
      }
      const Character character = first_character(readable.substr(first));
      invalid |= !character.valid;
      decoded = first + character.bytes;
    }
    return {decoded, invalid};
  }

  std::string_view text_;
  Marks& marks_;
  std::uint32_t* next_;
  std::uint64_t inside_, boundary_, closed_, cr_;
  std::uint64_t odd_ = 0;
  std::size_t decoded_;  ///< up to here characters have been looked at
  std::size_t rows_ = 0;
  std::size_t crlf_ = 0;
  std::size_t lines_ = 0;
};

}  // namespace ae::ingest::scan
