#include "ae/ingest/read_activities.h"

#include <gtest/gtest.h>

namespace ae::ingest {
namespace {

Result<std::vector<Activity>> activities(std::string text, const ActivityReading& options = {}) {
  std::vector<Note> notes;
  return read_activities({"activities.csv", std::move(text)}, options, notes);
}

TEST(Activities, ARowHasADayAnOwnerATypeAndACount) {
  const auto read = activities("date,owner,type,count\n2026-02-03,Ana,call,53\n");
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), 1U);
  EXPECT_EQ((*read)[0].day, *Date::from_iso("2026-02-03"));
  EXPECT_EQ((*read)[0].owner, "Ana");
  EXPECT_EQ((*read)[0].type, ActivityType::kCall);
  EXPECT_EQ((*read)[0].count, 53);
}

TEST(Activities, TypesAreKnownInEnglishAndChineseInAnyCase) {
  for (const char* word : {"Email", "E-MAIL", "电子邮件", "emails"})
    EXPECT_EQ((*activities(std::string("date,owner,type\n2026-02-03,Ana,") + word + "\n"))[0].type,
              ActivityType::kEmail)
        << word;
  EXPECT_EQ((*activities("日期,负责人,活动类型,数量\n2026年2月3日,王芳,拜访,2\n"))[0].type,
            ActivityType::kMeeting);
}

TEST(Activities, WithoutACountEachRowIsOne) {
  EXPECT_EQ((*activities("date,owner,type\n2026-02-03,Ana,demo\n"))[0].count, 1);
}

TEST(Activities, WholeNumbersMayHaveADecimalPointAsSpreadsheetsWriteThem) {
  EXPECT_EQ((*activities("date,owner,type,count\n2026-02-03,Ana,demo,7.0\n"))[0].count, 7);
  EXPECT_EQ((*activities("date,owner,type,count\n2026-02-03,Ana,demo,0\n"))[0].count, 0);
}

TEST(Activities, ADateThatOnlyOneOrderReadsSettlesTheColumn) {
  const auto read = activities("date,owner,type\n3/4/2026,Ana,call\n25/4/2026,Ana,call\n");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ((*read)[0].day, *Date::from_iso("2026-04-03"));
}

TEST(Activities, WhatTheUserMapsIsTakenSoOrLeftOut) {
  ActivityReading options;
  options.types["Task"] = std::nullopt;
  options.types["WhatsApp"] = ActivityType::kEmail;
  const auto read = activities("date,owner,type\n2026-02-03,Ana,task\n2026-02-03,Ana,Whatsapp\n", options);
  ASSERT_TRUE(read.has_value()) << read.error().code;
  ASSERT_EQ(read->size(), 1U);
  EXPECT_EQ((*read)[0].type, ActivityType::kEmail);
}

TEST(WorkCalendarFile, KindsAreKnownInEnglishAndChinese) {
  std::vector<Note> notes;
  const auto calendar = read_work_calendar(
      {"a.csv", "date,name,kind\n2026-05-04,劳动节,放假\n2026-05-05,May Day,Holiday\n2026-05-09,,上班\n"},
      notes);
  ASSERT_TRUE(calendar.has_value());
  EXPECT_EQ(calendar->workdays(*Date::from_iso("2026-05-04"), *Date::from_iso("2026-05-10")), 4);
}

TEST(WorkCalendarFile, WithoutAKindEveryDayIsAHoliday) {
  std::vector<Note> notes;
  const auto calendar = read_work_calendar({"a.csv", "date,name\n2026-05-04,May Day\n"}, notes);
  ASSERT_TRUE(calendar.has_value());
  EXPECT_FALSE(calendar->is_workday(*Date::from_iso("2026-05-04")));
}

}  // namespace
}  // namespace ae::ingest
