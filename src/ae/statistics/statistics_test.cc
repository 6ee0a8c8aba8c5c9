// Golden values from R 4.2: prop.test without correction, fisher.test, p.adjust, qnorm, survfit.

#include <algorithm>
#include <cmath>
#include <random>

#include <gtest/gtest.h>

#include "ae/statistics/binomial_interval.h"
#include "ae/statistics/false_discovery.h"
#include "ae/statistics/fisher_exact.h"
#include "ae/statistics/log_gamma.h"
#include "ae/statistics/normal.h"
#include "ae/statistics/survival.h"

namespace ae::statistics {
namespace {

TEST(Normal, QuantileAndCdfAreEachOthersInverse) {
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-12);
  EXPECT_NEAR(normal_quantile(0.1), -1.2815515655446004, 1e-12);
  EXPECT_NEAR(normal_quantile(0.5), 0, 1e-15);
  for (const double chance : {1e-10, 0.001, 0.3, 0.9, 1 - 1e-9})
    EXPECT_NEAR(normal_cdf(normal_quantile(chance)), chance, 1e-13 + chance * 1e-10);
}

TEST(Wilson, FiveOfTen) {
  const Interval interval = wilson_interval(5, 10, 0.95);
  EXPECT_NEAR(interval.low, 0.2365931, 1e-7);
  EXPECT_NEAR(interval.high, 0.7634069, 1e-7);
}

TEST(Wilson, NothingWonIsNotSurelyNothing) {
  const Interval interval = wilson_interval(0, 10, 0.95);
  EXPECT_EQ(interval.low, 0);
  EXPECT_NEAR(interval.high, 0.2775328, 1e-7);
}

TEST(Wilson, WithoutTrialsAnythingMayBe) {
  EXPECT_EQ(wilson_interval(0, 0, 0.95).low, 0);
  EXPECT_EQ(wilson_interval(0, 0, 0.95).high, 1);
}

TEST(Fisher, TeaTasting) { EXPECT_NEAR(fisher_exact_two_sided(3, 1, 1, 3), 0.4857143, 1e-7); }

TEST(Fisher, TwoSidedIsNotTwiceOneSide) { EXPECT_NEAR(fisher_exact_two_sided(8, 2, 1, 5), 0.03496503, 1e-8); }

TEST(Fisher, TheTableTurnedIsTheSameTest) {
  EXPECT_NEAR(fisher_exact_two_sided(12, 5, 29, 2), fisher_exact_two_sided(2, 29, 5, 12), 1e-12);
  EXPECT_NEAR(fisher_exact_two_sided(12, 5, 29, 2), 0.08026855, 1e-8);
}

TEST(Fisher, AnEmptyMarginDecidesNothing) {
  EXPECT_DOUBLE_EQ(fisher_exact_two_sided(0, 0, 3, 4), 1);
  EXPECT_DOUBLE_EQ(fisher_exact_two_sided(5, 0, 7, 0), 1);
}

TEST(Fisher, IsTheSumOverAllTablesThatAreNoMoreLikely) {
  std::mt19937 engine(29);  // fixed: a failure must come back
  for (int run = 0; run < 2000; ++run) {
    const auto count = [&] { return static_cast<std::int64_t>(engine() % (run % 2 == 0 ? 8 : 300)); };
    const std::int64_t a = count(), b = count(), c = count(), d = count();
    const auto chance = [&](std::int64_t cell) {
      return log_choose(a + c, cell) + log_choose(b + d, a + b - cell) - log_choose(a + b + c + d, a + b);
    };
    double sum = 0;
    for (std::int64_t cell = std::max<std::int64_t>(0, a - d); cell <= std::min(a + b, a + c); ++cell) {
      if (chance(cell) <= chance(a) + std::log1p(1e-7)) sum += std::exp(chance(cell));
    }
    EXPECT_NEAR(fisher_exact_two_sided(a, b, c, d), std::min(1.0, sum), 1e-12) << a << b << c << d;
  }
}

TEST(Fisher, TakesMillionsInItsStride) {
  EXPECT_NEAR(fisher_exact_two_sided(500'000, 500'000, 3'000'000, 3'000'000), 1, 1e-9);
  EXPECT_LT(fisher_exact_two_sided(503'000, 497'000, 3'000'000, 3'000'000), 1e-7);
}

TEST(FalseDiscovery, QValuesAreThoseOfPAdjust) {
  const std::vector<double> q = benjamini_hochberg({0.01, 0.04, 0.03, 0.005, 0.5});
  const std::vector<double> expected{0.025, 0.05, 0.05, 0.025, 0.5};
  ASSERT_EQ(q.size(), expected.size());
  for (std::size_t index = 0; index < q.size(); ++index) EXPECT_NEAR(q[index], expected[index], 1e-12);
}

TEST(FalseDiscovery, NoTestsNoValues) { EXPECT_TRUE(benjamini_hochberg({}).empty()); }

TEST(Survival, OngoingOnesStretchTheMedian) {
  const Survival ended_only({{10, 2}, {20, 2}}, {});
  EXPECT_EQ(ended_only.day_of(0.5), 10);
  const Survival with_ongoing({{10, 2}, {20, 2}}, {{15, 2}, {30, 4}});
  // 10 at risk, 2 end: 0.8; 2 leave unseen; 6 at risk, 2 end: 0.8 × 4/6
  EXPECT_NEAR(with_ongoing.after(10), 0.8, 1e-12);
  EXPECT_NEAR(with_ongoing.after(20), 0.8 * 4 / 6, 1e-12);
  EXPECT_EQ(with_ongoing.day_of(0.25), 20);
  EXPECT_EQ(with_ongoing.day_of(0.5), std::nullopt) << "half has not ended yet";
}

TEST(Survival, BeforeTheFirstEndAllAreLeft) { EXPECT_EQ(Survival({{10, 1}}, {}).after(9), 1); }

}  // namespace
}  // namespace ae::statistics
