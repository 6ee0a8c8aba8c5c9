#include "ae/statistics/probability_scores.h"

#include <cmath>

#include <gtest/gtest.h>

#include "ae/statistics/symmetric_system.h"

namespace ae::statistics {
namespace {

TEST(ProbabilityScores, CertainAndRightIsPerfect) {
  const ProbabilityScores scores = score({{1, 3, 0}, {0, 0, 5}});
  EXPECT_EQ(scores.auc, 1);
  EXPECT_EQ(scores.brier, 0);
  EXPECT_EQ(scores.ece, 0);
}

TEST(ProbabilityScores, TheBaseRateTellsNothingApartAndIsCalibrated) {
  const ProbabilityScores scores = score({{0.25, 10, 30}});
  EXPECT_EQ(scores.auc, 0.5);
  EXPECT_DOUBLE_EQ(scores.brier, 0.1875);
  EXPECT_NEAR(scores.ece, 0, 1e-12);
  EXPECT_NEAR(scores.log_loss, -(0.25 * std::log(0.25) + 0.75 * std::log(0.75)), 1e-12);
}

TEST(ProbabilityScores, AucCountsPairsAndTiesHalf) {
  // won at 0.8 and 0.4, lost at 0.4 and 0.2: pairs 0.8>0.4, 0.8>0.2, 0.4=0.4, 0.4>0.2
  EXPECT_DOUBLE_EQ(score({{0.8, 1, 0}, {0.4, 1, 1}, {0.2, 0, 1}}).auc, 3.5 / 4);
}

TEST(ProbabilityScores, WithOneOutcomeThereIsNothingToRank) {
  EXPECT_TRUE(std::isnan(score({{0.5, 4, 0}}).auc));
}

TEST(ProbabilityScores, CalibrationErrorIsTheMeanGapOfTheBins) {
  EXPECT_NEAR(score({{0.95, 6, 4}, {0.05, 0, 10}}).ece, (0.35 + 0.05) / 2, 1e-12);
}

TEST(SymmetricSystem, SolvesAndInverts) {
  SymmetricSystem system(2);
  system.add(0, 0, 4);
  system.add(1, 0, 2);
  system.add(1, 1, 3);
  system.factorise();
  const std::vector<double> solution = system.solve({10, 9});
  EXPECT_NEAR(solution[0], 1.5, 1e-12);
  EXPECT_NEAR(solution[1], 2, 1e-12);
  EXPECT_NEAR(system.inverse()[0], 3.0 / 8, 1e-12);
  EXPECT_NEAR(system.inverse()[1], -2.0 / 8, 1e-12);
}

TEST(SymmetricSystem, ADirectionWithoutWeightStaysAtZero) {
  SymmetricSystem system(2);
  system.add(0, 0, 2);
  system.factorise();
  const std::vector<double> solution = system.solve({4, 0});
  EXPECT_NEAR(solution[0], 2, 1e-12);
  EXPECT_EQ(solution[1], 0);
}

}  // namespace
}  // namespace ae::statistics
