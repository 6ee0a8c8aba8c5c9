#include "ae/forecast/close_hazard.h"

#include <gtest/gtest.h>

#include "ae/forecast/deals_for_test.h"

namespace ae::forecast {
namespace {

TEST(CloseHazard, HalfOfDealsThatAreAllWonOrLostAtOneAgeAreWon) {
  std::vector<Deal> deals;
  for (int index = 0; index < 200; ++index)
    deals.push_back(closed_deal(index % 2 == 0, day("2025-01-01") + index, 30));
  const CloseHazard hazard = CloseHazard::fit(deals, day("2025-12-31"));
  EXPECT_EQ(hazard.closed(), 200);
  EXPECT_NEAR(hazard.won_at_all(0), 0.5, 0.02);
  EXPECT_NEAR(hazard.won_within(0, 29), 0, 0.02) << "no deal closes before its 30th day";
  EXPECT_NEAR(hazard.won_within(0, 31), 0.5, 0.05);
}

TEST(CloseHazard, ChancesGrowWithTheDaysLeftAndStayChances) {
  std::vector<Deal> deals;
  for (int index = 0; index < 300; ++index)
    deals.push_back(closed_deal(index % 3 != 0, day("2025-01-01") + index, index % 90));
  const CloseHazard hazard = CloseHazard::fit(deals, day("2026-03-31"));
  double before = 0;
  for (int days = 0; days < 200; ++days) {
    const double now = hazard.won_within(10, days);
    EXPECT_GE(now, before);
    EXPECT_LE(now, 1);
    before = now;
  }
}

TEST(CloseHazard, DealsStillOpenCountAsNotWonYet) {
  std::vector<Deal> deals;
  for (int index = 0; index < 100; ++index) deals.push_back(closed_deal(true, day("2025-01-01") + index, 20));
  const double closed_only = CloseHazard::fit(deals, day("2025-12-31")).won_within(0, 25);
  for (int index = 0; index < 100; ++index) deals.push_back(open_deal(day("2025-01-01") + index));
  const double with_open = CloseHazard::fit(deals, day("2025-12-31")).won_within(0, 25);
  EXPECT_GT(closed_only, 0.9);
  EXPECT_NEAR(with_open, 0.46, 0.05) << "half of all deals have not been won after 20 days";
}

TEST(CloseHazard, AFileThatBeginsWithItsFirstCloseDoesNotMakeDealsLookSlow) {
  // Deals have been created since 2024, closes are on record from 2025-01-01 on: those won earlier are
  // missing.
  std::vector<Deal> whole;
  for (int index = 0; index < 700; ++index)
    whole.push_back(closed_deal(index % 2 == 0, day("2024-01-01") + index, 60 + index % 60));
  std::vector<Deal> late;
  for (const Deal& deal : whole) {
    if (deal.closed >= day("2025-01-01")) late.push_back(deal);
  }
  const double expected = CloseHazard::fit(whole, day("2025-12-31")).won_within(0, 90);
  EXPECT_NEAR(CloseHazard::fit(late, day("2025-12-31")).won_within(0, 90), expected, 0.06);
}

TEST(CloseHazard, DealsThatCloseBeforeTheyAreCreatedSayNothing) {
  std::vector<Deal> deals{closed_deal(true, day("2025-05-01"), -10)};
  EXPECT_EQ(CloseHazard::fit(deals, day("2025-12-31")).closed(), 0);
}

TEST(CloseHazard, WithoutDealsNothingIsWon) {
  const CloseHazard hazard = CloseHazard::fit({}, day("2025-12-31"));
  EXPECT_EQ(hazard.closed(), 0);
  EXPECT_EQ(hazard.won_at_all(10), 0);
  EXPECT_EQ(hazard.won_within_ageless(90), 0);
}

TEST(CloseHazard, UndatedDealsThatNeverCloseAreNotExpectedTo) {
  std::vector<Deal> deals;
  for (int index = 0; index < 100; ++index) deals.push_back(closed_deal(true, day("2025-01-01") + index, 20));
  for (int index = 0; index < 50; ++index) deals.push_back(open_deal(Date{}));
  EXPECT_EQ(CloseHazard::fit(deals, day("2025-12-31")).won_within_ageless(90), 0);
}

TEST(CloseHazard, SaysHowManyDealsAChanceRestsOn) {
  std::vector<Deal> deals;
  for (int index = 0; index < 40; ++index) deals.push_back(closed_deal(true, day("2025-01-01"), index));
  const CloseHazard hazard = CloseHazard::fit(deals, day("2025-12-31"));
  EXPECT_EQ(hazard.closed_beyond(0), 40);
  EXPECT_EQ(hazard.closed_beyond(30), 10);
  EXPECT_EQ(hazard.closed_beyond(99), 0);
}

}  // namespace
}  // namespace ae::forecast
