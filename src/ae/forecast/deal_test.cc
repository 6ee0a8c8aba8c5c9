#include "ae/forecast/deal.h"

#include <gtest/gtest.h>

#include "ae/forecast/deals_for_test.h"

namespace ae::forecast {
namespace {

TEST(Cut, WhatClosesLaterIsStillOpen) {
  const std::vector<Deal> deals{closed_deal(true, day("2025-01-01"), 10),
                                closed_deal(false, day("2025-01-01"), 40)};
  const std::vector<Deal> known = cut(deals, day("2025-01-20"));
  ASSERT_EQ(known.size(), 2U);
  EXPECT_EQ(known[0].state, DealState::kWon);
  EXPECT_EQ(known[1].state, DealState::kOpen);
  EXPECT_TRUE(known[1].closed.is_none());
}

TEST(Cut, WhatClosesThatDayIsClosed) {
  EXPECT_EQ(cut({closed_deal(true, day("2025-01-01"), 10)}, day("2025-01-11"))[0].state, DealState::kWon);
}

TEST(Cut, WhatIsCreatedLaterIsNotThere) {
  EXPECT_TRUE(cut({closed_deal(true, day("2025-02-01"), 10)}, day("2025-01-31")).empty());
}

TEST(Cut, DealsWithoutACreationDateAreKept) {
  EXPECT_EQ(cut({open_deal(Date{})}, day("2020-01-01")).size(), 1U);
}

TEST(Cut, AnAmountKnownOnlyAtTheCloseIsNotKnownBefore) {
  std::vector<Deal> deals{closed_deal(true, day("2025-01-01"), 40), open_deal(day("2025-01-05"))};
  EXPECT_FALSE(cut(deals, day("2025-01-20"))[0].amount.has_value());
  deals[1].amount = 5'000;
  EXPECT_TRUE(cut(deals, day("2025-01-20"))[0].amount.has_value());
}

TEST(Cut, APriceListDoesNotMakeWonAmountsKnownBeforeTheClose) {
  std::vector<Deal> deals{closed_deal(true, day("2025-01-01"), 40), open_deal(day("2025-01-05"))};
  deals[1].amount = 5'000;
  deals[1].supplied = true;
  EXPECT_FALSE(cut(deals, day("2025-01-20"))[0].amount.has_value());
}

TEST(Cut, AReopenedDealStandsInTheStageOfOpenDealsWhenTheyShareOne) {
  std::vector<Deal> deals{closed_deal(true, day("2025-01-01"), 40),
                          open_deal(day("2025-01-05"), Stage::kDemo)};
  EXPECT_EQ(cut(deals, day("2025-01-20"))[0].stage, Stage::kDemo);
  deals.push_back(open_deal(day("2025-01-05"), Stage::kProposal));
  EXPECT_EQ(cut(deals, day("2025-01-20"))[0].stage, Stage::kUnknown);
}

TEST(Cut, AReopenedDealHasNoExpectedCloseDate) {
  std::vector<Deal> deals{closed_deal(true, day("2025-01-01"), 40)};
  deals[0].close = deals[0].closed;
  EXPECT_TRUE(cut(deals, day("2025-01-20"))[0].close.is_none()) << "it would tell the future";
}

}  // namespace
}  // namespace ae::forecast
