#include "ae/forecast/track_record.h"

#include <gtest/gtest.h>

#include "ae/forecast/deals_for_test.h"

namespace ae::forecast {
namespace {

TrackPoint point(double actual, double by_deals, double by_pace) {
  TrackPoint made;
  made.phase = VantagePhase::kStart;
  made.period_end = day("2025-03-31");
  made.actual = actual;
  made.by_deals = by_deals;
  made.by_pace = by_pace;
  made.blended = (by_deals + by_pace) / 2;
  made.corrected = made.blended;
  return made;
}

TEST(TrackRecord, WithoutAPastBothForecastsWeighTheSame) {
  EXPECT_EQ(TrackRecord{}.weight_of_deals(VantagePhase::kStart), 0.5);
  EXPECT_EQ(TrackRecord{}.correction(VantagePhase::kStart), 1);
}

TEST(TrackRecord, TheForecastThatMissedLessWeighsMore) {
  TrackRecord record;
  record.add(point(100, 110, 160));
  EXPECT_GT(record.weight_of_deals(VantagePhase::kStart), 0.5);
  EXPECT_LT(record.weight_of_deals(VantagePhase::kStart), 60.0 / 70) << "one point does not decide alone";
  EXPECT_EQ(record.weight_of_deals(VantagePhase::kLate), 0.5) << "another phase has its own past";
}

TEST(TrackRecord, OneOvershootIsHalfBelieved) {
  TrackRecord record;
  record.add(point(80, 100, 100));
  EXPECT_NEAR(record.correction(VantagePhase::kStart), 0.9, 1e-12);
  record.add(point(80, 100, 100));
  EXPECT_NEAR(record.correction(VantagePhase::kStart), 1 - 0.4 / 3, 1e-12);
}

TEST(TrackRecord, ACorrectionNeverRunsAway) {
  TrackRecord record;
  for (int index = 0; index < 20; ++index) record.add(point(1'000, 1, 1));
  EXPECT_EQ(record.correction(VantagePhase::kStart), 2);
}

TEST(TrackRecord, GoodForecastsNarrowTheCommonFactor) {
  TrackRecord record;
  const double before = record.common_variance();
  for (int index = 0; index < 20; ++index) record.add(point(100, 100, 100));
  EXPECT_NEAR(before, 0.04, 1e-12);
  EXPECT_LT(record.common_variance(), 0.005);
}

TEST(TrackRecord, QuartersThatAreNotOverTeachNothingYet) {
  TrackRecord record;
  record.add(point(80, 100, 100));
  EXPECT_EQ(record.known_at(day("2025-03-30")).size(), 0U);
  EXPECT_EQ(record.known_at(day("2025-03-31")).size(), 1U);
}

TEST(Vantage, PhasesAreThoseOfTheReplayedDays) {
  const FiscalCalendar calendar;
  const Period period = calendar.quarter_containing(day("2025-01-15"));
  const auto phase = [&](int offset) { return phase_of({period.start + (offset - 1), period, calendar}); };
  EXPECT_EQ(phase(0), VantagePhase::kStart);
  EXPECT_EQ(phase(period.length() / 2), VantagePhase::kMiddle);
  EXPECT_EQ(phase(period.length() * 4 / 5), VantagePhase::kLate);
}

}  // namespace
}  // namespace ae::forecast
