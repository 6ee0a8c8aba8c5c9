#include "ae/ingest/sniff/script.h"

#include "ae/ingest/values/code_point.h"

namespace ae::ingest {

Script script_of(std::string_view text) {
  constexpr std::u32string_view kSimplifiedOnly = U"额阶销户负责预单币华际认闭丢赢";
  bool han = false;
  bool kana = false;
  while (!text.empty()) {
    const char32_t c = take_code_point(text);
    if (c < 0x3040) continue;
    if (kSimplifiedOnly.find(c) != std::u32string_view::npos) return Script::kChinese;
    kana |= c >= 0x3040 && c <= 0x30FF;
    han |= c >= 0x4E00 && c <= 0x9FFF;
  }
  if (kana) return Script::kJapanese;
  return han ? Script::kChinese : Script::kNeither;
}

}  // namespace ae::ingest
