#include "ae/base/currency.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

TEST(Currency, IsFoundByItsCodeInEitherCase) {
  EXPECT_EQ(Currency::from_code("USD")->code(), "USD");
  EXPECT_EQ(Currency::from_code("usd")->code(), "USD");
  EXPECT_EQ(Currency::from_code("Usd"), Currency::from_code("USD"));
}

TEST(Currency, ACodeThatIsNotInTheStandardIsNone) {
  for (const char* code : {"", "US", "USDX", "XYZ", "U D", "D A", "$", "12€", "ED ", " AF"}) {
    EXPECT_EQ(Currency::from_code(code), std::nullopt) << code;
  }
}

TEST(Currency, ThatCameOrWentOfLateIsFound) {
  for (const char* code : {"XCG", "ZWG", "ANG", "BGN", "HRK"}) EXPECT_TRUE(Currency::from_code(code)) << code;
}

TEST(Currency, MinorUnitsFollowTheStandard) {
  EXPECT_EQ(Currency::from_code("USD")->decimals(), 2);
  EXPECT_EQ(Currency::from_code("CNY")->decimals(), 2);
  EXPECT_EQ(Currency::from_code("JPY")->decimals(), 0);
  EXPECT_EQ(Currency::from_code("KRW")->decimals(), 0);
  EXPECT_EQ(Currency::from_code("KWD")->decimals(), 3);
  EXPECT_EQ(Currency::from_code("USD")->minor_units(), 100);
  EXPECT_EQ(Currency::from_code("JPY")->minor_units(), 1);
  EXPECT_EQ(Currency::from_code("KWD")->minor_units(), 1000);
}

TEST(Currency, NoneHasNoCodeAndTwoDecimals) {
  constexpr Currency kNone;
  EXPECT_TRUE(kNone.is_none());
  EXPECT_EQ(kNone.code(), "");
  EXPECT_EQ(kNone.decimals(), 2);
  EXPECT_EQ(kNone.sign(), "");
  EXPECT_NE(kNone, *Currency::from_code("USD"));
}

TEST(Currency, HasASignWherePeopleWriteOne) {
  EXPECT_EQ(Currency::from_code("USD")->sign(), "$");
  EXPECT_EQ(Currency::from_code("EUR")->sign(), "€");
  EXPECT_EQ(Currency::from_code("CNY")->sign(), "¥");
  EXPECT_EQ(Currency::from_code("CHF")->sign(), "");
}

}  // namespace
}  // namespace ae
