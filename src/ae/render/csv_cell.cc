#include "ae/render/csv_cell.h"

#include "ae/base/utf8.h"
#include "ae/render/width.h"

namespace ae::render {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "-5", "+1,200.50", "-12%": a sign that begins a number begins no formula.
bool is_number(std::string_view text) {
  if (text.front() == '+' || text.front() == '-') text.remove_prefix(1);
  if (text.ends_with('%')) text.remove_suffix(1);
  if (text.empty() || !is_digit(text.front())) return false;
  return text.find_first_not_of("0123456789.,") == std::string_view::npos;
}

std::string quoted(std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) return std::string(text);
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

}  // namespace

bool is_formula_like(std::string_view text) {
  if (text.empty()) return false;
  if (text.front() == '\t' || text.front() == '\r') return true;
  while (text.starts_with(' ')) text.remove_prefix(1);
  if (text.empty()) return false;
  constexpr std::u32string_view kSigns = U"=+-@＝＋－＠";
  return kSigns.find(first_character(text).code) != std::u32string_view::npos && !is_number(text);
}

std::string csv_cell(std::string_view words, CsvCells cells) {
  if (cells == CsvCells::kRaw) return quoted(words);
  std::string safe = harmless(words);
  if (is_formula_like(words) || is_formula_like(safe)) safe.insert(0, 1, '\'');
  return quoted(safe);
}

}  // namespace ae::render
