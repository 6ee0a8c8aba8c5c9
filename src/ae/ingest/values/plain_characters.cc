#include "ae/ingest/values/plain_characters.h"

#include <algorithm>

#include "ae/base/utf8.h"

namespace ae::ingest {
namespace {

/// Marks of right-to-left text: they stand around a number and say nothing about it.
bool turns_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x061C;
}

char32_t plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c >= 0x0660 && c <= 0x0669) return c - 0x0660 + '0';
  if (c >= 0x06F0 && c <= 0x06F9) return c - 0x06F0 + '0';
  if (c == 0x066B) return '.';
  if (c == 0x2212 || (c >= 0x2010 && c <= 0x2014) || c == 0xFE63) return '-';
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0xB4 || c == 0x066C) return '\'';
  return is_blank(c) ? U' ' : c;
}

}  // namespace

std::string in_plain_characters(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string result;
  for_each_character(text, [&](const Character& character, std::string_view bytes) {
    if (is_invisible(character.code) || turns_direction(character.code)) return;
    const char32_t c = plain(character.code);
    if (character.valid && c < 0x80) {
      result += static_cast<char>(c);
    } else {
      result += bytes;
    }
  });
  return result;
}

}  // namespace ae::ingest
