#include "ae/ingest/sniff/script.h"

#include "ae/base/utf8.h"

namespace ae::ingest {

Script script_of(std::string_view text) {
  constexpr std::u32string_view kSimplifiedOnly = U"额阶销户负责预单币华际认闭丢赢";
  bool simplified = false;
  bool han = false;
  bool kana = false;
  for_each_character(text, [&](const Character& character, std::string_view) {
    const char32_t c = character.code;
    if (c < 0x3040) return;
    simplified |= kSimplifiedOnly.find(c) != std::u32string_view::npos;
    kana |= c <= 0x30FF;
    han |= c >= 0x4E00 && c <= 0x9FFF;
  });
  if (simplified) return Script::kChinese;
  if (kana) return Script::kJapanese;
  return han ? Script::kChinese : Script::kNeither;
}

}  // namespace ae::ingest
