#include "ae/forecast/backtest.h"

#include <gtest/gtest.h>

#include "ae/forecast/deals_for_test.h"

namespace ae::forecast {
namespace {

/// Two deals created every day of 2024 to mid 2026, won or lost in turn 20 to 59 days later, 1,000.00 each.
std::vector<Deal> steady_business() {
  std::vector<Deal> deals;
  for (int index = 0; index < 1'800; ++index) {
    const Date created = day("2024-01-01") + index / 2;
    deals.push_back(closed_deal(index % 4 < 2, created, 20 + index % 40));
  }
  return deals;
}

TEST(Backtest, ReplaysFullQuartersAtThreeDaysEach) {
  const Backtest backtest =
      run_backtest(steady_business(), day("2025-12-31"), FiscalCalendar{}, default_policy());
  // first close 2024-01-21: Q1 2024 has fewer than 90 % of its days after it
  ASSERT_EQ(backtest.points.size(), 21U);
  EXPECT_EQ(backtest.points[0].period.name, "2024-Q2");
  EXPECT_EQ(backtest.points[0].day, day("2024-04-01"));
  EXPECT_EQ(backtest.points[1].day, day("2024-05-16"));
  EXPECT_EQ(backtest.points[2].day, day("2024-06-12"));
  EXPECT_EQ(backtest.points.back().period.name, "2025-Q4");
}

TEST(Backtest, TheLearntForecastSeesSteadyBusinessComing) {
  const Backtest backtest =
      run_backtest(steady_business(), day("2025-12-31"), FiscalCalendar{}, default_policy());
  const MethodScore learnt = score(backtest, ForecastMethod::kLearnt);
  EXPECT_LT(*learnt.wape, 0.05);
  EXPECT_GE(*learnt.coverage, 0.8) << "nothing here varies by chance";
  const MethodScore closed_only = score(backtest, ForecastMethod::kStageWeighted);
  EXPECT_GT(*closed_only.wape, 0.4) << "without expected close dates it knows closed deals only";
}

TEST(Backtest, ForecastsDoNotSeeTheFuture) {
  std::vector<Deal> deals = steady_business();
  const Backtest before = run_backtest(deals, day("2024-12-31"), FiscalCalendar{}, default_policy());
  for (Deal& deal : deals) {
    if (deal.closed > day("2024-12-31")) deal.amount = 9'999'999'00;
    if (deal.closed > day("2024-12-31")) deal.state = DealState::kLost;
  }
  const Backtest after = run_backtest(deals, day("2024-12-31"), FiscalCalendar{}, default_policy());
  ASSERT_EQ(before.points.size(), after.points.size());
  for (std::size_t index = 0; index < before.points.size(); ++index) {
    EXPECT_EQ(before.points[index].methods[ForecastMethod::kLearnt].forecast,
              after.points[index].methods[ForecastMethod::kLearnt].forecast);
  }
}

TEST(Forecast, TheNextQuarterIsForecastWithoutTheRestOfThisOne) {
  const std::vector<Deal> known = cut(steady_business(), day("2025-11-15"));
  const FiscalCalendar calendar;
  const Period next = calendar.quarter_containing(day("2026-02-01"));
  const auto learnt = learn(known, {day("2025-11-15"), next, calendar}, default_policy(), TrackRecord{});
  EXPECT_EQ(learnt->closed, 0);
  // one of two deals a day is won, 1,000.00 each: 90 days bring about 90,000.00
  EXPECT_NEAR(learnt->mean() / (90 * 1'000'00), 1, 0.1);
}

TEST(Backtest, LastYearsPaceNeedsAYear) {
  const Backtest backtest =
      run_backtest(steady_business(), day("2025-12-31"), FiscalCalendar{}, default_policy());
  EXPECT_FALSE(backtest.points[0].methods[ForecastMethod::kLastYearPace].forecast.has_value());
  EXPECT_TRUE(backtest.points.back().methods[ForecastMethod::kLastYearPace].forecast.has_value());
  EXPECT_LT(*score(backtest, ForecastMethod::kLastYearPace).wape, 0.05);
}

TEST(Backtest, NothingClosedNothingReplayed) {
  EXPECT_TRUE(
      run_backtest({open_deal(day("2025-01-01"))}, day("2025-12-31"), FiscalCalendar{}, default_policy())
          .points.empty());
}

}  // namespace
}  // namespace ae::forecast
