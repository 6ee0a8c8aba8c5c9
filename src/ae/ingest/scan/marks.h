#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "ae/base/vectors.h"

/// The fast way through a large file: threads cut it into blocks, find the marks of a block with vector
/// instructions, read its rows column by column and hand them on. What is not as plain as nearly all exports
/// are is left to the plain reader, which gives the same (see scan_opportunities.h).
namespace ae::ingest::scan {

/// What parts cells and rows.
struct Signs {
  char delimiter = ',';
  char quote = '"';
};

/// What has to be known of the bytes before a piece of text.
struct Carry {
  bool inside = false;       ///< the piece begins inside quotes
  bool at_boundary = true;   ///< the byte before it parts cells or is a quote: a quote may open
  bool after_close = false;  ///< the byte before it is a quote that closed
  bool after_cr = false;     ///< the byte before it is a CR
  std::uint32_t skip = 0;    ///< first bytes that belong to a character before it

  auto operator<=>(const Carry&) const = default;
};

/// Where cells end in a piece of text, and what else one pass over it finds. Positions count from the
/// beginning of the piece.
class Marks {
 public:
  /// The delimiters and line feeds outside of quotes, in order. Before the first one stands the place before
  /// the first byte: ~0, behind which 0 comes.
  const std::uint32_t* begin() const { return ends_ ? ends_.get() + 1 : nullptr; }
  std::size_t size() const { return size_; }
  std::uint32_t operator[](std::size_t at) const { return begin()[at]; }
  /// The line feeds inside of quotes, in order.
  const std::vector<std::uint32_t>& inner_lines() const { return inner_; }

  /// Takes on a mark behind all others.
  void append(std::uint32_t end) {
    if (size_ == room_) make_room(size_ * 2 + 1);
    ends()[size_++] = end;
  }
  void append_inner(std::uint32_t line_feed) { inner_.push_back(line_feed); }
  void drop_last() { --size_; }

  std::size_t rows = 0;   ///< line feeds outside of quotes
  std::size_t crlf = 0;   ///< those of them with a CR before them
  std::size_t lines = 0;  ///< all line feeds
  /// Something that only the plain reader reads: a NUL, a CR without LF, a quote that RFC 4180 does not allow
  /// where it stands, bytes that are not UTF-8.
  bool odd = false;
  Carry carry;  ///< for what follows

 private:
  friend class MarkWriter;

  void make_room(std::size_t marks) {
    auto more = std::make_unique_for_overwrite<std::uint32_t[]>(marks + 1);
    more[0] = ~std::uint32_t{0};
    if (size_ > 0) std::copy_n(begin(), size_, more.get() + 1);
    ends_ = std::move(more);
    room_ = marks;
  }

  std::uint32_t* ends() { return ends_.get() + 1; }

  // Far more room than is used, as a rule: memory that nobody has written to costs nothing.
  std::unique_ptr<std::uint32_t[]> ends_;
  std::size_t room_ = 0;
  std::vector<std::uint32_t> inner_;
  std::vector<std::uint32_t> blocks_;  ///< what MarkWriter has to come back to
  std::size_t size_ = 0;
};

/// Finds the marks of `text`, which begins after `carry`. Behind the text (`text.size()` bytes) at least
/// kLookahead readable bytes must follow: what comes next in the file, then zeros. Uses the vector
/// instructions that the machine has.
void find_marks(std::string_view text, const Signs& signs, const Carry& carry, Marks& marks);

/// The same, byte by byte: what find_marks is tested against, and what it is where there are no vectors.
void find_marks_plainly(std::string_view text, const Signs& signs, const Carry& carry, Marks& marks);

/// The same by one set of instructions. Requires that the machine has it.
void find_marks(std::string_view text, const Signs& signs, const Carry& carry, Marks& marks, Vectors set);

inline constexpr std::size_t kLookahead = 64;

}  // namespace ae::ingest::scan
