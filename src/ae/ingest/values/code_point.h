#pragma once

#include <cstddef>
#include <string_view>

namespace ae::ingest {

/// Takes the first code point off `rest`. Requires a non-empty rest; a byte that begins no valid sequence
/// stands for itself, so that every call gets shorter (sources are checked to be UTF-8, names from flags may
/// not be).
inline char32_t take_code_point(std::string_view& rest) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(rest[at]); };
  const unsigned char first = byte(0);
  std::size_t length = 1;
  if (first >= 0xF0) {
    length = 4;
  } else if (first >= 0xE0) {
    length = 3;
  } else if (first >= 0xC0) {
    length = 2;
  }
  if (length > rest.size()) length = 1;
  char32_t code_point = length == 1 ? first : first & (0xFFU >> (length + 1));
  for (std::size_t at = 1; at < length; ++at) code_point = (code_point << 6) | (byte(at) & 0x3FU);
  rest.remove_prefix(length);
  return code_point;
}

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

}  // namespace ae::ingest
