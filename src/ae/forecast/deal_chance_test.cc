#include "ae/forecast/deal_chance.h"

#include <gtest/gtest.h>

#include "ae/forecast/deals_for_test.h"

namespace ae::forecast {
namespace {

const FiscalCalendar kCalendar;

Vantage vantage() { return {day("2026-02-15"), kCalendar.quarter_containing(day("2026-02-15")), kCalendar}; }

TEST(DealChance, WithoutHistoryItIsThePolicysStageAndDate) {
  const Deal deal = open_deal(day("2026-01-10"), Stage::kProposal, day("2026-03-15"));
  const DealChances chances = DealChances::fit({deal}, vantage(), default_policy());
  EXPECT_NEAR(chances.of(deal)->probability, 0.6 * 0.7, 1e-9);
}

TEST(DealChance, WithoutHistoryAndStageNothingIsKnown) {
  const Deal deal = open_deal(day("2026-01-10"));
  EXPECT_FALSE(DealChances::fit({deal}, vantage(), default_policy()).of(deal).has_value());
}

TEST(DealChance, ALaterStageIsLikelierWhateverTheHistory) {
  std::vector<Deal> known{open_deal(day("2026-01-10"), Stage::kDiscovery, day("2026-03-15")),
                          open_deal(day("2026-01-10"), Stage::kNegotiation, day("2026-03-15"))};
  for (int index = 0; index < 400; ++index)
    known.push_back(closed_deal(index % 5 == 0, day("2025-01-01"), 30 + index % 50));
  const DealChances chances = DealChances::fit(known, vantage(), default_policy());
  const double discovery = chances.of(known[0])->probability;
  const double negotiation = chances.of(known[1])->probability;
  EXPECT_GT(negotiation, discovery * 2);
  EXPECT_LT(negotiation, 0.8 * 0.7) << "a history that wins one in five tempers the policy";
}

TEST(DealChance, DealsDueLaterSeldomCloseInThePeriod) {
  const Deal now = open_deal(day("2026-01-10"), Stage::kProposal, day("2026-03-15"));
  const Deal later = open_deal(day("2026-01-10"), Stage::kProposal, day("2026-06-15"));
  const DealChances chances = DealChances::fit({now, later}, vantage(), default_policy());
  EXPECT_NEAR(chances.of(later)->probability / chances.of(now)->probability, 1.0 / 7, 1e-9);
}

TEST(DealChance, WhatClosesBeforeAPeriodToComeIsNotPartOfIt) {
  std::vector<Deal> known{open_deal(day("2026-02-14"))};
  for (int index = 0; index < 400; ++index)
    known.push_back(closed_deal(true, day("2025-01-01") + index % 200, 10 + index % 20));
  const Period next = kCalendar.quarter_containing(day("2026-05-01"));
  const DealChances now = DealChances::fit(known, vantage(), default_policy());
  const DealChances later = DealChances::fit(known, {day("2026-02-15"), next, kCalendar}, default_policy());
  EXPECT_GT(now.of(known[0])->probability, 0.9) << "won within 30 days, as all were";
  EXPECT_LT(later.of(known[0])->probability, 0.1) << "so hardly ever after 44";
}

TEST(DealChance, OnceThePeriodIsOverNothingCloses) {
  const Deal deal = open_deal(day("2026-01-10"), Stage::kProposal, day("2026-03-15"));
  const Vantage after{day("2026-03-31"), vantage().period, kCalendar};
  EXPECT_EQ(DealChances::fit({deal}, after, default_policy()).of(deal)->probability, 0);
}

TEST(DealChance, MoreHistoryNarrowsTheInterval) {
  std::vector<Deal> known{open_deal(day("2026-01-10"), Stage::kProposal, day("2026-03-15"))};
  const DealChances bare = DealChances::fit(known, vantage(), default_policy());
  const double wide = bare.of(known[0])->high - bare.of(known[0])->low;
  for (int index = 0; index < 400; ++index)
    known.push_back(closed_deal(index % 2 == 0, day("2025-01-01"), 40 + index % 50));
  const DealChances learnt = DealChances::fit(known, vantage(), default_policy());
  EXPECT_LT(learnt.of(known[0])->high - learnt.of(known[0])->low, wide / 2);
  EXPECT_GT(learnt.of(known[0])->deals_behind, 300);
}

TEST(DealChance, ReasonsNameTheStageAndTheDate) {
  std::vector<Deal> known{open_deal(day("2026-01-10"), Stage::kDiscovery, day("2026-03-15")),
                          open_deal(day("2026-01-10"), Stage::kNegotiation, day("2026-06-15"))};
  const DealChances chances = DealChances::fit(known, vantage(), default_policy());
  const std::vector<ChanceReason> reasons = chances.reasons(known[1]);
  ASSERT_EQ(reasons.size(), 2U);
  for (const ChanceReason& reason : reasons) {
    const bool stage = reason.text.in(Language::kEnglish).find("Negotiation") != std::string::npos;
    EXPECT_EQ(reason.effect > 0, stage) << reason.text.in(Language::kEnglish);
  }
}

}  // namespace
}  // namespace ae::forecast
