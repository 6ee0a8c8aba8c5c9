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

}  // namespace
}  // namespace ae::report
