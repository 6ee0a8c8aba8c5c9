#pragma once

#include <cstddef>
#include <string_view>

namespace ae {

/// One character at the beginning of a text: its code point and the bytes it takes.
struct Character {
  char32_t code = 0xFFFD;
  std::size_t bytes = 1;
  bool valid = false;
};

/// The same as first_character() for any text.
Character first_wide_character(std::string_view text);

/// Decodes the first character of `text`. Overlong forms, surrogates, values beyond U+10FFFF and cut-off
/// sequences are invalid, one byte at a time. Requires text not empty.
inline Character first_character(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  return byte < 0x80 ? Character{byte, 1, true} : first_wide_character(text);
}

/// Whether a text is nothing but visible characters of ASCII and blanks (U+0020).
inline bool is_plain_ascii(std::string_view text) {
  bool plain = true;
  for (const char c : text) plain &= c >= ' ' && c < 0x7F;
  return plain;
}

/// Where the first byte stands that belongs to no valid character; text.size() when all is well.
std::size_t first_invalid_utf8(std::string_view text);

/// Calls visit(Character, its bytes as string_view) for each character in order.
template <typename Visit>
void for_each_character(std::string_view text, Visit&& visit) {
  while (!text.empty()) {
    const Character character = first_character(text);
    visit(character, text.substr(0, character.bytes));
    text.remove_prefix(character.bytes);
  }
}

}  // namespace ae
