#include "ae/ingest/values/boolean.h"

#include <algorithm>
#include <string>

#include "ae/ingest/values/plain_characters.h"

namespace ae::ingest {

std::optional<bool> parse_boolean(std::string_view cell) {
  static constexpr std::string_view kTrue[] = {
      "true", "yes", "y", "t",  "1",    "1.0", "on",   "checked", "是", "真", "对",        "√",
      "✓",    "✔",   "☑", "ja", "wahr", "oui", "vrai", "si",      "sí", "sÍ", "verdadero", "はい"};
  static constexpr std::string_view kFalse[] = {
      "false", "no", "n", "f", "0",    "0.0",    "off", "unchecked", "否",    "假",    "错",
      "×",     "✗",  "✘", "☐", "nein", "falsch", "non", "faux",      "falso", "いいえ"};
  constexpr std::size_t kLongest = 16;
  if (cell.size() > kLongest) return std::nullopt;
  std::string folded = in_plain_characters(cell);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (std::find(std::begin(kTrue), std::end(kTrue), folded) != std::end(kTrue)) return true;
  if (std::find(std::begin(kFalse), std::end(kFalse), folded) != std::end(kFalse)) return false;
  return std::nullopt;
}

}  // namespace ae::ingest
