#include "ae/ingest/values/plain_characters.h"

#include "ae/base/utf8.h"

namespace ae::ingest {
namespace {

char32_t plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c == 0x2212) return '-';
  if (c == 0x2019 || c == 0x02BC) return '\'';
  return is_blank(c) ? U' ' : c;
}

}  // namespace

std::string in_plain_characters(std::string_view text) {
  std::string result;
  for_each_character(text, [&](const Character& character, std::string_view bytes) {
    if (is_invisible(character.code)) return;
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
