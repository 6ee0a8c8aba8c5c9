#include "ae/ingest/values/date_style.h"

#include <gtest/gtest.h>

namespace ae::ingest {
namespace {

using Kind = Decision<DateOrder>::Kind;

std::string like(std::string_view cell, DateOrder order = DateOrder::kCount,
                 DatePadding padding = DatePadding::kZero) {
  const Decision<DateOrder> decision{order == DateOrder::kCount ? Kind::kNothingToDecide : Kind::kSettled,
                                     order};
  return date_like(cell, decision, *Date::from_ymd(2026, 3, 4), padding).value_or("none");
}

TEST(DateStyle, NumbersKeepOrderSeparatorsAndPadding) {
  EXPECT_EQ(like("2026-02-15"), "2026-03-04");
  EXPECT_EQ(like("2026/2/15"), "2026/3/04");
  EXPECT_EQ(like("2026/2/15", DateOrder::kCount, DatePadding::kNone), "2026/3/4");
  EXPECT_EQ(like("20260215"), "20260304");
  EXPECT_EQ(like("15.02.2026", DateOrder::kDmy), "04.03.2026");
  EXPECT_EQ(like("2/5/26", DateOrder::kMdy), "3/4/26");
  EXPECT_EQ(like("2026年2月5日"), "2026年3月4日");
}

TEST(DateStyle, ATimeStaysAsItStands) {
  EXPECT_EQ(like("2026-02-15 10:30:00"), "2026-03-04 10:30:00");
  EXPECT_EQ(like("2026-02-15T08:00:00.000Z"), "2026-03-04T08:00:00.000Z");
}

TEST(DateStyle, MonthsInEnglishKeepTheirForm) {
  EXPECT_EQ(like("15-Feb-2026"), "04-Mar-2026");
  EXPECT_EQ(like("15-FEB-26"), "04-MAR-26");
  EXPECT_EQ(like("February 5, 2026"), "March 4, 2026");
  EXPECT_EQ(like("Thu, 5 Feb 2026"), "Wed, 4 Mar 2026");
}

TEST(DateStyle, MonthsOfOtherLanguagesAreNotWritten) { EXPECT_EQ(like("15. Februar 2026"), "none"); }

TEST(DateStyle, DaysThatAreCountedStayNumbers) {
  EXPECT_EQ(like("46068"), "46085");
  EXPECT_EQ(like("1771113600"), "1772582400");
}

TEST(DateStyle, WhatIsNoDateIsNoExample) {
  EXPECT_EQ(like("soon"), "none");
  EXPECT_EQ(like(""), "none");
}

TEST(DateStyle, WhatIsWrittenReadsBackForEveryDay) {
  for (const std::string_view cell :
       {"2026-02-15", "2026/2/5", "15.02.2026", "5-Feb-2026", "2026年2月5日", "46068"}) {
    for (int days = 0; days < 800; days += 7) {
      const Date day = *Date::from_ymd(2025, 12, 30) + days;
      const Decision<DateOrder> dmy{Kind::kSettled, DateOrder::kDmy};
      const auto words = date_like(cell, dmy, day, DatePadding::kNone);
      ASSERT_TRUE(words) << cell;
      const DateCell read = parse_date(*words);
      EXPECT_EQ(read.number ? read.number->day : read_date(read, dmy), day) << *words;
    }
  }
}

}  // namespace
}  // namespace ae::ingest
