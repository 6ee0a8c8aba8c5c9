#pragma once

#include <cstdint>

#include "ae/statistics/interval.h"

namespace ae::statistics {

/// Count, mean and spread of numbers, added one by one (Welford 1962) or merged (Chan, Golub and LeVeque
/// 1979).
class Moments {
 public:
  void add(double number) {
    ++count_;
    const double apart = number - mean_;
    mean_ += apart / static_cast<double>(count_);
    squares_ += apart * (number - mean_);
  }
  void merge(const Moments& other);

  std::int64_t count() const { return count_; }
  double mean() const { return mean_; }
  /// Of the sample: n − 1 below. 0 for fewer than two numbers.
  double variance() const { return count_ > 1 ? squares_ / static_cast<double>(count_ - 1) : 0; }

 private:
  std::int64_t count_ = 0;
  double mean_ = 0;
  double squares_ = 0;  ///< Σ (number − mean)²
};

/// Student's interval of the mean at `confidence` (0.95). Requires two numbers or more; of skewed numbers it
/// is as good as there are many.
Interval mean_interval(const Moments& sample, double confidence);

/// Two-sided p value of Welch's test (1947) that two means are one; the degrees of freedom are rounded down.
/// 1 where nothing varies and the means are equal, 0 where nothing varies and they are not. Requires two
/// numbers or more of each.
double welch_two_sided(const Moments& one, const Moments& other);

}  // namespace ae::statistics
