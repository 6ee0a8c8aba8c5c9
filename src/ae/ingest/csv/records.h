#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/result.h"
#include "ae/ingest/csv/dialect.h"

namespace ae::ingest::csv {

/// One cell: its characters without quotes, borrowed from the text or, when quotes were doubled, from the
/// Records.
struct Cell {
  std::string_view text;
  std::size_t offset = 0;  ///< of its first byte (the quote, when it is quoted) in the text
};

/// How many lines ended how, outside of quotes.
struct LineEndings {
  std::size_t lf = 0;
  std::size_t crlf = 0;
  std::size_t cr = 0;
};

/// The records of a CSV text in order, the header among them. Borrows from the text, which has to outlive it.
/// Records share nothing with each other but the text and the arena, so ranges of them can be worked on in
/// parallel.
class Records {
 public:
  explicit Records(std::string_view text = {}) : text_(text) {}
  // Never copied: the cells of a copy would borrow from the arena of the original.
  Records(Records&&) noexcept = default;
  Records& operator=(Records&&) noexcept = default;
  Records(const Records&) = delete;
  Records& operator=(const Records&) = delete;
  ~Records() = default;

  std::size_t size() const { return starts_.size(); }
  std::span<const Cell> operator[](std::size_t record) const;
  /// The line on which the record begins, from 1.
  std::int64_t line(std::size_t record) const { return starts_[record].line; }
  /// Gives each record the line on which it stood where its text comes from. Requires a line for each.
  void set_lines(std::span<const std::int64_t> lines);
  /// The record as it stands in the text, without its line end; empty for a grid.
  std::string_view raw(std::size_t record) const;
  /// The place of a cell; of the record's last cell when it has fewer.
  Place place(const std::string& source, std::size_t record, std::size_t cell) const;
  const LineEndings& line_endings() const { return line_endings_; }
  /// True for cells that never were delimited text (see GridBuilder): places count columns instead of bytes,
  /// and a row ends with its last filled cell.
  bool are_grid() const { return grid_; }
  /// Takes places to count columns from now on: the text was made of a grid.
  void make_grid() { grid_ = true; }

 private:
  friend class Scanner;
  friend class GridBuilder;
  struct Start {
    std::size_t first_cell;
    std::size_t offset;
    std::int64_t line;
  };

  std::string_view text_;
  std::vector<Start> starts_;
  std::vector<Cell> cells_;
  std::deque<std::string> arena_;  // a deque: its strings stay where they are
  LineEndings line_endings_;
  bool grid_ = false;
};

/// How the quoted cells of a text are closed.
struct QuotedCells {
  std::size_t count = 0;
  std::size_t with_tail = 0;  ///< something stands between the closing quote and the next delimiter
  std::size_t torn = 0;       ///< the same, and the cell goes over a line end: its first quote is a stray one
};

/// What a text gives when it is cut into records: all complete ones, and where a quote opens that nothing
/// closes.
struct Scan {
  Records records;
  std::optional<std::size_t> open_quote;
  QuotedCells quoted = {};
};

/// Cuts a text into records by RFC 4180: cells part at `delimiter`; lines end with LF, CRLF or CR; a cell
/// that begins with a quote runs to the closing one, over line ends, with doubled quotes for one. Beyond it:
/// a quote inside an unquoted cell stands for itself, what follows a closing quote belongs to the cell, empty
/// lines are skipped.
Scan scan(std::string_view text, char delimiter);

/// The same in another dialect.
Scan scan(std::string_view text, const Dialect& dialect);

/// Scans a whole file. Error: unterminated_quote at the place where the quote opens.
Result<Records> read_records(std::string_view text, char delimiter, const std::string& source);
/// The records of a scan; the same error.
Result<Records> complete(Scan scan, std::string_view text, const std::string& source);

}  // namespace ae::ingest::csv
