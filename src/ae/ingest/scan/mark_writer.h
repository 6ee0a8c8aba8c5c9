#pragma once

#include <algorithm>
#include <bit>
#include <span>
#include <utility>

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
    found_.inside = carry.inside ? ~std::uint64_t{0} : 0;
    found_.boundary = carry.at_boundary ? 1 : 0;
    found_.closed = carry.after_close ? 1 : 0;
    found_.cr = carry.after_cr ? 1 : 0;
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
    const std::uint64_t inside = is.turned ^ found_.inside;
    found_.inside = static_cast<std::uint64_t>(static_cast<std::int64_t>(inside) >> 63);
    const std::uint64_t parts = (is.delimiter | is.lf) & ~inside;
    const std::uint64_t opening = is.quote & inside;
    const std::uint64_t closing = is.quote & ~inside;
    const std::uint64_t after_boundary = ((parts | is.quote) << 1) | found_.boundary;
    const std::uint64_t after_close = (closing << 1) | found_.closed;
    const std::uint64_t here = bytes < 64 ? (std::uint64_t{1} << bytes) - 1 : ~std::uint64_t{0};
    found_.odd |= opening & ~after_boundary;
    found_.odd |= after_close & ~(is.delimiter | is.lf | is.cr | is.quote) & here;
    found_.odd |= is.nul;
    const std::size_t last = bytes - 1;
    found_.boundary = ((parts | is.quote) >> last) & 1U;
    found_.closed = (closing >> last) & 1U;
    if (bytes < 64) found_.inside = ((inside >> last) & 1U) != 0 ? ~std::uint64_t{0} : 0;
    if ((is.cr | found_.cr) != 0) {  // in no block of a file or in nearly all
      const std::uint64_t after_cr = (is.cr << 1) | found_.cr;
      found_.odd |= after_cr & ~is.lf & here;
      found_.crlf += static_cast<std::size_t>(std::popcount(after_cr & is.lf & ~inside));
      found_.cr = (is.cr >> last) & 1U;
    }
    found_.lines += static_cast<std::size_t>(std::popcount(is.lf));
    // A character may go on from the bytes before.
    *block_ = static_cast<std::uint32_t>(at);
    block_ += static_cast<std::ptrdiff_t>((is.high | found_.high_before) != 0);
    found_.high_before = is.high >> 61;
    if ((is.lf & inside) != 0) put_inner(marks_->inner_, at, is.lf & inside);
    return parts;
  }

  /// What has to be known of the bytes before the next ones, and what has been found so far. Whoever looks
  /// at whole blocks of 64 bytes in another way than add() goes on from it and keeps it.
  struct Found {
    std::uint64_t inside;           ///< the last byte is inside quotes: in every bit
    std::uint64_t boundary;         ///< it parts cells or is a quote: 1
    std::uint64_t closed;           ///< it is a quote that closed: 1
    std::uint64_t cr;               ///< it is a CR: 1
    std::uint64_t high_before = 0;  ///< which of the last three are not ASCII
    std::uint64_t odd = 0;
    std::size_t crlf = 0;
    std::size_t lines = 0;
  };
  Found& found() { return found_; }
  /// Takes on line feeds inside of quotes, among the 64 bytes from `at`.
  void add_inner(std::size_t at, std::uint64_t line_feeds) { put_inner(marks_->inner_, at, line_feeds); }
  /// Takes on a block that is to be checked, see finish().
  void check_later(std::size_t block) { *block_++ = static_cast<std::uint32_t>(block); }

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

  /// Every character that begins in the text has to be whole and allowed. Looks at those in the blocks that
  /// were left to it, by add() all that are not all ASCII or follow on such.
  [[gnu::always_inline]] void finish() const { finish(*this); }

 private:
  // These see a copy of the writer at most, so that it can live in registers.

  [[gnu::noinline]] static void prepare(Marks& marks, std::size_t bytes) {
    marks.size_ = 0;
    if (marks.room_ < bytes + kRoom) marks.make_room(bytes + kRoom);
    if (marks.blocks_.size() < bytes / 64 + 2) marks.blocks_.resize(bytes / 64 + 2);
    marks.inner_.clear();
  }

  [[gnu::noinline]] static void finish(MarkWriter writer) {
    const std::size_t size = writer.text_.size();
    std::size_t decoded = writer.skip_;
    const std::span<const std::uint32_t> to_check(std::as_const(writer.marks_->blocks_).data(),
                                                  writer.block_);
    for (const std::uint32_t block : to_check) {
      if (block != 0) decoded = character_over(writer.text_, block);
      const Checked here = check_characters(writer.text_, decoded, std::min(block + std::size_t{64}, size));
      decoded = here.up_to;
      writer.found_.odd |= here.invalid ? 1 : 0;
    }
    Marks& marks = *writer.marks_;
    marks.size_ = static_cast<std::size_t>(writer.next_ - marks.ends());
    marks.rows = writer.found_.lines - marks.inner_.size();
    marks.crlf = writer.found_.crlf;
    marks.lines = writer.found_.lines;
    marks.odd = writer.found_.odd != 0;
    marks.carry.inside = writer.found_.inside != 0;
    marks.carry.at_boundary = writer.found_.boundary != 0;
    marks.carry.after_close = writer.found_.closed != 0;
    marks.carry.after_cr = writer.found_.cr != 0;
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

  /// Looks whether every character that begins from `begin` to before `end` is whole and allowed.
  [[gnu::noinline]] static Checked check_characters(std::string_view text, std::size_t begin,
                                                    std::size_t end) {
    // A character may go on behind the text; nothing valid goes on behind the file, where zeros stand.
    const std::string_view readable(text.data(), text.size() + kLookahead);
    bool invalid = false;
    std::size_t decoded = begin;
    for (std::size_t at = begin; at < end; at = decoded) {
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
  Found found_;
  std::size_t skip_;  ///< first bytes that belong to a character before
};

}  // namespace ae::ingest::scan
