#include "ae/base/running_text.h"

#include <limits>

#include <gtest/gtest.h>

namespace ae {
namespace {

constexpr Language kEnglish = kAllLanguages[0];
constexpr Language kChinese = kAllLanguages[1];

Money money(std::int64_t minor, std::string_view code) {
  return {minor, Currency::from_code(code).value_or(Currency())};
}
/// Chinese of cents of the renminbi.
std::string yuan(std::int64_t minor) { return running_text(money(minor, "CNY")).in(kChinese); }
std::string chinese(std::int64_t minor, std::string_view code) {
  return running_text(money(minor, code)).in(kChinese);
}

TEST(RunningText, DatesFollowTheUsageOfTheLanguage) {
  const Message date = running_text(Date::from_iso("2026-03-31").value_or(Date()));
  EXPECT_EQ(date.in(kEnglish), "2026-03-31");
  EXPECT_EQ(date.in(kChinese), "2026年3月31日");
  EXPECT_EQ(running_text(*Date::from_iso("0987-12-01")).in(kChinese), "987年12月1日");
  EXPECT_TRUE(running_text(Date()).empty());
}

TEST(RunningText, EnglishAmountsAreWhole) {
  EXPECT_EQ(running_text(money(123456700, "CNY")).in(kEnglish), "¥1,234,567.00");
  EXPECT_EQ(running_text(money(131900050, "USD")).in(kEnglish), "$1,319,000.50");
}

TEST(RunningText, ChineseAmountsBelowTenThousandAreWhole) {
  EXPECT_EQ(yuan(0), "¥0.00");
  EXPECT_EQ(yuan(5), "¥0.05");
  EXPECT_EQ(yuan(999900), "¥9,999.00");
  EXPECT_EQ(yuan(999999), "¥9,999.99");
  EXPECT_EQ(yuan(-999999), "-¥9,999.99");
}

TEST(RunningText, ChineseAmountsStandInTheLargestUnitOfTheirSize) {
  EXPECT_EQ(yuan(1'000'000), "¥1万");
  EXPECT_EQ(yuan(123'456'700), "¥123.46万");
  EXPECT_EQ(yuan(416'500'000), "¥416.5万");
  EXPECT_EQ(yuan(120'000'000), "¥120万");
  EXPECT_EQ(yuan(9'999'500'000), "¥9,999.5万");
  EXPECT_EQ(yuan(10'000'000'000), "¥1亿");
  EXPECT_EQ(yuan(12'345'678'900), "¥1.23亿");
  EXPECT_EQ(yuan(100'000'000'000'000), "¥1万亿");
}

TEST(RunningText, RoundsOnceHalfToEven) {
  EXPECT_EQ(yuan(1'000'500), "¥1万");     // 1.0005 (not half of the last place)
  EXPECT_EQ(yuan(1'005'000), "¥1万");     // 1.005: half, to the even 1.00
  EXPECT_EQ(yuan(1'015'000), "¥1.02万");  // 1.015: half, to the even 1.02
  EXPECT_EQ(yuan(1'005'001), "¥1.01万");  // above half
  EXPECT_EQ(yuan(-1'005'000), "-¥1万");   // the same below 0
  EXPECT_EQ(yuan(-1'015'000), "-¥1.02万");
}

TEST(RunningText, WhatRoundsToTenThousandOfAUnitIsOneOfTheNext) {
  EXPECT_EQ(yuan(9'999'994'999), "¥9,999.99万");
  EXPECT_EQ(yuan(9'999'995'000), "¥1亿");  // 9,999.995: half, to the even 10,000.00
  EXPECT_EQ(yuan(9'999'999'900), "¥1亿");
  EXPECT_EQ(yuan(-9'999'999'900), "-¥1亿");
  EXPECT_EQ(yuan(99'999'999'999'999), "¥1万亿");
}

TEST(RunningText, EveryCurrencyKeepsTheSignThatItHasInTables) {
  EXPECT_EQ(chinese(131900050, "USD"), "$131.9万");
  EXPECT_EQ(chinese(-131900050, "USD"), "-$131.9万");
  EXPECT_EQ(chinese(-120000000, "CHF"), "-CHF 120万");
  EXPECT_EQ(chinese(131900050, ""), "131.9万");
}

TEST(RunningText, CurrenciesWithoutOrWithThreeDecimals) {
  EXPECT_EQ(chinese(9999, "JPY"), "JP¥9,999");
  EXPECT_EQ(chinese(10000, "JPY"), "JP¥1万");
  EXPECT_EQ(chinese(123456789, "JPY"), "JP¥1.23亿");
  EXPECT_EQ(chinese(9999999, "KWD"), "KWD 9,999.999");
  EXPECT_EQ(chinese(10000000, "KWD"), "KWD 1万");
}

TEST(RunningText, TheLargestAmountsAreSaid) {
  EXPECT_EQ(yuan(std::numeric_limits<std::int64_t>::max()), "¥92,233.72万亿");
  EXPECT_EQ(yuan(std::numeric_limits<std::int64_t>::min()), "-¥92,233.72万亿");
  EXPECT_EQ(chinese(std::numeric_limits<std::int64_t>::min(), "JPY"), "-JP¥9,223,372.04万亿");
}

TEST(RunningText, AMessageTakesDatesAndAmounts) {
  const Message message = Message{Text{"{amount} by {date}", "{date}前 {amount}"}}
                              .with("amount", money(120'000'000, "CNY"))
                              .with("date", *Date::from_iso("2026-03-31"));
  EXPECT_EQ(message.in(kEnglish), "¥1,200,000.00 by 2026-03-31");
  EXPECT_EQ(message.in(kChinese), "2026年3月31日前 ¥120万");
}

}  // namespace
}  // namespace ae
