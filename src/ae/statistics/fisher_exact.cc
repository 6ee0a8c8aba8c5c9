#include "ae/statistics/fisher_exact.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ae/base/exact.h"
#include "ae/statistics/log_gamma.h"

namespace ae::statistics {
namespace {

/// The last number on the way from `begin`, which counts as one where it holds, to `end`, where it does not.
template <typename Holds>
std::int64_t last_that_holds(std::int64_t begin, std::int64_t end, Holds holds) {
  while (begin + 1 < end || end + 1 < begin) {
    const std::int64_t middle = std::midpoint(begin, end);
    (holds(middle) ? begin : end) = middle;
  }
  return begin;
}

}  // namespace

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
  const auto counts = [&](std::int64_t cell) { return log_chance(cell) <= limit; };
  // Chances rise up to the most likely table and fall from there on, so those that count are two tails.
  const auto mode = static_cast<std::int64_t>((Int128{row} + 1) * (column + 1) / (Int128{all} + 2));
  const std::int64_t top = std::clamp(mode, least, most);
  if (counts(top)) return 1;
  const std::int64_t left = last_that_holds(least - 1, top, counts);
  const std::int64_t right = last_that_holds(most + 1, top, counts);
  // From where each tail is highest, until what is left of it no longer changes the sum.
  constexpr double kNegligible = 1e-20;
  double sum = 0;
  const auto add_tail = [&](std::int64_t from, std::int64_t end, std::int64_t step) {
    for (std::int64_t cell = from; cell != end; cell += step) {
      const double chance = std::exp(log_chance(cell));
      sum += chance;
      if (chance <= sum * kNegligible) return;
    }
  };
  add_tail(left, least - 1, -1);
  add_tail(right, most + 1, 1);
  return std::min(1.0, sum);
}

}  // namespace ae::statistics
