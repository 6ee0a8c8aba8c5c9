#include "ae/method/coaching.h"

#include <gtest/gtest.h>

namespace ae::method {
namespace {

CoachingCase rate(std::string owner, std::int64_t won, std::int64_t closed) {
  CoachingCase each;
  each.owner = std::move(owner);
  each.successes = won;
  each.trials = closed;
  return each;
}

CoachingCase cycles(std::string owner, double days, int deals) {
  CoachingCase each;
  each.owner = std::move(owner);
  each.metric = CoachingMetric::kCycleDays;
  for (int deal = 0; deal < deals; ++deal) each.numbers.add(days + deal % 5);
  return each;
}

TEST(Coaching, WhoWinsLessThanChanceExplainsIsWorseAndGetsAPage) {
  const auto rows = coaching({rate("Ana", 2, 40), rate("Ben", 20, 40), rate("Cy", 22, 40)}, Currency{});
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].verdict, CoachingVerdict::kWorse);
  EXPECT_EQ(std::get<Ratio>(*rows[0].value).str(), "0.0500");
  EXPECT_EQ(std::get<Ratio>(*rows[0].others).str(), "0.5250");
  EXPECT_EQ(rows[0].playbook, "competency-discovery-and-qualification");
  ASSERT_TRUE(rows[0].text.has_value());
}

TEST(Coaching, AShorterCycleIsBetter) {
  const auto rows = coaching({cycles("Ana", 30, 20), cycles("Ben", 60, 20)}, Currency{});
  EXPECT_EQ(rows[0].verdict, CoachingVerdict::kBetter);
  EXPECT_EQ(rows[1].verdict, CoachingVerdict::kWorse);
}

TEST(Coaching, BelowTenDealsOfEitherThereIsNoVerdict) {
  const auto rows = coaching({rate("Ana", 0, 9), rate("Ben", 30, 30)}, Currency{});
  EXPECT_EQ(rows[0].verdict, CoachingVerdict::kTooFew);
  EXPECT_EQ(rows[1].verdict, CoachingVerdict::kTooFew);
  EXPECT_FALSE(rows[0].q_value.has_value());
  EXPECT_TRUE(rows[0].low.has_value());
}

TEST(Coaching, MetricsAreNotMixed) {
  const auto rows = coaching({rate("Ana", 5, 20), cycles("Ben", 60, 20)}, Currency{});
  EXPECT_EQ(rows[0].others_deals, 0);
  EXPECT_EQ(rows[1].others_deals, 0);
}

}  // namespace
}  // namespace ae::method
