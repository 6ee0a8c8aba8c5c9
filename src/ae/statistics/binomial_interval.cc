#include "ae/statistics/binomial_interval.h"

#include <algorithm>
#include <cmath>

#include "ae/statistics/normal.h"

namespace ae::statistics {

Interval wilson_interval(double successes, double trials, double confidence) {
  if (trials <= 0) return {0, 1};
  const double z = normal_quantile(0.5 + confidence / 2);
  const double share = successes / trials;
  const double shrink = 1 + z * z / trials;
  const double middle = (share + z * z / (2 * trials)) / shrink;
  const double half = z / shrink * std::sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace ae::statistics
