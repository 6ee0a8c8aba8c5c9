#include "ae/render/xlsx/xml_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "ae/base/utf8.h"
#include "ae/render/width.h"

namespace ae::render::spreadsheet {
namespace {

constexpr std::size_t kEscapeSize = 7;  // _x0007_

/// Whether `text` begins like _x0007_, which a spreadsheet would take for the character.
bool begins_like_escape(std::string_view text) {
  if (text.size() < kEscapeSize || !text.starts_with("_x") || text[kEscapeSize - 1] != '_') return false;
  constexpr std::string_view kHexadecimal = "0123456789abcdefABCDEF";
  return text.substr(2, 4).find_first_not_of(kHexadecimal) == std::string_view::npos;
}

/// Whether XML 1.0 has no place for the character, or would change it.
bool needs_escape(char32_t code) { return (code < 0x20 && code != '\t' && code != '\n') || code == 0x7F; }

std::size_t units(const Character& character) { return character.valid && character.code > 0xFFFF ? 2 : 1; }

void append_escaped(std::string& xml, const Character& character, std::string_view bytes) {
  switch (character.code) {
    case '&':
      xml += "&amp;";
      return;
    case '<':
      xml += "&lt;";
      return;
    case '>':
      xml += "&gt;";
      return;
    case '"':
      xml += "&quot;";
      return;
    default:
      break;
  }
  const bool is_no_character = !character.valid || character.code == 0xFFFE || character.code == 0xFFFF;
  if (is_no_character) {
    xml += "\xEF\xBF\xBD";
  } else if (needs_escape(character.code)) {
    xml += fmt::format("_x{:04X}_", static_cast<unsigned>(character.code));
  } else {
    xml += bytes;
  }
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string xml;
  xml.reserve(text.size());
  while (!text.empty()) {
    const Character character = first_character(text);
    if (begins_like_escape(text)) xml += "_x005F";
    append_escaped(xml, character, text.substr(0, character.bytes));
    text.remove_prefix(character.bytes);
  }
  return xml;
}

std::string cell_words(std::string_view words, CsvCells cells) {
  std::string shown;
  if (cells == CsvCells::kRaw) {
    shown = words;
  } else {
    for (std::string_view rest = words;;) {
      const std::size_t end = rest.find('\n');
      std::string_view line = rest.substr(0, end);
      if (end != std::string_view::npos && line.ends_with('\r')) line.remove_suffix(1);
      shown += harmless(line);
      if (end == std::string_view::npos) break;
      shown += '\n';
      rest.remove_prefix(end + 1);
    }
  }
  if (shown.size() <= kLongestCell || units_of(shown) <= kLongestCell) return shown;
  return std::string(first_units(shown, kLongestCell - 1)) + "…";
}

std::string_view first_units(std::string_view text, std::size_t most) {
  std::size_t taken = 0;
  std::size_t used = 0;
  while (taken < text.size()) {
    const Character character = first_character(text.substr(taken));
    used += units(character);
    if (used > most) break;
    taken += character.bytes;
  }
  return text.substr(0, taken);
}

std::size_t units_of(std::string_view text) {
  std::size_t count = 0;
  for_each_character(text, [&](const Character& character, std::string_view) { count += units(character); });
  return count;
}

}  // namespace ae::render::spreadsheet
