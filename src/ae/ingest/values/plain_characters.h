#pragma once

#include <string>
#include <string_view>

namespace ae::ingest {

/// Blanks of every script: space, tab, no-break, the typographic spaces (U+2000..U+200A), narrow no-break,
/// ideographic.
constexpr bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Marks that are there and cannot be seen: zero-width spaces and joiners, word joiner, byte order mark, soft
/// hyphen.
constexpr bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

/// The text with every blank as ' ', fullwidth letters, digits and signs as their ASCII ones, Arabic digits
/// and marks as theirs, minus signs and dashes as '-', typographic apostrophes as ''', invisible and bidi
/// marks gone. Everything else stays.
std::string in_plain_characters(std::string_view text);

}  // namespace ae::ingest
