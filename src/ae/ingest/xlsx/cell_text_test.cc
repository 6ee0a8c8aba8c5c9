#include "ae/ingest/xlsx/cell_text.h"

#include <array>
#include <charconv>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "ae/ingest/xlsx/shared_strings.h"

namespace ae::ingest::xlsx {
namespace {

using enum NumberKind;

std::string text(std::string_view stored, NumberKind kind, DateSystem dates = DateSystem::k1900) {
  return text_of_number(stored, kind, dates);
}

TEST(CellText, NumbersAreShortAndWithoutExponent) {
  EXPECT_EQ(text("0.10000000000000001", kPlain), "0.1");
  EXPECT_EQ(text("1E3", kPlain), "1000");
  EXPECT_EQ(text("1.5E-7", kPlain), "0.00000015");
  EXPECT_EQ(text("-0", kPlain), "-0");
  EXPECT_EQ(text("-12.50", kPlain), "-12.5");
  EXPECT_EQ(text("12345678901234567890", kPlain), "12345678901234567890");
  EXPECT_EQ(text("1E+20", kPlain), "100000000000000000000");
  EXPECT_EQ(text("abc", kPlain), "abc");
}

TEST(CellText, FewDigitsStayAsTheyStand) {
  std::mt19937_64 engine(3);
  for (int run = 0; run < 20'000; ++run) {
    std::string stored = std::to_string(engine() % 1'000'000'000 >> engine() % 30) + "." +
                         std::to_string(engine() % 100'000'000 >> engine() % 27);
    if (run % 5 == 0) stored.insert(0, "-");
    if (run % 7 == 0) stored += '0';
    if (run % 11 == 0 && run % 5 != 0) stored.insert(0, "0");
    double number = 0;
    std::from_chars(stored.data(), stored.data() + stored.size(), number);
    std::array<char, 64> digits{};
    char* const end =
        std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed).ptr;
    const bool read = stored.front() != '-' || number != 0;
    if (!read || stored.size() > 15) continue;
    EXPECT_EQ(text(stored, kPlain), std::string(digits.data(), end)) << stored;
  }
  EXPECT_EQ(text("1.5.2", kPlain), "1.5.2");
  EXPECT_EQ(text(".5", kPlain), "0.5");
  EXPECT_EQ(text("5.", kPlain), "5");
  EXPECT_EQ(text("-0.0", kPlain), "0");
}

TEST(CellText, TailsOfBinaryFractionsAreCut) {
  EXPECT_EQ(text("0.30000000000000004", kPlain), "0.3");
  EXPECT_EQ(text("1234.5600000000002", kPlain), "1234.56");
  EXPECT_EQ(text("1234.5599999999999", kPlain), "1234.56");
  EXPECT_EQ(text("0.28999999999999998", kPercent), "29%");
  EXPECT_EQ(text("12345678901234.56", kPlain), "12345678901234.56");
  EXPECT_EQ(text("0.12345678901234567", kPlain), "0.12345678901234566");
}

TEST(CellText, PercentsAsTheyAreShown) {
  EXPECT_EQ(text("0.6", kPercent), "60%");
  EXPECT_EQ(text("0.57499999999999996", kPercent), "57.5%");
  EXPECT_EQ(text("7.0000000000000007E-2", kPercent), "7%");
  EXPECT_EQ(text("1", kPercent), "100%");
  EXPECT_EQ(text("0", kPercent), "0%");
  EXPECT_EQ(text("0.001", kPercent), "0.1%");
  EXPECT_EQ(text("-0.25", kPercent), "-25%");
}

TEST(CellText, DaysOf1900) {
  EXPECT_EQ(text("1", kDate), "1900-01-01");
  EXPECT_EQ(text("59", kDate), "1900-02-28");
  EXPECT_EQ(text("60", kDate), "1900-02-29");
  EXPECT_EQ(text("61", kDate), "1900-03-01");
  EXPECT_EQ(text("46112", kDate), "2026-03-31");
  EXPECT_EQ(text("46112.9", kDate), "2026-03-31");
  EXPECT_EQ(text("2958465", kDate), "9999-12-31");
}

TEST(CellText, DaysOf1904) {
  EXPECT_EQ(text("0", kDate, DateSystem::k1904), "1904-01-01");
  EXPECT_EQ(text("44650", kDate, DateSystem::k1904), "2026-03-31");
}

TEST(CellText, WhatIsNoDateStaysANumber) {
  EXPECT_EQ(text("2958466", kDate), "2958466");
  EXPECT_EQ(text("-5", kDate), "-5");
  EXPECT_EQ(text("0", kDate), "0");
  EXPECT_EQ(text("1E300", kDateTime).size(), 301U);
}

TEST(CellText, TimesToTheSecond) {
  EXPECT_EQ(text("46112.604166666664", kDateTime), "2026-03-31 14:30:00");
  EXPECT_EQ(text("46112", kDateTime), "2026-03-31");
  EXPECT_EQ(text("46111.999999999", kDateTime), "2026-03-31");
  EXPECT_EQ(text("0.5", kTime), "12:00:00");
}

TEST(NumberFormat, CodesThatPeopleUse) {
  for (const char* code : {"yyyy-mm-dd", "m/d/yy", "d-mmm-yy", "[$-804]yyyy\"年\"m\"月\"d\"日\"", "mmm yyyy",
                           "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyy-mm-dd;@", "YYYY/MM/DD"}) {
    EXPECT_EQ(kind_of_format(code), kDate) << code;
  }
  for (const char* code : {"m/d/yy h:mm", "yyyy-mm-dd hh:mm:ss", "[$-409]m/d/yy\\ h:mm\\ AM/PM;@"}) {
    EXPECT_EQ(kind_of_format(code), kDateTime) << code;
  }
  for (const char* code : {"General", "0", "#,##0.00", "$#,##0.00_);[Red]($#,##0.00)", "@", "\"day\" 0",
                           "[h]:mm", "0.00E+00", "_-* #,##0.00\\ \"USD\"_-", ""}) {
    EXPECT_EQ(kind_of_format(code), kPlain) << code;
  }
  EXPECT_EQ(kind_of_format("0.0%"), kPercent);
  EXPECT_EQ(kind_of_format("h:mm AM/PM"), kTime);
}

TEST(NumberFormat, StylesPreferWhatTheFileSays) {
  Styles styles;
  styles.add_format(164, "yyyy-mm-dd");
  styles.add_format(14, "0.00");
  for (const int format : {0, 164, 14, 9, 22}) styles.add_style(format);
  EXPECT_EQ(styles.kind(0), kPlain);
  EXPECT_EQ(styles.kind(1), kDate);
  EXPECT_EQ(styles.kind(2), kPlain);
  EXPECT_EQ(styles.kind(3), kPercent);
  EXPECT_EQ(styles.kind(4), kDateTime);
  EXPECT_EQ(styles.kind(99), kPlain);
}

TEST(SharedStrings, EscapesOfWhatXmlCannotHold) {
  EXPECT_EQ(without_escapes("a_x000D__x000A_b"), "a\r\nb");
  EXPECT_EQ(without_escapes("a_x0007_b_x0000_"), "ab");
  EXPECT_EQ(without_escapes("_x005F_x000D_"), "_x000D_");
  EXPECT_EQ(without_escapes("snake_x_case _x00"), "snake_x_case _x00");
}

}  // namespace
}  // namespace ae::ingest::xlsx
