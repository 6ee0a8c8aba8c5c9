#include "ae/domain/inaction_cost.h"

#include <limits>

#include <gtest/gtest.h>

namespace ae {
namespace {

const Currency kUsd = *Currency::from_code("USD");

Money usd(std::int64_t major) { return {major * 100, kUsd}; }

DiscoveryEntry answer(std::string question) {
  return {std::move(question), Date::from_iso("2026-02-10"), "As they said", "Dana Wu", {}, {}, {}, {}, {}};
}
DiscoveryEntry with_amount(std::string question, std::int64_t major) {
  DiscoveryEntry entry = answer(std::move(question));
  entry.amount = usd(major);
  return entry;
}

InactionCost cost_of(std::vector<DiscoveryEntry> log) {
  static std::vector<DealRecord> kept;  // lines borrow from the deal
  kept.reserve(64);
  kept.emplace_back().discovery = std::move(log);
  return inaction_cost(kept.back());
}

TEST(InactionCost, WhatHappensEachTimeIsMultipliedByHowOften) {
  DiscoveryEntry each = with_amount("impact_cost_each", 6000);
  each.per_year = 12;
  EXPECT_EQ(cost_of({each}).a_year, usd(72'000));
  each.per_year.reset();
  const InactionCost unknown = cost_of({each});
  EXPECT_EQ(unknown.a_year, std::nullopt);
  EXPECT_EQ(unknown.lines[0].use, CostUse::kNoFrequency);
  DiscoveryEntry often = answer("problem_how_often");
  often.per_year = 36;
  const InactionCost known = cost_of({each, often});
  EXPECT_EQ(known.a_year, usd(216'000));
  EXPECT_EQ(known.lines[0].times_from, "problem_how_often");
}

TEST(InactionCost, DaysCostMoneyOnlyWhenADayHasAPrice) {
  DiscoveryEntry time = answer("impact_time");
  time.days = 3;
  time.per_year = 12;
  const InactionCost days = cost_of({time});
  EXPECT_EQ(days.a_year, std::nullopt);
  EXPECT_EQ(days.days_a_year, 36);
  EXPECT_EQ(days.lines[0].use, CostUse::kNoDayCost);
  time.day_cost = usd(800);
  EXPECT_EQ(cost_of({time}).a_year, usd(28'800));
  time.amount = usd(100);
  EXPECT_EQ(cost_of({time}).a_year, usd(30'000));
}

TEST(InactionCost, TheSameMoneyIsNeverCountedTwice) {
  DiscoveryEntry each = with_amount("impact_cost_each", 6000);
  each.per_year = 12;
  const DiscoveryEntry team = with_amount("impact_team", 20'000), worth = with_amount("need_worth", 90'000);
  EXPECT_EQ(cost_of({worth}).a_year, usd(90'000));
  const InactionCost parts = cost_of({each, team, worth});
  EXPECT_EQ(parts.a_year, usd(92'000));
  EXPECT_EQ(parts.lines[2].use, CostUse::kOtherSide);
  const InactionCost total = cost_of({each, team, worth, with_amount("impact_cost_year", 85'000)});
  EXPECT_EQ(total.a_year, usd(85'000));
  for (const CostLine& line : total.lines)
    EXPECT_EQ(line.use == CostUse::kCounted, line.answer->question == "impact_cost_year");
}

TEST(InactionCost, NumbersOfLettersAndOfTheDeadlineAreNoCost) {
  DiscoveryEntry deadline = answer("need_by_when"), process = answer("decision_process_duration");
  deadline.days = process.days = 90;
  EXPECT_TRUE(cost_of({deadline, process, with_amount("economic_buyer_amount", 90'000)}).lines.empty());
}

TEST(InactionCost, OnlyTheLatestAnswerWithPersonAndDayCounts) {
  DiscoveryEntry before = with_amount("impact_cost_year", 50'000);
  before.asked = Date::from_iso("2026-01-10");
  EXPECT_EQ(cost_of({with_amount("impact_cost_year", 40'000), before}).a_year, usd(40'000));
  before.who.reset();
  const InactionCost hearsay = cost_of({before});
  EXPECT_EQ(hearsay.a_year, std::nullopt);
  EXPECT_EQ(hearsay.lines[0].use, CostUse::kUnattested);
}

TEST(InactionCost, WhatAnAmountCannotHoldIsLeftOutAndSaid) {
  DiscoveryEntry huge = answer("impact_cost_each");
  huge.amount = Money{std::numeric_limits<std::int64_t>::max() / 2, kUsd};
  huge.per_year = 10'000;
  const InactionCost cost = cost_of({huge});
  EXPECT_EQ(cost.a_year, std::nullopt);
  EXPECT_EQ(cost.lines[0].use, CostUse::kTooLarge);
}

}  // namespace
}  // namespace ae
