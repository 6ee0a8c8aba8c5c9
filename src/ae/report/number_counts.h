#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "ae/base/exact.h"

namespace ae::report {

/// A multiset of whole numbers (days, minor units) from which mean, median and percentiles come exact.
/// Memory grows with the distinct values only.
class NumberCounts {
 public:
  void add(std::int64_t number) {
    if (number >= 0 && number < kLow) {
      count_low(static_cast<std::size_t>(number), 1);
      return;
    }
    recent_.push_back(number);
    if (recent_.size() >= kFewRecent && recent_.size() * kRecentShare >= others_.size()) settle();
  }
  void merge(const NumberCounts& other);

  std::int64_t count() const;
  Int128 sum() const;
  /// The number of this rank, 0 the smallest. Requires 0 ≤ rank < count().
  std::int64_t at_rank(std::int64_t rank) const;
  /// Twice the median (so that it stays whole): the middle number, or the mean of the middle two. nullopt
  /// when empty.
  std::optional<Int128> twice_median() const;
  /// Nearest rank: the smallest number that at least `percent` % of all do not exceed. nullopt when empty.
  std::optional<std::int64_t> percentile(std::int64_t percent) const;

  /// How often each number was added.
  std::map<std::int64_t, std::int64_t> counts() const;

  bool operator==(const NumberCounts& other) const;

  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    self.settle();
    archive(self.low_, self.others_);
  }

 private:
  using Counts = std::vector<std::pair<std::int64_t, std::int64_t>>;

  static constexpr std::int64_t kLow = 4096;        // days of eleven years
  static constexpr std::size_t kFewRecent = 65536;  // not worth sorting yet
  static constexpr std::size_t kRecentShare = 4;    // recent ones are at most a quarter of the others

  void count_low(std::size_t number, std::int64_t times) {
    if (number >= low_.size()) low_.resize(number + 1);
    low_[number] += times;
  }
  /// Counts the recent numbers among the others: how they are kept says nothing about what they are.
  void settle() const;
  static Counts merged(const Counts& a, const Counts& b);
  /// Calls visit(number, count) in the order of the numbers.
  template <typename Visit>
  void for_each(Visit visit) const;

  std::vector<std::int64_t> low_;  ///< how often 0, 1, 2 … were added, up to the largest below kLow
  mutable Counts others_;          ///< all other numbers in order, each with its count
  mutable std::vector<std::int64_t> recent_;  ///< those of them that have not been counted yet
};

/// Mean and median of counted days; nullopt when there are none.
std::optional<Days> mean_days(const NumberCounts& days);
std::optional<Days> median_days(const NumberCounts& days);

}  // namespace ae::report
