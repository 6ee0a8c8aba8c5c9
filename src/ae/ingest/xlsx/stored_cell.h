#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "ae/ingest/xlsx/workbook.h"

namespace ae::ingest::xlsx {

/// The most columns of a sheet.
inline constexpr std::size_t kMostColumns = 16384;

/// A cell as the XML of a sheet has it, entities resolved.
struct StoredCell {
  std::string_view type;   ///< t: "s" for a shared string, "str", "inlineStr", "b", "e", "d"; else a number
  std::size_t style = 0;   ///< s
  std::string_view value;  ///< of v, or the text of t
  std::string_view formula;
  bool has_formula = false;

  /// A formula that no program has worked out.
  bool lacks_value() const { return value.empty() && has_formula; }
};

/// The text of a cell that is no shared string: the value as it stands, or what stands for it, kept by
/// `made`. Errors stand as their text (#N/A), booleans as TRUE and FALSE, a formula without value as the
/// formula (=B2*2), so that nobody takes it for a blank.
std::string_view text_of_cell(const StoredCell& cell, const Workbook& workbook, std::string& made);

/// A whole number and nothing else.
std::optional<std::size_t> index_of(std::string_view text);
/// The number of a row; nullopt where none stands.
std::optional<std::int64_t> row_of(std::string_view text);
/// The column of a reference, from 0: "AB12" gives 27. nullopt when there is none or Excel has no such
/// column.
std::optional<std::size_t> column_of(std::string_view reference);

}  // namespace ae::ingest::xlsx
