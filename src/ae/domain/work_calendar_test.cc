#include "ae/domain/work_calendar.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

Date day(const char* iso) { return *Date::from_iso(iso); }

TEST(WorkCalendar, AWeekHasFiveWorkingDays) {
  const WorkCalendar calendar;
  EXPECT_EQ(calendar.workdays(day("2026-05-04"), day("2026-05-10")), 5);
  EXPECT_FALSE(calendar.is_workday(day("2026-05-09")));
  EXPECT_TRUE(calendar.is_workday(day("2026-05-08")));
}

TEST(WorkCalendar, TwoHolidaysAndAWorkedSaturdayLeaveFour) {
  WorkCalendar calendar;
  calendar.set(day("2026-05-04"), DayKind::kHoliday);
  calendar.set(day("2026-05-05"), DayKind::kHoliday);
  calendar.set(day("2026-05-09"), DayKind::kWorkday);
  EXPECT_EQ(calendar.workdays(day("2026-05-04"), day("2026-05-10")), 4);
}

TEST(WorkCalendar, AHolidayOnASaturdayTakesNothingAway) {
  WorkCalendar calendar;
  calendar.set(day("2026-05-02"), DayKind::kHoliday);
  EXPECT_EQ(calendar.workdays(day("2026-04-27"), day("2026-05-03")), 5);
}

TEST(WorkCalendar, NoDaysFromALaterToAnEarlierDay) {
  EXPECT_EQ(WorkCalendar().workdays(day("2026-05-05"), day("2026-05-04")), 0);
}

TEST(WorkCalendar, SaysWhetherItNamesADayOfAPeriod) {
  WorkCalendar calendar;
  calendar.set(day("2026-05-04"), DayKind::kHoliday);
  EXPECT_TRUE(calendar.says_of(day("2026-05-04"), day("2026-05-04")));
  EXPECT_FALSE(calendar.says_of(day("2026-05-05"), day("2026-12-31")));
}

TEST(WorkCalendar, AWeekBeginsOnMonday) {
  EXPECT_EQ(monday_of(day("2026-05-10")), day("2026-05-04"));
  EXPECT_EQ(monday_of(day("2026-05-04")), day("2026-05-04"));
  EXPECT_EQ(monday_of(day("1969-12-31")), day("1969-12-29"));
}

}  // namespace
}  // namespace ae
