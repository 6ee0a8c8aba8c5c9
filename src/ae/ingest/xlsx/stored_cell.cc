#include "ae/ingest/xlsx/stored_cell.h"

#include <charconv>

#include "ae/ingest/xlsx/cell_text.h"
#include "ae/ingest/xlsx/shared_strings.h"

namespace ae::ingest::xlsx {
namespace {

template <typename Number>
std::optional<Number> whole_number(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::string_view text_of_cell(const StoredCell& cell, const Workbook& workbook, std::string& made) {
  const std::string_view value = cell.value;
  if (cell.lacks_value()) return made = "=" + std::string(cell.formula);
  if (cell.type == "str" || cell.type == "inlineStr")
    return has_escapes(value) ? made = without_escapes(value) : value;
  if (cell.type == "b") return value == "1" || value == "true" ? "TRUE" : value == "0" ? "FALSE" : value;
  if (cell.type == "e" || cell.type == "d" || value.empty()) return value;
  return made = text_of_number(value, workbook.styles.kind(cell.style), workbook.dates);
}

std::optional<std::size_t> index_of(std::string_view text) { return whole_number<std::size_t>(text); }

std::optional<std::int64_t> row_of(std::string_view text) { return whole_number<std::int64_t>(text); }

std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    const char letter = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(letter - 'A') + 1;
    if (column > kMostColumns) return std::nullopt;
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

}  // namespace ae::ingest::xlsx
