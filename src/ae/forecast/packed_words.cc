#include "ae/forecast/packed_words.h"

#include <algorithm>

namespace ae::forecast {
namespace {

constexpr char kEnd = '\x1e';

bool is_plain(std::string_view words) {
  return !words.empty() && std::none_of(words.begin(), words.end(), [](char c) { return c >= 0 && c < ' '; });
}

}  // namespace

std::string pack(const EnumArray<OpportunityField, std::string_view>& texts) {
  std::string packed;
  for (const OpportunityField field : fields_to_learn_from()) {
    if (!is_plain(texts[field])) continue;
    packed += static_cast<char>(field);
    packed += texts[field];
    packed += kEnd;
  }
  return packed;
}

FeatureWords unpack(std::string_view packed) {
  FeatureWords words;
  while (!packed.empty()) {
    const std::size_t end = packed.find(kEnd, 1);  // a field's byte may be the mark itself
    words.emplace(key(static_cast<OpportunityField>(packed.front())), packed.substr(1, end - 1));
    packed.remove_prefix(end + 1);
  }
  return words;
}

}  // namespace ae::forecast
