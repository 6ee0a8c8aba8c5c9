#include "ae/base/period.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

Date day(const char* iso) { return Date::from_iso(iso).value(); }

/// "2026-Q1 2026-01-01..2026-03-31"
std::string shown(const std::optional<Period>& period) {
  return period ? period->name + " " + period->start.iso() + ".." + period->end.iso() : "none";
}

std::string parsed(unsigned first_month, const char* text, const char* as_of) {
  return shown(FiscalCalendar{first_month}.parse_quarter(text, day(as_of)));
}

std::string containing(unsigned first_month, const char* date) {
  return shown(FiscalCalendar{first_month}.quarter_containing(day(date)));
}

TEST(Period, CalendarQuartersAreNamedByTheirYear) {
  EXPECT_EQ(containing(1, "2026-01-01"), "2026-Q1 2026-01-01..2026-03-31");
  EXPECT_EQ(containing(1, "2026-03-31"), "2026-Q1 2026-01-01..2026-03-31");
  EXPECT_EQ(containing(1, "2026-04-01"), "2026-Q2 2026-04-01..2026-06-30");
  EXPECT_EQ(containing(1, "2026-12-31"), "2026-Q4 2026-10-01..2026-12-31");
}

TEST(Period, FiscalQuartersAreNamedByTheYearTheFiscalYearEndsIn) {
  EXPECT_EQ(containing(2, "2026-01-31"), "FY26-Q4 2025-11-01..2026-01-31");
  EXPECT_EQ(containing(2, "2026-02-01"), "FY27-Q1 2026-02-01..2026-04-30");
  EXPECT_EQ(containing(4, "2026-02-15"), "FY26-Q4 2026-01-01..2026-03-31");
  EXPECT_EQ(containing(7, "2026-02-15"), "FY26-Q3 2026-01-01..2026-03-31");
  EXPECT_EQ(containing(10, "2026-10-01"), "FY27-Q1 2026-10-01..2026-12-31");
  EXPECT_EQ(containing(12, "2026-02-28"), "FY26-Q1 2025-12-01..2026-02-28");
}

TEST(Period, QuartersOfEveryCalendarTileTheDays) {
  for (unsigned first_month = 1; first_month <= 12; ++first_month) {
    const FiscalCalendar calendar{first_month};
    Period before = calendar.quarter_containing(day("2023-12-31"));
    for (Date date = day("2024-01-01"); date <= day("2025-12-31"); date = date + 1) {
      const Period now = calendar.quarter_containing(date);
      ASSERT_TRUE(now.contains(date)) << first_month << " " << date.iso();
      if (now != before) {
        ASSERT_EQ(now.start, before.end + 1);
      }
      before = now;
    }
  }
}

TEST(Period, ParsingItsOwnNameGivesThePeriodBack) {
  for (unsigned first_month = 1; first_month <= 12; ++first_month) {
    const FiscalCalendar calendar{first_month};
    for (const char* date : {"2024-02-29", "2025-06-30", "2026-11-01"}) {
      const Period period = calendar.quarter_containing(day(date));
      EXPECT_EQ(calendar.parse_quarter(period.name, day("2020-01-01")), period) << period.name;
    }
  }
}

TEST(Period, BareQuarterIsOfTheFiscalYearContainingAsOf) {
  EXPECT_EQ(parsed(1, "Q4", "2026-02-15"), "2026-Q4 2026-10-01..2026-12-31");
  EXPECT_EQ(parsed(1, "q1", "2026-12-31"), "2026-Q1 2026-01-01..2026-03-31");
  EXPECT_EQ(parsed(4, "Q1", "2026-02-15"), "FY26-Q1 2025-04-01..2025-06-30");
  EXPECT_EQ(parsed(4, "Q1", "2026-04-01"), "FY27-Q1 2026-04-01..2026-06-30");
}

TEST(Period, AYearNamesTheFiscalYearThatEndsInIt) {
  EXPECT_EQ(parsed(1, "2025-Q4", "2026-02-15"), "2025-Q4 2025-10-01..2025-12-31");
  EXPECT_EQ(parsed(4, "FY26-Q4", "2020-01-01"), "FY26-Q4 2026-01-01..2026-03-31");
  EXPECT_EQ(parsed(4, "2026-Q4", "2020-01-01"), "FY26-Q4 2026-01-01..2026-03-31");
  EXPECT_EQ(parsed(4, "fy2026-q4", "2020-01-01"), "FY26-Q4 2026-01-01..2026-03-31");
  EXPECT_EQ(parsed(1, "FY26-Q1", "2020-01-01"), "2026-Q1 2026-01-01..2026-03-31");
}

TEST(Period, WhatIsNoQuarterIsNone) {
  for (const char* text : {"",        "Q",       "Q0",      "Q5",    "4",      "4Q",       "Q44",
                           "26-Q4",   "2026Q4",  "2026-4",  "FY-Q4", "FY6-Q4", "FY126-Q4", "-026-Q4",
                           "20x6-Q4", "1026-Q1", "FY-1-Q1", " Q4",   "Q4 ",    "2026--Q4", "FY+1-Q4"}) {
    EXPECT_EQ(parsed(1, text, "2026-02-15"), "none") << text;
  }
}

TEST(Period, BothEndsBelongToIt) {
  const Period quarter = FiscalCalendar{}.quarter_containing(day("2026-02-15"));
  EXPECT_EQ(quarter.length(), 90);
  EXPECT_TRUE(quarter.contains(day("2026-01-01")));
  EXPECT_TRUE(quarter.contains(day("2026-03-31")));
  EXPECT_FALSE(quarter.contains(day("2025-12-31")));
  EXPECT_FALSE(quarter.contains(day("2026-04-01")));
  EXPECT_FALSE(quarter.contains(Date{}));
}

TEST(Period, ALeapDayMakesTheFirstQuarterLonger) {
  EXPECT_EQ(FiscalCalendar{}.quarter_containing(day("2024-02-29")).length(), 91);
}

TEST(Period, ElapsedIsTheShareOfDaysBeforeAsOf) {
  const Period quarter = FiscalCalendar{}.quarter_containing(day("2026-02-15"));
  EXPECT_EQ(quarter.elapsed(day("2026-02-15")).str(), "0.5000");
  EXPECT_EQ(quarter.elapsed(day("2026-01-01")).str(), "0.0000");
  EXPECT_EQ(quarter.elapsed(day("2026-03-31")).str(), "0.9889");
  EXPECT_EQ(quarter.elapsed(day("2026-04-01")).str(), "1.0000");
  EXPECT_EQ(quarter.elapsed(day("2025-12-31")).str(), "-0.0111");
}

TEST(Period, DaysLeftCountToTheLastDay) {
  const Period quarter = FiscalCalendar{}.quarter_containing(day("2026-02-15"));
  EXPECT_EQ(quarter.days_left(day("2026-02-15")), 44);
  EXPECT_EQ(quarter.days_left(day("2026-03-31")), 0);
  EXPECT_EQ(quarter.days_left(day("2026-04-02")), -2);
}

TEST(Period, PhaseChangesOnExactlyAThirdAndTwoThirds) {
  const Period quarter = FiscalCalendar{}.quarter_containing(day("2026-02-15"));  // 90 days
  EXPECT_EQ(quarter.phase(day("2026-01-30")), Phase::kEarly);                     // 29 of 90
  EXPECT_EQ(quarter.phase(day("2026-01-31")), Phase::kMid);                       // 30 of 90
  EXPECT_EQ(quarter.phase(day("2026-03-01")), Phase::kMid);                       // 59 of 90
  EXPECT_EQ(quarter.phase(day("2026-03-02")), Phase::kLate);                      // 60 of 90
}

TEST(Period, PhaseOfALengthThatIsNoMultipleOfThreeIsNotRounded) {
  const Period quarter = FiscalCalendar{}.quarter_containing(day("2024-02-15"));  // 91 days
  EXPECT_EQ(quarter.phase(day("2024-01-31")), Phase::kEarly);                     // 30 of 91 < 1/3
  EXPECT_EQ(quarter.phase(day("2024-02-01")), Phase::kMid);                       // 31 of 91
  EXPECT_EQ(quarter.phase(day("2024-03-01")), Phase::kMid);                       // 60 of 91 < 2/3
  EXPECT_EQ(quarter.phase(day("2024-03-02")), Phase::kLate);                      // 61 of 91
}

TEST(Period, BeforeItIsEarlyAndAfterItLate) {
  const Period quarter = FiscalCalendar{}.quarter_containing(day("2026-02-15"));
  EXPECT_EQ(quarter.phase(day("2025-06-01")), Phase::kEarly);
  EXPECT_EQ(quarter.phase(day("2026-06-01")), Phase::kLate);
  EXPECT_EQ(key(Phase::kEarly), "early");
  EXPECT_EQ(key(Phase::kMid), "mid");
  EXPECT_EQ(key(Phase::kLate), "late");
}

}  // namespace
}  // namespace ae
