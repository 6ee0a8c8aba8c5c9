#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "ae/base/exact.h"

namespace ae::report {

/// A multiset of whole numbers (days, minor units) from which mean, median and percentiles come exact.
/// Memory grows with the distinct values only.
class NumberCounts {
 public:
  void add(std::int64_t number) { ++counts_[number]; }
  void merge(const NumberCounts& other) {
    for (const auto& [number, count] : other.counts_) counts_[number] += count;
  }

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
  const std::map<std::int64_t, std::int64_t>& counts() const { return counts_; }

  bool operator==(const NumberCounts&) const = default;

  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.counts_);
  }

 private:
  std::map<std::int64_t, std::int64_t> counts_;
};

/// Mean and median of counted days; nullopt when there are none.
std::optional<Days> mean_days(const NumberCounts& days);
std::optional<Days> median_days(const NumberCounts& days);

}  // namespace ae::report
