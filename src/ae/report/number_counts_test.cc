#include "ae/report/number_counts.h"

#include <gtest/gtest.h>

namespace ae::report {
namespace {

NumberCounts of(std::initializer_list<std::int64_t> numbers) {
  NumberCounts counts;
  for (const std::int64_t number : numbers) counts.add(number);
  return counts;
}

TEST(NumberCounts, EmptyHasNoMedianAndNoPercentile) {
  EXPECT_FALSE(NumberCounts{}.twice_median().has_value());
  EXPECT_FALSE(NumberCounts{}.percentile(80).has_value());
}

TEST(NumberCounts, PercentileIsTheNearestRank) {
  const NumberCounts five = of({10, 20, 30, 40, 50});
  EXPECT_EQ(five.percentile(80), 40);
  EXPECT_EQ(five.percentile(81), 50);
  EXPECT_EQ(five.percentile(1), 10);
  EXPECT_EQ(five.percentile(100), 50);
}

TEST(NumberCounts, RepeatsCountEachTime) {
  EXPECT_EQ(of({1, 1, 1, 9}).twice_median(), Int128{2});
  EXPECT_EQ(of({1, 1, 9, 9}).twice_median(), Int128{10});
  EXPECT_EQ(of({5, 5, 5}).sum(), Int128{15});
}

TEST(NumberCounts, LargeSmallAndNegativeNumbersStandInOrder) {
  NumberCounts counts;
  for (std::int64_t number = -5000; number < 15'000; ++number) counts.add(number * 7 % 20'000);
  NumberCounts again;
  for (std::int64_t number = 14'999; number >= -5000; --number) again.add(number * 7 % 20'000);
  EXPECT_TRUE(counts == again);
  EXPECT_EQ(counts.count(), 20'000);
  for (const std::int64_t rank : {0, 1, 4999, 10'000, 19'999})
    EXPECT_EQ(counts.at_rank(rank), again.at_rank(rank));
  for (std::int64_t rank = 1; rank < 20'000; rank += 777)
    EXPECT_LE(counts.at_rank(rank - 1), counts.at_rank(rank)) << rank;
  EXPECT_EQ(of({-3, 10'000, 5, 5, -3, 10'000}).counts(),
            (std::map<std::int64_t, std::int64_t>{{-3, 2}, {5, 2}, {10'000, 2}}));
}

TEST(NumberCounts, NumbersThatWereNeverPutInOrderHaveRanks) {
  // So many that they stand in several blocks; every one of them once.
  constexpr std::int64_t kMany = 50'000;
  NumberCounts counts;
  NumberCounts other;
  for (std::int64_t number = 0; number < kMany; ++number)
    (number % 3 == 0 ? counts : other).add(1000 + number * 7919 % kMany * 1000);
  const NumberCounts copy = counts;
  counts.merge(other);
  EXPECT_EQ(copy.count() + other.count(), kMany);
  EXPECT_EQ(counts.count(), kMany);
  EXPECT_EQ(counts.sum(), (Int128{kMany} * (kMany - 1) / 2 + kMany) * 1000);
  for (const std::int64_t rank : {0, 1, 2, 3, 4, 16'384, 25'000, 49'998, 49'999})
    EXPECT_EQ(counts.at_rank(rank), 1000 + rank * 1000);
  EXPECT_EQ(counts.twice_median(), Int128{kMany} * 1000 + 1000);
  NumberCounts wide = counts;
  wide.add(-5);
  wide.add(std::int64_t{1} << 40);
  EXPECT_EQ(wide.at_rank(0), -5);
  EXPECT_EQ(wide.at_rank(1), 1000);
  EXPECT_EQ(wide.at_rank(kMany + 1), std::int64_t{1} << 40);
  wide.merge(counts);
  EXPECT_EQ(wide.count(), 2 * kMany + 2);
  EXPECT_EQ(wide.at_rank(5), 3000);
}

TEST(NumberCounts, MergeAddsUp) {
  NumberCounts first = of({1, 50'000, -2});
  const NumberCounts second = of({1, 50'000, 60'000});
  first.merge(second);
  EXPECT_TRUE(first == of({1, 1, 50'000, 50'000, 60'000, -2}));
}

}  // namespace
}  // namespace ae::report
