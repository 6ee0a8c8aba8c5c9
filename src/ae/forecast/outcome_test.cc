#include "ae/forecast/outcome.h"

#include <gtest/gtest.h>

namespace ae::forecast {
namespace {

TEST(Outcome, IsNeverLessThanWhatIsClosed) {
  const Outcome outcome = Outcome::of(1000, {{0.3, 500}}, {0, 1e6}, 1, 0.04);
  EXPECT_EQ(outcome.quantile(0.01), 1000) << "a wide normal part would reach below";
  EXPECT_EQ(outcome.at_least(1000), 1);
  EXPECT_GT(outcome.quantile(0.9), 1500);
}

TEST(Outcome, FallsBelowWhatIsClosedWithAmountsBelowZero) {
  const Outcome outcome = Outcome::of(1000, {{0.5, -500}}, {}, 1, 0);
  EXPECT_NEAR(outcome.quantile(0.25), 500, 1);
  EXPECT_NEAR(outcome.at_least(1000), 0.5, 1e-6);
}

TEST(Outcome, OfOneDealHasItsChance) {
  const Outcome outcome = Outcome::of(0, {{0.3, 500}}, {}, 1, 0);
  EXPECT_NEAR(outcome.at_least(500), 0.3, 1e-6);
  EXPECT_NEAR(outcome.quantile(0.5), 0, 1);
  EXPECT_NEAR(outcome.quantile(0.8), 500, 1);
}

}  // namespace
}  // namespace ae::forecast
