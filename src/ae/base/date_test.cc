#include "ae/base/date.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

Date day(const char* iso) { return Date::from_iso(iso).value(); }

TEST(Date, ReadsAndWritesIso) {
  EXPECT_EQ(day("2026-02-15").iso(), "2026-02-15");
  EXPECT_EQ(day("1970-01-01").days_since_1970(), 0);
  EXPECT_EQ(day("1969-12-31").days_since_1970(), -1);
  EXPECT_EQ(day("0001-01-01").iso(), "0001-01-01");
  EXPECT_EQ(day("9999-12-31").iso(), "9999-12-31");
}

TEST(Date, ReadsNothingButIso) {
  for (const char* text : {"", "2026-2-15", "2026/02/15", "15-02-2026", "20260215", "2026-02-15 ",
                           " 2026-02-15", "2026-02-1x", "-026-02-15", "2026-+2-15", "2026-02-15T00:00"}) {
    EXPECT_EQ(Date::from_iso(text), std::nullopt) << text;
  }
}

TEST(Date, ThatTheCalendarDoesNotHaveIsNone) {
  for (const char* text :
       {"2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01"}) {
    EXPECT_EQ(Date::from_iso(text), std::nullopt) << text;
  }
  EXPECT_EQ(Date::from_ymd(10'000, 1, 1), std::nullopt);
  EXPECT_EQ(Date::from_ymd(-1, 1, 1), std::nullopt);
  EXPECT_EQ(Date::from_ymd(70'000, 1, 1), std::nullopt);
  EXPECT_EQ(Date::from_ymd(2026, 257, 1), std::nullopt);
  EXPECT_EQ(Date::from_ymd(2026, 1, 257), std::nullopt);
}

TEST(Date, LeapYearsFollowTheGregorianRule) {
  EXPECT_TRUE(Date::from_iso("2024-02-29"));
  EXPECT_TRUE(Date::from_iso("2000-02-29"));
  EXPECT_FALSE(Date::from_iso("2026-02-29"));
  EXPECT_FALSE(Date::from_iso("1900-02-29"));
  EXPECT_FALSE(Date::from_iso("2100-02-29"));
}

TEST(Date, CountsDaysAcrossMonthsAndLeapDays) {
  EXPECT_EQ(day("2024-03-01") - day("2024-02-28"), 2);
  EXPECT_EQ(day("2026-03-01") - day("2026-02-28"), 1);
  EXPECT_EQ(day("2026-01-01") - day("2025-01-01"), 365);
  EXPECT_EQ((day("2025-12-31") + 1).iso(), "2026-01-01");
  EXPECT_EQ((day("2024-03-01") + -1).iso(), "2024-02-29");
}

TEST(Date, NoneIsEarlierThanEveryDateAndWritesNothing) {
  constexpr Date kNone;
  EXPECT_TRUE(kNone.is_none());
  EXPECT_EQ(kNone.iso(), "");
  EXPECT_LT(kNone, day("0001-01-01"));
  EXPECT_FALSE(day("1970-01-01").is_none());
}

TEST(Date, RoundTripsEveryDayOfFourCenturies) {
  for (Date date = day("1800-01-01"); date < day("2200-01-01"); date = date + 1) {
    ASSERT_EQ(day(date.iso().c_str()), date);
  }
}

}  // namespace
}  // namespace ae
