#include "ae/render/xlsx/cell_place.h"

#include <fmt/format.h>

namespace ae::render::spreadsheet {

std::string column_letters(std::size_t column) {
  std::string letters;
  for (++column; column > 0; column /= 26) {
    --column;
    letters.insert(letters.begin(), static_cast<char>('A' + column % 26));
  }
  return letters;
}

std::string area_words(const Area& area) {
  return fmt::format("{}{}:{}{}", column_letters(area.first_column), area.first_row + 1,
                     column_letters(area.last_column), area.last_row + 1);
}

std::string area_of_sheet(std::string_view sheet, const Area& area) {
  std::string quoted;
  for (const char c : sheet) {
    if (c == '\'') quoted += c;
    quoted += c;
  }
  return fmt::format("'{}'!${}${}:${}${}", quoted, column_letters(area.first_column), area.first_row + 1,
                     column_letters(area.last_column), area.last_row + 1);
}

}  // namespace ae::render::spreadsheet
