#include "ae/statistics/logistic_calibration.h"

#include <cmath>

#include <gtest/gtest.h>

namespace ae::statistics {
namespace {

double log_odds(double chance) { return std::log(chance / (1 - chance)); }

TEST(LogisticCalibration, LeavesOddsThatWereRight) {
  const LogisticCalibration fitted =
      calibrate({{log_odds(0.2), 20, 80}, {log_odds(0.5), 50, 50}, {log_odds(0.8), 80, 20}});
  EXPECT_NEAR(fitted.intercept, 0, 1e-6);
  EXPECT_NEAR(fitted.slope, 1, 1e-6);
}

TEST(LogisticCalibration, DrawsOddsInThatWentTooFar) {
  const LogisticCalibration fitted =
      calibrate({{2 * log_odds(0.2), 20, 80}, {0, 50, 50}, {2 * log_odds(0.8), 80, 20}});
  EXPECT_NEAR(fitted.slope, 0.5, 1e-6);
}

TEST(LogisticCalibration, OddsThatPointTheWrongWaySayNothing) {
  const LogisticCalibration fitted = calibrate({{log_odds(0.8), 20, 80}, {log_odds(0.2), 40, 60}});
  EXPECT_EQ(fitted.slope, 0);
  EXPECT_NEAR(fitted.intercept, log_odds(0.3), 1e-9) << "the base rate";
}

TEST(LogisticCalibration, ChancesAddUpToWhatWasWon) {
  const std::vector<StatedOdds> stated{{-3, 4, 50}, {-1, 10, 40}, {0.5, 9, 20}, {4, 30, 5}};
  const LogisticCalibration fitted = calibrate(stated);
  double expected = 0;
  for (const StatedOdds& row : stated)
    expected += (row.won + row.lost) / (1 + std::exp(-fitted(row.log_odds)));
  EXPECT_NEAR(expected, 53, 1e-6);
}

TEST(LogisticCalibration, OddsStatedAlikeAreTheBaseRate) {
  const LogisticCalibration fitted = calibrate({{1, 30, 70}});
  EXPECT_NEAR(fitted(1), log_odds(0.3), 1e-9);
}

}  // namespace
}  // namespace ae::statistics
