#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ae/ingest/csv/records.h"

namespace ae::ingest::csv {

/// Makes Records of cells that never were delimited text: those of a workbook, of JSON, of an HTML table. A
/// row ends with its last filled cell; a row without any is left out.
class GridBuilder {
 public:
  GridBuilder() { records_.grid_ = true; }

  /// Begins the row that stands on `line`: a row of a sheet, a line of a file, an element of an array.
  void begin_row(std::int64_t line);
  /// Fills the cell of a column, from 0. Columns of a row come in any order; the last value of a cell counts.
  void put(std::size_t column, std::string_view text);
  /// The same with characters that this builder keeps already.
  void put_kept(std::size_t column, std::string_view text);
  /// Characters that live as long as the Records, to be put into many cells.
  std::string_view keep(std::string_view text);

  /// True for what fills the memory with gaps: millions of cells of which hardly any holds something.
  bool is_mostly_gaps() const;
  Records finish() &&;
  /// The same below a first record that holds `names` and stands on no line.
  Records finish_below(std::span<const std::string> names) &&;

 private:
  void drop_empty_row();

  Records records_;
  std::size_t filled_ = 0;
};

}  // namespace ae::ingest::csv
