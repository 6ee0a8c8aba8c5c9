#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ae::ingest::xlsx {

/// What XML does with tabs and line feeds: text keeps them, an attribute has blanks instead.
enum class InText : std::uint8_t { kBlanksStay, kBlanksDiffer };

/// Whether all of a text is UTF-8 of characters that XML has and that stay as they are: a CR does not.
bool is_plain_text(std::string_view text, InText blanks);

/// Appends a value to `text` with the five entities and characters by number resolved; false when others
/// stand in it.
bool append_decoded(std::string_view raw, std::string& text);

/// Whether a byte may stand in a name of plain letters.
constexpr bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ':' ||
         c == '.' || c == '-';
}

/// Whether a name may begin with a byte of a name.
constexpr bool begins_name(char c) { return !(c >= '0' && c <= '9') && c != '.' && c != '-'; }

}  // namespace ae::ingest::xlsx
