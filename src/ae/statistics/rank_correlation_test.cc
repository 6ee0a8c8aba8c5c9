#include "ae/statistics/rank_correlation.h"

#include <gtest/gtest.h>

namespace ae::statistics {
namespace {

TEST(RankCorrelation, EqualValuesShareTheirMeanRank) {
  EXPECT_EQ(ranks({30, 10, 20, 10}), (std::vector<double>{4, 1.5, 3, 1.5}));
}

TEST(RankCorrelation, IsOneInTheSameOrderAndMinusOneInTheOpposite) {
  EXPECT_DOUBLE_EQ(rank_correlation({1, 2, 3, 4}, {10, 20, 40, 80}).rho, 1);
  EXPECT_DOUBLE_EQ(rank_correlation({1, 2, 3, 4}, {80, 40, 20, 10}).rho, -1);
}

TEST(RankCorrelation, OfFivePairsWithoutTiesIsByTheKnownFormula) {
  // 1 − 6 Σd² ÷ (n (n² − 1)) with d = 0, 1, −1, 1, −1.
  EXPECT_NEAR(rank_correlation({1, 2, 3, 4, 5}, {1, 3, 2, 5, 4}).rho, 1 - 6.0 * 4 / 120, 1e-12);
}

TEST(RankCorrelation, PerfectOrderOfFiveHasTwoOfTheHundredAndTwentyDealings) {
  EXPECT_NEAR(rank_correlation({1, 2, 3, 4, 5}, {1, 2, 3, 4, 5}).p_value, 2.0 / 120, 1e-12);
}

TEST(RankCorrelation, ChanceIsSymmetricWithoutTies) {
  const RankCorrelation found = rank_correlation({1, 2, 3, 4, 5, 6}, {2, 1, 4, 3, 6, 5});
  EXPECT_NEAR(found.by_chance.low, -found.by_chance.high, 1e-12);
  EXPECT_GT(found.by_chance.high, 0.7);
  EXPECT_LT(found.by_chance.high, 1);
}

TEST(RankCorrelation, OfManyPairsIsSeededAndNeverImpossible) {
  std::vector<double> x, y;
  for (int at = 0; at < 30; ++at) {
    x.push_back(at);
    y.push_back(at * 7 % 30);
  }
  const RankCorrelation first = rank_correlation(x, y), again = rank_correlation(x, y);
  EXPECT_EQ(first.p_value, again.p_value);
  EXPECT_GT(rank_correlation(x, x).p_value, 0);
  EXPECT_NEAR(first.by_chance.high, 0.36, 0.03);
}

}  // namespace
}  // namespace ae::statistics
