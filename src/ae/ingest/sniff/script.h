#pragma once

#include <cstdint>
#include <string_view>

namespace ae::ingest {

/// Which of the languages that share the sign ¥ a text is written in.
enum class Script : std::uint8_t { kNeither, kChinese, kJapanese };

/// Japanese when it has kana, else Chinese when it has Han characters. Characters that only simplified
/// Chinese uses (额 阶 销 …) make it Chinese whatever else it has.
Script script_of(std::string_view text);

}  // namespace ae::ingest
