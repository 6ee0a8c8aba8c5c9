#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The parts of what people say that can be found again, in any language without a dictionary.
namespace ae {

/// A word ("expensive"), or two neighbouring Chinese characters ("太贵"); one character where it stands
/// alone.
struct SpokenTerm {
  std::string text;
  bool is_chinese = false;
  bool operator==(const SpokenTerm&) const = default;
};

/// Each once, in the order in which they are said. Words are in lower case and without apostrophes: "That's
/// 太贵了" is thats, 太贵, 贵了.
std::vector<SpokenTerm> spoken_terms(std::string_view said);

/// Whether `said` is found again in `text`: the same term; another form of an English word of four letters or
/// more (cheap, cheaper; discounts, discount; but not plan, plant); a lone Chinese character within two.
bool is_found_in(const SpokenTerm& said, const SpokenTerm& text);

/// Whether the term is one of the small English words that stand in any sentence (a, for, like, our, too).
bool is_small_word(const SpokenTerm& term);

}  // namespace ae
