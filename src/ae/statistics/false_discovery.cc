#include "ae/statistics/false_discovery.h"

#include <algorithm>
#include <numeric>

namespace ae::statistics {

std::vector<double> benjamini_hochberg(const std::vector<double>& p_values) {
  std::vector<std::size_t> by_p(p_values.size());
  std::iota(by_p.begin(), by_p.end(), std::size_t{0});
  std::stable_sort(by_p.begin(), by_p.end(),
                   [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
  std::vector<double> q_values(p_values.size());
  const auto count = static_cast<double>(p_values.size());
  double least = 1;
  for (std::size_t rank = by_p.size(); rank > 0; --rank) {
    const std::size_t index = by_p[rank - 1];
    least = std::min(least, p_values[index] * count / static_cast<double>(rank));
    q_values[index] = least;
  }
  return q_values;
}

}  // namespace ae::statistics
