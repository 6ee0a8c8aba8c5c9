#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ae::render::spreadsheet {

/// The most rows and columns of a sheet.
inline constexpr std::size_t kMostRows = 1048576;
inline constexpr std::size_t kMostColumns = 16384;

/// Cells from one corner to the other, rows and columns counted from 0, both ends within.
struct Area {
  std::size_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

/// 0 is "A", 26 is "AA".
std::string column_letters(std::size_t column);
/// "A1:G6".
std::string area_words(const Area& area);
/// "'By stage'!$A$1:$G$6", as formulas and names take it.
std::string area_of_sheet(std::string_view sheet, const Area& area);

}  // namespace ae::render::spreadsheet
