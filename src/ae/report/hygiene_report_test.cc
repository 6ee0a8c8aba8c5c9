#include "ae/report/hygiene_report.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/report/deals_for_test.h"

namespace ae::report {
namespace {

using testing::Contains;
using testing::Field;

constexpr const char* kToday = "2026-02-15";

const HygieneFigures& rule(const HygieneResult& result, HygieneRule asked) {
  return *std::find_if(result.hygiene.begin(), result.hygiene.end(),
                       [&](const HygieneFigures& row) { return row.rule == asked; });
}

std::optional<std::int64_t> count(HygieneRule asked, const std::vector<Deal>& deals) {
  return rule(report_on<HygieneReport>(deals, scope_at(kToday)), asked).count;
}

TEST(Hygiene, ACloseDateOfTodayIsNotPast) {
  EXPECT_EQ(count(HygieneRule::kCloseDatePast, {{.close = "2026-02-15"}}), 0);
  EXPECT_EQ(count(HygieneRule::kCloseDatePast, {{.close = "2026-02-14"}}), 1);
}

TEST(Hygiene, OnlyOpenDealsAreChecked) {
  EXPECT_EQ(count(HygieneRule::kCloseDatePast, {{.stage = Stage::kClosedLost, .close = "2025-02-14"}}), 0);
}

TEST(Hygiene, AnAmountOfZeroIsAnAmount) {
  EXPECT_EQ(count(HygieneRule::kAmountMissing, {{.amount = 0}, {.amount = table::kNoAmount}}), 1);
}

TEST(Hygiene, NegativeAmountsAreFound) {
  EXPECT_EQ(count(HygieneRule::kAmountNegative, {{.amount = -1}, {.amount = 0}}), 1);
}

TEST(Hygiene, FourteenDaysWithoutActivityAreFine) {
  EXPECT_EQ(count(HygieneRule::kNoRecentActivity, {{.last_activity = "2026-02-01"}}), 0);
  EXPECT_EQ(count(HygieneRule::kNoRecentActivity, {{.last_activity = "2026-01-31"}}), 1);
}

TEST(Hygiene, ADealNeverWorkedOnIsStaleOnceItIsOldEnough) {
  EXPECT_EQ(count(HygieneRule::kNoRecentActivity, {{.created = "2026-02-10"}}), 0);
  EXPECT_EQ(count(HygieneRule::kNoRecentActivity, {{.created = "2026-01-10"}}), 1);
  EXPECT_EQ(count(HygieneRule::kNoRecentActivity, {{}}), 1);
}

TEST(Hygiene, AStageIsOverdueTheDayAfterItsLimit) {
  EXPECT_EQ(count(HygieneRule::kStageOverdue, {{.stage = Stage::kDiscovery, .stage_since = "2026-01-25"}}),
            0);
  EXPECT_EQ(count(HygieneRule::kStageOverdue, {{.stage = Stage::kDiscovery, .stage_since = "2026-01-24"}}),
            1);
  EXPECT_EQ(count(HygieneRule::kStageOverdue, {{.stage = Stage::kUnknown, .stage_since = "2020-01-24"}}), 0);
}

TEST(Hygiene, OlderThanMostWonCyclesIsByNearestRank) {
  std::vector<Deal> deals;
  for (const char* close :
       {"2026-01-11", "2026-01-21", "2026-01-31", "2026-02-10", "2026-02-20"}) {  // cycles 10 … 50
    deals.push_back({.stage = Stage::kClosedWon, .close = close, .created = "2026-01-01"});
  }
  deals.push_back({.created = "2026-01-06"});  // 40 days: the 80th percentile itself
  EXPECT_EQ(count(HygieneRule::kOlderThanWonCycle, deals), 0);
  deals.push_back({.created = "2026-01-05"});
  EXPECT_EQ(count(HygieneRule::kOlderThanWonCycle, deals), 1);
}

TEST(Hygiene, WithoutWonDealsNoCycleIsKnown) {
  std::vector<Note> notes;
  const HygieneResult result =
      report_on<HygieneReport>({{.created = "2020-01-01"}}, scope_at(kToday), &notes);
  EXPECT_FALSE(rule(result, HygieneRule::kOlderThanWonCycle).count.has_value());
  EXPECT_THAT(notes, Contains(Field(&Note::code, "no_won_cycles")));
}

TEST(Hygiene, ARuleWithoutItsColumnHasNoCountAndANote) {
  std::vector<Note> notes;
  const HygieneResult result =
      report_on<HygieneReport>({{}}, scope_at(kToday), &notes, {OpportunityField::kNextStep});
  EXPECT_FALSE(rule(result, HygieneRule::kNextStepMissing).count.has_value());
  EXPECT_EQ(rule(result, HygieneRule::kCloseDateMissing).count, 1);
  EXPECT_THAT(notes, Contains(Field(&Note::code, "rule_without_column")));
}

TEST(Hygiene, NoNewDealsIsTheFindingOfNewDeals) {
  const HygieneResult none = report_on<HygieneReport>({{.created = "2026-02-07"}}, scope_at(kToday));
  EXPECT_EQ(rule(none, HygieneRule::kNewDeals).count, 0);
  EXPECT_EQ(rule(none, HygieneRule::kNewDeals).severity, Severity::kWarning);
  const HygieneResult one = report_on<HygieneReport>({{.created = "2026-02-08"}}, scope_at(kToday));
  EXPECT_EQ(rule(one, HygieneRule::kNewDeals).count, 1);
  EXPECT_EQ(rule(one, HygieneRule::kNewDeals).severity, Severity::kInfo);
}

TEST(Ageing, ListsTheLargestFirstAndUnknownAmountsLast) {
  const auto aged = [](std::int64_t amount, const std::string& name) {
    return Deal{.stage = Stage::kProspect, .amount = amount, .stage_since = "2026-01-01", .name = name};
  };
  const HygieneResult result = report_on<HygieneReport>(
      {aged(table::kNoAmount, "unknown"), aged(5, "small"), aged(900, "large")}, scope_at(kToday));
  ASSERT_EQ(result.ageing.size(), 3U);
  EXPECT_EQ(result.ageing[0].name, "large");
  EXPECT_EQ(result.ageing[1].name, "small");
  EXPECT_EQ(result.ageing[2].name, "unknown");
  EXPECT_EQ(result.ageing[0].days_in_stage, 45);
  EXPECT_EQ(result.ageing[0].limit_days, 14);
}

TEST(Ageing, KeepsAHundredAndCountsAll) {
  std::vector<Deal> deals;
  for (int number = 0; number < 250; ++number)
    deals.push_back({.stage = Stage::kDemo, .amount = number, .stage_since = "2026-01-01"});
  const HygieneResult result = report_on<HygieneReport>(deals, scope_at(kToday));
  EXPECT_EQ(result.ageing.size(), 100U);
  EXPECT_EQ(result.ageing.back().amount->minor, 150);
  EXPECT_EQ(result.ageing_total.count, 250);
}

}  // namespace
}  // namespace ae::report
