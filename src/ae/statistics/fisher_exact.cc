#include "ae/statistics/fisher_exact.h"

#include <algorithm>
#include <cmath>

#include "ae/statistics/log_gamma.h"

namespace ae::statistics {

double fisher_exact_two_sided(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
  const std::int64_t row = a + b;
  const std::int64_t column = a + c;
  const std::int64_t all = row + c + d;
  const std::int64_t least = std::max<std::int64_t>(0, row + column - all);
  const std::int64_t most = std::min(row, column);
  const double whole = log_choose(all, row);
  const auto log_chance = [&](std::int64_t cell) {
    return log_choose(column, cell) + log_choose(all - column, row - cell) - whole;
  };
  const double limit = log_chance(a) + std::log1p(1e-7);
  double sum = 0;
  for (std::int64_t cell = least; cell <= most; ++cell) {
    const double chance = log_chance(cell);
    if (chance <= limit) sum += std::exp(chance);
  }
  return std::min(1.0, sum);
}

}  // namespace ae::statistics
