#include "ae/statistics/log_gamma.h"

#include <cmath>

namespace ae::statistics {

double log_gamma(double x) {
  int sign = 0;
  return lgamma_r(x, &sign);
}

double log_choose(std::int64_t n, std::int64_t k) {
  const auto whole = static_cast<double>(n);
  const auto part = static_cast<double>(k);
  return log_gamma(whole + 1) - log_gamma(part + 1) - log_gamma(whole - part + 1);
}

}  // namespace ae::statistics
