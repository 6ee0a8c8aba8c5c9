#include "ae/base/near.h"

#include <algorithm>
#include <cctype>

namespace ae {
namespace {

char folded(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = folded(a[i - 1]) == folded(b[j - 1]);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (same ? 0U : 1U)});
      const bool swapped =
          i > 1 && j > 1 && folded(a[i - 1]) == folded(b[j - 2]) && folded(a[i - 2]) == folded(b[j - 1]);
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

bool begins(std::string_view candidate, std::string_view word) {
  return word.size() >= 2 && candidate.size() > word.size() &&
         std::equal(word.begin(), word.end(), candidate.begin(),
                    [](char a, char b) { return folded(a) == folded(b); });
}

}  // namespace

std::vector<std::string> near_misses(std::string_view word, std::span<const std::string_view> candidates) {
  constexpr std::size_t kLongestWord = 64;  // beyond it nobody mistyped a name
  if (word.size() > kLongestWord) return {};
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = begins(candidate, word) ? 1 : edits(word, candidate);
    if (distance <= std::max<std::size_t>(1, word.size() / 3) && distance < word.size())
      found.emplace_back(distance, candidate);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (const auto& [distance, name] : found) {
    if (names.size() < 3) names.push_back(name);
  }
  return names;
}

}  // namespace ae
