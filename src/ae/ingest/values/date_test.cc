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
  EXPECT_EQ(read("46068"), "not a date");
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
  for (const char* text : {"", " ", " 8:55 PM", "T08:00", "T08:00:00.000Z", " 18:47:01 +08:00",
                           " 18:47:01 UTC", "T00:00:00-0500", " 18:47:01.123456 UTC", ", 8:55 a.m."}) {
    EXPECT_TRUE(is_time_of_day(text)) << text;
  }
  for (const char* text : {"08:00", " later", " 25:00", " 8:99", " 8", "T", " 8:00 9:00", "-01"}) {
    EXPECT_FALSE(is_time_of_day(text)) << text;
  }
}

}  // namespace
}  // namespace ae::ingest
