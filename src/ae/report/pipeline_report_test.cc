#include "ae/report/pipeline_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/report/deals_for_test.h"

namespace ae::report {
namespace {

using testing::Contains;
using testing::Field;

PipelineResult pipeline(const std::vector<Deal>& deals, const Scope& scope = scope_at("2026-02-15"),
                        std::vector<Note>* notes = nullptr) {
  return report_on<PipelineReport>(deals, scope, notes);
}

TEST(Pipeline, WeighsByThePolicysStageProbability) {
  const PipelineResult result = pipeline(
      {{.stage = Stage::kNegotiation, .amount = 1'000'00}, {.stage = Stage::kProspect, .amount = 5}});
  EXPECT_EQ(result.open.weighted->minor, 800'00)
      << "80 % of $1,000 and 10 % of 5 cents, rounded once, half to even";
  EXPECT_EQ(result.by_stage[4].weighted->minor, 800'00);
}

TEST(Pipeline, SumsCoverKnownAmountsAndSayHowMany) {
  const PipelineResult result = pipeline({{.amount = 100}, {}, {.amount = 0}});
  EXPECT_EQ(result.open.count, 3);
  EXPECT_EQ(result.open.with_amount, 2);
  EXPECT_EQ(result.open.amount->minor, 100);
}

TEST(Pipeline, NothingKnownIsNullAndNotZero) {
  const PipelineResult result = pipeline({{}});
  EXPECT_FALSE(result.open.amount.has_value());
  EXPECT_FALSE(result.open.weighted.has_value());
  EXPECT_FALSE(result.open.imported_weighted.has_value());
}

TEST(Pipeline, AnUnknownStageStandsLastUnderItsOwnName) {
  std::vector<Note> notes;
  const PipelineResult result =
      pipeline({{.stage = Stage::kUnknown, .amount = 700}}, scope_at("2026-02-15"), &notes);
  ASSERT_EQ(result.by_stage.size(), 6U);
  EXPECT_EQ(result.by_stage[5].stage, "Engaging");
  EXPECT_FALSE(result.by_stage[5].probability.has_value());
  EXPECT_FALSE(result.by_stage[5].weighted.has_value());
  EXPECT_EQ(result.by_stage[5].amount->minor, 700);
  EXPECT_FALSE(result.by_category.back().category.has_value());
  EXPECT_EQ(result.by_category.back().count, 1);
  EXPECT_THAT(notes, Contains(Field(&Note::code, "stage_without_probability")));
}

TEST(Pipeline, ACategoryOfTheSourceWinsOverTheStagesBand) {
  const PipelineResult result =
      pipeline({{.stage = Stage::kNegotiation, .category = ForecastCategory::kUpside}});
  EXPECT_EQ(result.by_category[3].category, ForecastCategory::kUpside);
  EXPECT_EQ(result.by_category[3].count, 1);
}

TEST(Pipeline, OwnersStandByOpenAmountThenByName) {
  const PipelineResult result = pipeline({{.amount = 5, .owner = "Ben"},
                                          {.amount = 9, .owner = "Cai"},
                                          {.amount = 5, .owner = "Ana"},
                                          {.owner = "Dov"}});
  ASSERT_EQ(result.by_owner.size(), 4U);
  EXPECT_EQ(result.by_owner[0].name, "Cai");
  EXPECT_EQ(result.by_owner[1].name, "Ana");
  EXPECT_EQ(result.by_owner[2].name, "Ben");
  EXPECT_EQ(result.by_owner[3].name, "Dov") << "an unknown amount stands last";
}

TEST(Pipeline, AnOwnersWinRateNeverCountsOpenDeals) {
  const PipelineResult result = pipeline({{.stage = Stage::kClosedWon, .owner = "Ana"},
                                          {.stage = Stage::kClosedLost, .owner = "Ana"},
                                          {.owner = "Ana"}});
  EXPECT_EQ(result.by_owner[0].win_rate, Ratio::of_units(5'000));
}

TEST(Pipeline, QuotasOfOwnersAddUpToTheirTeamsAndThePeriods) {
  Scope scope = scope_at("2026-02-15");
  const Currency usd = *scope.currency;
  scope.quotas = {{"Ana", "West", scope.period, {300, usd}}, {"Ben", "West", scope.period, {500, usd}}};
  const PipelineResult result = pipeline(
      {{.stage = Stage::kClosedWon, .amount = 150, .close = "2026-01-05", .owner = "Ana", .team = "West"}},
      scope);
  EXPECT_EQ(result.by_owner[0].attainment, Ratio::of_units(5'000));
  EXPECT_EQ(result.by_team[0].quota->minor, 800);
  EXPECT_EQ(result.coverage.quota->minor, 800);
}

TEST(Pipeline, AQuotaOfAnotherPeriodDoesNotCount) {
  Scope scope = scope_at("2026-02-15");
  const Period other = *FiscalCalendar{}.parse_quarter("2026-Q2", scope.as_of);
  scope.quotas = {{"Ana", "", other, {300, *scope.currency}}};
  EXPECT_FALSE(pipeline({}, scope).coverage.quota.has_value());
}

TEST(Pipeline, CurrenciesStandApartAndAreNeverAdded) {
  Scope scope = scope_at("2026-02-15");
  scope.currency = std::nullopt;
  std::vector<Note> notes;
  const PipelineResult result =
      pipeline({{.amount = 100}, {.amount = 300, .currency = "EUR"}}, scope, &notes);
  EXPECT_EQ(result.open.count, 2);
  EXPECT_FALSE(result.open.amount.has_value());
  ASSERT_EQ(result.by_currency.size(), 2U);
  EXPECT_EQ(result.by_currency[0].currency, "EUR");
  EXPECT_EQ(result.by_currency[0].open.amount->minor, 300);
  EXPECT_THAT(notes, Contains(Field(&Note::code, "several_currencies")));
}

TEST(Velocity, IsOpenDealsTimesWinRateTimesAverageOverCycle) {
  const PipelineResult result = pipeline(
      {{.stage = Stage::kClosedWon, .amount = 1'000'00, .close = "2026-01-31", .created = "2026-01-01"},
       {.stage = Stage::kClosedLost, .amount = 500'00, .close = "2026-01-31", .created = "2026-01-01"},
       {},
       {},
       {}});
  EXPECT_EQ(result.velocity.win_rate, Ratio::of_units(5'000));
  EXPECT_EQ(result.velocity.win_rate_by_amount, Ratio::of_units(6'667));
  EXPECT_EQ(result.velocity.mean_cycle_days, Days::of_units(30'00));
  EXPECT_EQ(result.velocity.value_per_day->minor, 50'00) << "3 × 0.5 × $1,000 ÷ 30";
}

TEST(Velocity, MedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo) {
  std::vector<Deal> deals;
  for (const std::int64_t amount : {10, 20, 31, 90}) {
    deals.push_back(
        {.stage = Stage::kClosedWon, .amount = amount, .close = "2026-01-02", .created = "2026-01-01"});
  }
  EXPECT_EQ(pipeline(deals).velocity.median_won_amount->minor, 26) << "25.5 cents, half to even";
}

TEST(Velocity, LostDealsWithoutMoneyGiveNoRateByAmount) {
  std::vector<Note> notes;
  const PipelineResult result =
      pipeline({{.stage = Stage::kClosedWon, .amount = 100}, {.stage = Stage::kClosedLost, .amount = 0}},
               scope_at("2026-02-15"), &notes);
  EXPECT_FALSE(result.velocity.win_rate_by_amount.has_value());
  EXPECT_THAT(notes, Contains(Field(&Note::code, "lost_amounts_zero")));
}

TEST(Velocity, ACloseBeforeItsCreationHasNoCycle) {
  std::vector<Note> notes;
  const PipelineResult result =
      pipeline({{.stage = Stage::kClosedWon, .amount = 100, .close = "2026-01-01", .created = "2026-01-31"}},
               scope_at("2026-02-15"), &notes);
  EXPECT_FALSE(result.velocity.mean_cycle_days.has_value());
  EXPECT_FALSE(result.velocity.value_per_day.has_value());
  EXPECT_THAT(notes, Contains(Field(&Note::code, "closed_before_created")));
}

}  // namespace
}  // namespace ae::report
