#include "ae/base/script.h"

#include <algorithm>
#include <array>

#include "ae/base/utf8.h"

namespace ae {
namespace {

bool is_latin(char32_t code) {
  return (code >= U'A' && code <= U'Z') || (code >= U'a' && code <= U'z') ||
         (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7);
}

/// CJK unified ideographs with their first extension, and those beyond the basic plane.
bool is_han(char32_t code) {
  return (code >= 0x3400 && code <= 0x4DBF) || (code >= 0x4E00 && code <= 0x9FFF) ||
         (code >= 0x20000 && code <= 0x3FFFF);
}

constexpr std::array kScripts{&is_latin, &is_han};  // in the order of kAllLanguages
static_assert(kScripts.size() == kAllLanguages.size());

}  // namespace

bool holds_script_of(Language language, std::string_view words) {
  bool holds = false;
  for_each_character(words, [&](const Character& character, std::string_view) {
    holds = holds || (character.valid && kScripts[static_cast<std::size_t>(language)](character.code));
  });
  return holds;
}

}  // namespace ae
