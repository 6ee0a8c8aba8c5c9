#include "ae/ingest/values/date.h"

#include <gtest/gtest.h>

#include "ae/ingest/values/time_of_day.h"

namespace ae::ingest {
namespace {

using Kind = Decision<DateOrder>::Kind;

std::string read(std::string_view cell, Decision<DateOrder> decision = {}) {
  const DateCell date = parse_date(cell);
  if (date.missing) return "missing";
  if (date.fault) return std::string(date.fault->in(Language::kEnglish));
  const std::optional<Date> day = read_date(date, decision);
  return day ? day->iso() : "none";
}

/// The days of a column by what it decides.
std::vector<std::string> column(const std::vector<std::string>& cells) {
  ColumnVote<DateOrder> votes;
  for (const std::string& cell : cells) {
    if (const auto vote = date_order_vote(parse_date(cell))) votes.add(*vote);
  }
  const Decision<DateOrder> decision = votes.decide();
  if (decision.kind == Kind::kUndecided) return {"undecided"};
  std::vector<std::string> days;
  for (const std::string& cell : cells) days.push_back(read(cell, decision));
  return days;
}

using Days = std::vector<std::string>;

TEST(DateCell, YearFirstNeedsNoDecision) {
  for (const char* cell : {"2026-02-15", "2026/2/15", "2026.02.15", "2026年2月15日", "20260215",
                           "２０２６-02-15", "2026-02-15T23:30:00.000Z", "2026-02-15 00:00:00",
                           "2026-02-15T23:59:59+08:00", "2026年2月15日 下午 3:30", " 2026-02-15 "}) {
    EXPECT_EQ(read(cell), "2026-02-15") << cell;
  }
}

TEST(DateCell, BasicFormOfIso) {
  EXPECT_EQ(column({"20240331T101500Z", "20240401T0000", "20240402 10:15:00"}),
            (Days{"2024-03-31", "2024-04-01", "2024-04-02"}));
}

TEST(DateCell, MonthsInWordsNeedNoDecision) {
  for (const char* cell : {"15-Feb-2026",
                           "15-FEB-26",
                           "Feb 15, 2026",
                           "February 15 2026",
                           "15 February 2026",
                           "15. Februar 2026",
                           "15 févr. 2026",
                           "15 février 2026",
                           "15 de febrero de 2026",
                           "15 feb 2026",
                           "2026-Feb-15",
                           "2026年二月15日",
                           "15/Feb/2026",
                           "Feb 15th, 2026",
                           "15th of February 2026",
                           "Sun, 15 Feb 2026",
                           "Sonntag, 15. Februar 2026",
                           "2026年2月15日 星期日",
                           "2026年2月15日10时30分",
                           "15 Feb 2026 08:00",
                           "Feb 15, 2026, 8:55 PM",
                           "Sun Feb 15 2026 08:00:00 GMT+0800 (China Standard Time)",
                           "Feb 15, 2026 at 8:55 PM"}) {
    EXPECT_EQ(read(cell), "2026-02-15") << cell;
  }
  EXPECT_EQ(read("3. März 2026"), "2026-03-03");
  EXPECT_EQ(read("1er août 2026"), "2026-08-01");
  EXPECT_EQ(read("5 ENE 2026"), "2026-01-05");
  EXPECT_EQ(read("十二月 5, 2026"), "2026-12-05");
  EXPECT_EQ(read("5-May-69"), "1969-05-05");
}

TEST(DateCell, BareNumbersWaitForTheirColumn) {
  struct Case {
    const char* cell;
    DayCount count;
    const char* day;
  };
  for (const Case& each : {Case{"46068", DayCount::kExcelDays, "2026-02-15"},
                           {"46068.99", DayCount::kExcelDays, "2026-02-15"},
                           {"46068,5", DayCount::kExcelDays, "2026-02-15"},
                           {"1771199999", DayCount::kEpochSeconds, "2026-02-15"},
                           {"1771113600000", DayCount::kEpochMilliseconds, "2026-02-15"}}) {
    const DateCell cell = parse_date(each.cell);
    ASSERT_TRUE(cell.number.has_value()) << each.cell;
    EXPECT_EQ(cell.number->count, each.count) << each.cell;
    EXPECT_EQ(cell.number->day.iso(), each.day) << each.cell;
    EXPECT_EQ(date_order_vote(cell), std::nullopt);
    EXPECT_EQ(read(each.cell), "none");
  }
  for (const char* cell : {"2026", "19999", "80001", "046068", "9999999999", "177111360000", "4.6068E+04"})
    EXPECT_EQ(read(cell), "not a date") << cell;
}

TEST(DateCell, WhatIsNoDateSaysWhy) {
  EXPECT_EQ(read("2025-02-30"), "the calendar has no such day");
  EXPECT_EQ(read("2025-13-01"), "the calendar has no such day");
  EXPECT_EQ(read("13/25/2026"), "the calendar has no such day");
  EXPECT_EQ(read("1825-02-03"), "the year is outside 1900 to 2199");
  EXPECT_EQ(read("9999-12-31"), "the year is outside 1900 to 2199");
  EXPECT_EQ(read("soon"), "not a date");
  EXPECT_EQ(read("2026-02"), "not a date");
  EXPECT_EQ(read("2026-02-15 maybe"), "not a date");
  EXPECT_EQ(read("2026-02/15"), "not a date");
  EXPECT_EQ(read("2026-W07-7"), "not a date");
  EXPECT_EQ(read("2026-046"), "not a date");
  EXPECT_EQ(read("Feb 2026"), "not a date");
  EXPECT_EQ(read("31 Feb 2026"), "the calendar has no such day");
  EXPECT_EQ(read("Mon, 15 Feb 2026"), "the weekday is not the one of that day");
  EXPECT_EQ(read("2026年2月15日 星期一"), "the weekday is not the one of that day");
  EXPECT_EQ(read("0000-00-00 00:00:00"), "missing");
  EXPECT_EQ(read("n/a"), "missing");
}

TEST(DateOrder, APartAboveTwelveDecidesForTheColumn) {
  EXPECT_EQ(column({"03/04/2026", "02/23/2026"}), (Days{"2026-03-04", "2026-02-23"}));
  EXPECT_EQ(column({"03/04/2026", "23/02/2026"}), (Days{"2026-04-03", "2026-02-23"}));
  EXPECT_EQ(column({"02/23/26 08:55 PM", "01/02/26 1:05 AM"}), (Days{"2026-02-23", "2026-01-02"}));
  EXPECT_EQ(column({"31-12-2025", "01-02-2026"}), (Days{"2025-12-31", "2026-02-01"}));
}

TEST(DateOrder, DotsPartDayMonthYear) {
  EXPECT_EQ(column({"03.04.2026"}), Days{"2026-04-03"});
  EXPECT_EQ(column({"3.4.26"}), Days{"2026-04-03"});
}

TEST(DateOrder, NothingDecides) {
  EXPECT_EQ(column({"03/04/2026", "05/06/2026"}), Days{"undecided"});
  EXPECT_EQ(column({"15/02/26"}), Days{"undecided"});  // day first, or year first
  EXPECT_EQ(column({"05/05/2026", ""}), (Days{"2026-05-05", "missing"}));
}

TEST(DateOrder, TwoDigitYears) {
  const Decision<DateOrder> month_first{Kind::kSettled, DateOrder::kMdy};
  EXPECT_EQ(read("12/31/68", month_first), "2068-12-31");
  EXPECT_EQ(read("12/31/69", month_first), "1969-12-31");
  EXPECT_EQ(read("26-02-15", {Kind::kSettled, DateOrder::kYmd}), "2026-02-15");
}

TEST(DateOrder, ContestedColumnKeepsOnlyWhatCanBeReadOneWay) {
  EXPECT_EQ(column({"02/23/2026", "02/24/2026", "25/02/2026", "03/04/2026"}),
            (Days{"2026-02-23", "2026-02-24", "none", "none"}));
  EXPECT_EQ(column({"02/23/2026", "25/02/2026"}), Days{"undecided"});
}

TEST(DateOrder, YearFirstCellsStandBesideAnyOrder) {
  EXPECT_EQ(column({"2026-02-15", "02/23/2026"}), (Days{"2026-02-15", "2026-02-23"}));
}

TEST(TimeOfDay, OnlyWhatSaysNothingAboutTheDay) {
  for (const char* text :
       {"", " ", " 8:55 PM", "T08:00", "T08:00:00.000Z", " 18:47:01 +08:00", " 18:47:01 UTC",
        "T00:00:00-0500", " 18:47:01.123456 UTC", ", 8:55 a.m.", " 下午3:30", " 10:00 CET", " 10:00 UTC+8",
        "T101500Z", "T1015", "T101500.123+0800", " 10:00:00+08:00[Asia/Shanghai]", " 10:00 Uhr"}) {
    EXPECT_TRUE(is_time_of_day(text)) << text;
  }
  for (const char* text : {"08:00", " later", " 25:00", " 8:99", " 8", "T", " 8:00 9:00", "-01", " 101500",
                           "T10150", "T256000"}) {
    EXPECT_FALSE(is_time_of_day(text)) << text;
  }
}

// A blank before it sends a cell the long way.
TEST(ParseDate, TellsAPlainDateAtAGlanceAsItWouldTheLongWay) {
  for (const char* const year : {"1899", "1900", "1999", "2024", "2026", "2199", "2200", "0000"}) {
    for (const char* const month : {"00", "01", "02", "12", "13", "1x"}) {
      for (const char* const day : {"00", "01", "28", "29", "30", "31", "32", " 1"}) {
        const std::string cell = std::string(year) + "-" + month + "-" + day;
        EXPECT_EQ(parse_date(cell), parse_date(" " + cell)) << cell;
      }
    }
  }
}

}  // namespace
}  // namespace ae::ingest
