#include "ae/statistics/moments.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ae/statistics/student_t.h"

namespace ae::statistics {

void Moments::merge(const Moments& other) {
  if (other.count_ == 0) return;
  const auto mine = static_cast<double>(count_), theirs = static_cast<double>(other.count_);
  const double apart = other.mean_ - mean_;
  count_ += other.count_;
  mean_ += apart * theirs / (mine + theirs);
  squares_ += other.squares_ + apart * apart * mine * theirs / (mine + theirs);
}

Interval mean_interval(const Moments& sample, double confidence) {
  const auto count = static_cast<double>(sample.count());
  const int degrees = static_cast<int>(std::min<std::int64_t>(sample.count() - 1, 1'000'000));
  const double half = student_t(confidence, degrees) * std::sqrt(sample.variance() / count);
  return {sample.mean() - half, sample.mean() + half};
}

double welch_two_sided(const Moments& one, const Moments& other) {
  const double a = one.variance() / static_cast<double>(one.count());
  const double b = other.variance() / static_cast<double>(other.count());
  const double apart = std::abs(one.mean() - other.mean());
  if (a + b <= 0) return apart > 0 ? 0 : 1;
  const double degrees =
      (a + b) * (a + b) /
      (a * a / static_cast<double>(one.count() - 1) + b * b / static_cast<double>(other.count() - 1));
  const int whole = static_cast<int>(std::clamp(std::floor(degrees), 1.0, 1'000'000.0));
  return std::max(0.0, 1 - student_t_within(apart / std::sqrt(a + b), whole));
}

}  // namespace ae::statistics
