#include "ae/statistics/survival.h"

namespace ae::statistics {

Survival::Survival(const std::map<std::int64_t, std::int64_t>& ended,
                   const std::map<std::int64_t, std::int64_t>& ongoing) {
  std::int64_t at_risk = 0;
  for (const auto& [day, count] : ended) at_risk += count;
  for (const auto& [day, count] : ongoing) at_risk += count;
  double left = 1;
  auto seen = ongoing.begin();
  for (const auto& [day, count] : ended) {
    for (; seen != ongoing.end() && seen->first < day; ++seen) at_risk -= seen->second;
    left *= 1 - static_cast<double>(count) / static_cast<double>(at_risk);
    at_risk -= count;
    left_[day] = left;
  }
}

std::optional<std::int64_t> Survival::day_of(double share) const {
  constexpr double kRounding = 1e-12;  // of the product of shares
  for (const auto& [day, left] : left_) {
    if (1 - left >= share - kRounding) return day;
  }
  return std::nullopt;
}

double Survival::after(std::int64_t day) const {
  const auto next = left_.upper_bound(day);
  return next == left_.begin() ? 1 : std::prev(next)->second;
}

}  // namespace ae::statistics
