#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ae {

/// The candidates that `word` may be a slip of, nearest first: at most three, each within a third of the
/// word's length in Damerau–Levenshtein edits (letters of either case alike), or beginning with the word.
std::vector<std::string> near_misses(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace ae
