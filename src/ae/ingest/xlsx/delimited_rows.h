#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ae/ingest/xlsx/row_parser.h"

namespace ae::ingest::xlsx {

/// Rows of cells as delimited text: commas between cells, a line feed behind each row, quotes by RFC 4180
/// around cells that need them. Every row has the same width, filled up with empty cells.
struct DelimitedRows {
  static constexpr std::size_t kBefore = 32;  ///< bytes of `text` before the first row
  static constexpr std::size_t kBehind = 64;  ///< bytes behind the last one, once finished

  std::string text = std::string(kBefore, '\n');
  /// Where the byte before the first row is, then where each cell ends in `text`.
  std::vector<std::uint32_t> ends = {kBefore - 1};
  std::vector<std::int64_t> lines;  ///< on which each row stands

  void append(const PlainRow& row, std::size_t width);
  void finish() { text.append(kBehind, '\0'); }
};

}  // namespace ae::ingest::xlsx
