#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "ae/base/exact.h"

namespace ae::report {

/// A multiset of whole numbers (days, minor units) from which mean, median and percentiles come exact.
/// Memory grows with the distinct values only, but for up to four million numbers of four bytes each that are
/// kept as they came: most are never put in order, since a median takes no order.
class NumberCounts {
 public:
  void add(std::int64_t number) {
    if (static_cast<std::uint64_t>(number) < low_.size()) {
      ++low_[static_cast<std::size_t>(number)];
    } else if (static_cast<std::uint64_t>(number - kLow) <= kMost32 - kLow && recent_.size() + 1 < kBlock) {
      recent_.push_back(static_cast<std::uint32_t>(number));
    } else {
      add_other(number);
    }
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

  /// Numbers that stay as they are, so that copies and sums of multisets share them.
  using Block = std::vector<std::uint32_t>;

  static constexpr std::int64_t kLow = 4096;  // days of eleven years
  static constexpr std::int64_t kMost32 = 0xFFFFFFFF;
  static constexpr std::size_t kBlock = 16384;
  static constexpr std::size_t kMostBlocks = 256;
  static constexpr std::size_t kMostWide = 65536;

  void count_low(std::size_t number, std::int64_t times) {
    if (number >= low_.size()) low_.resize(number + 1);
    low_[number] += times;
  }
  /// Adds one that takes more than a step.
  void add_other(std::int64_t number);
  void put_away();
  /// Counts all numbers among the others: how they are kept says nothing about what they are.
  void settle() const;
  /// How many are not counted yet and have 32 bits.
  std::size_t recent() const { return blocks_.size() * kBlock + recent_.size(); }
  /// Calls visit(number) for each of these, in any order.
  template <typename Visit>
  void for_each_recent(Visit visit) const;
  static Counts merged(const Counts& a, const Counts& b);
  /// Calls visit(number, count) in the order of the numbers.
  template <typename Visit>
  void for_each(Visit visit) const;
  /// The numbers of these ranks, which are in order.
  template <std::size_t kRanks>
  std::array<std::int64_t, kRanks> at_ranks(const std::array<std::int64_t, kRanks>& ranks) const;

  std::vector<std::int64_t> low_;  ///< how often 0, 1, 2 … were added, up to the largest below kLow
  mutable Counts others_;          ///< of all other numbers those that are counted, in order
  mutable std::vector<std::shared_ptr<const Block>> blocks_;  ///< numbers that are not, by kBlock
  mutable Block recent_;                                      ///< the latest of them
  mutable std::vector<std::int64_t> wide_;  ///< those of more than 32 bits, and negative ones
};

/// Mean and median of counted days; nullopt when there are none.
std::optional<Days> mean_days(const NumberCounts& days);
std::optional<Days> median_days(const NumberCounts& days);

}  // namespace ae::report
