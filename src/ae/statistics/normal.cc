#include "ae/statistics/normal.h"

#include <cmath>

namespace ae::statistics {

double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

double normal_quantile(double probability) {
  // The upper half by symmetry, so that small chances keep their digits.
  if (probability > 0.5) return -normal_quantile(1 - probability);
  // A start within 0.45 % (Abramowitz and Stegun 1964, 26.2.23), then Newton and Halley steps on the cdf.
  const double t = std::sqrt(-2 * std::log(probability));
  double z = -(t - (2.515517 + 0.802853 * t + 0.010328 * t * t) /
                       (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t));
  for (int step = 0; step < 3; ++step) {
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * M_PI);
    const double error = (normal_cdf(z) - probability) / density;
    z -= error / (1 + error * z / 2);
  }
  return z;
}

}  // namespace ae::statistics
