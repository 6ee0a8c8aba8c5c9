#include "ae/forecast/fan.h"

#include <gtest/gtest.h>

#include "ae/domain/policy.h"
#include "ae/forecast/deals_for_test.h"

namespace ae::forecast {
namespace {

/// A win of 1,000 every other day of 2025, each created 20 days before, and five open deals.
std::vector<Deal> steady() {
  std::vector<Deal> deals;
  for (Date created = day("2024-12-01"); created < day("2025-10-25"); created = created + 2)
    deals.push_back(closed_deal(true, created, 20));
  for (int index = 0; index < 5; ++index)
    deals.push_back(open_deal(day("2025-11-01") + index, Stage::kDemo, {}, 1'000'00));
  return deals;
}

struct Forecasted {
  LearntForecast whole;
  std::vector<FanPoint> points;
};

Forecasted fan_at(Date as_of) {
  const FiscalCalendar calendar;
  const Vantage vantage{as_of, calendar.quarter_containing(day("2025-11-01")), calendar};
  const std::vector<Deal> known = cut(steady(), as_of);
  const auto whole = learn(known, vantage, default_policy(), TrackRecord{});
  return {*whole, fan(*whole, known, vantage, DealChances::fit(known, vantage, default_policy()),
                      WonAmounts::fit(known))};
}

TEST(Fan, EndsWithTheForecastAndBeginsWithWhatIsClosed) {
  const auto [whole, points] = fan_at(day("2025-11-15"));
  ASSERT_EQ(points.size(), 13U) << "six weeks, the day itself, six days to come";
  EXPECT_EQ(points.front().day, day("2025-10-07"));
  EXPECT_EQ(points[6].day, day("2025-11-15"));
  EXPECT_EQ(points[6].closed, whole.closed);
  EXPECT_EQ(points.back().day, day("2025-12-31"));
  EXPECT_EQ(points.back().p50, whole.outcome.quantile(0.5));
  EXPECT_EQ(points.back().p90, whole.outcome.quantile(0.9));
}

TEST(Fan, RisesAndWidensTowardsTheEnd) {
  const auto [whole, points] = fan_at(day("2025-11-15"));
  for (std::size_t at = 8; at < points.size(); ++at) {
    EXPECT_GE(*points[at].p50, *points[at - 1].p50);
    EXPECT_GE(*points[at].p90 - *points[at].p10, *points[at - 1].p90 - *points[at - 1].p10);
  }
  EXPECT_LE(*points[7].p50, whole.closed + (*points.back().p50 - whole.closed) / 3);
}

TEST(Fan, OfAQuarterToComeHasNoPast) {
  const auto [whole, points] = fan_at(day("2025-09-20"));
  ASSERT_EQ(points.size(), 6U);
  for (const FanPoint& point : points) EXPECT_FALSE(point.closed.has_value());
  EXPECT_EQ(points.back().p50, whole.outcome.quantile(0.5));
}

TEST(Fan, OfAQuarterThatHasEndedIsItsPast) {
  const auto [whole, points] = fan_at(day("2026-01-10"));
  for (const FanPoint& point : points) EXPECT_TRUE(point.closed.has_value());
  EXPECT_LE(points.back().day, day("2025-12-31"));
}

}  // namespace
}  // namespace ae::forecast
