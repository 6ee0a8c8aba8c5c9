#include "ae/base/exact.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kSmallest = std::numeric_limits<std::int64_t>::min();

std::int64_t half_even(Int128 numerator, Int128 denominator) {
  return narrow(divide_half_even(numerator, denominator)).value();
}

TEST(HalfEven, AHalfGoesToTheEvenNeighbour) {
  EXPECT_EQ(half_even(1, 2), 0);
  EXPECT_EQ(half_even(3, 2), 2);
  EXPECT_EQ(half_even(5, 2), 2);
  EXPECT_EQ(half_even(7, 2), 4);
  EXPECT_EQ(half_even(25, 10), 2);
  EXPECT_EQ(half_even(35, 10), 4);
}

TEST(HalfEven, ANegativeHalfGoesToTheEvenNeighbourToo) {
  EXPECT_EQ(half_even(-1, 2), 0);
  EXPECT_EQ(half_even(-3, 2), -2);
  EXPECT_EQ(half_even(-5, 2), -2);
  EXPECT_EQ(half_even(-7, 2), -4);
}

TEST(HalfEven, AllElseGoesToTheNearest) {
  EXPECT_EQ(half_even(0, 7), 0);
  EXPECT_EQ(half_even(14, 7), 2);
  EXPECT_EQ(half_even(-14, 7), -2);
  EXPECT_EQ(half_even(249, 100), 2);
  EXPECT_EQ(half_even(251, 100), 3);
  EXPECT_EQ(half_even(-249, 100), -2);
  EXPECT_EQ(half_even(-251, 100), -3);
}

TEST(HalfEven, RoundingIsSymmetricAboutZero) {
  for (int denominator = 1; denominator <= 12; ++denominator) {
    for (int numerator = 0; numerator <= 60; ++numerator) {
      EXPECT_EQ(half_even(-numerator, denominator), -half_even(numerator, denominator))
          << numerator << "/" << denominator;
    }
  }
}

TEST(HalfEven, StaysExactBeyondSixtyFourBits) {
  const Int128 weighted = static_cast<Int128>(kLargest) * 10'000;
  EXPECT_EQ(half_even(weighted, 10'000), kLargest);
  EXPECT_EQ(half_even(weighted + 5'000, 10'000 * static_cast<Int128>(2)), (kLargest - 1) / 2 + 1);
}

TEST(Narrow, KeepsWhatFitsAndRefusesTheRest) {
  EXPECT_EQ(narrow(kLargest), kLargest);
  EXPECT_EQ(narrow(kSmallest), kSmallest);
  EXPECT_EQ(narrow(static_cast<Int128>(kLargest) + 1), std::nullopt);
  EXPECT_EQ(narrow(static_cast<Int128>(kSmallest) - 1), std::nullopt);
}

TEST(ToDecimal, HasExactlyTheDigitsAskedFor) {
  EXPECT_EQ(to_decimal(76660020, 2), "766600.20");
  EXPECT_EQ(to_decimal(76660020, 0), "76660020");
  EXPECT_EQ(to_decimal(1, 3), "0.001");
  EXPECT_EQ(to_decimal(0, 2), "0.00");
  EXPECT_EQ(to_decimal(0, 0), "0");
  EXPECT_EQ(to_decimal(100, 2), "1.00");
}

TEST(ToDecimal, KeepsTheSignOfNumbersBelowOne) {
  EXPECT_EQ(to_decimal(-5, 2), "-0.05");
  EXPECT_EQ(to_decimal(-12345, 2), "-123.45");
  EXPECT_EQ(to_decimal(kSmallest, 2), "-92233720368547758.08");
}

TEST(Ratio, RoundsOnceToFourDecimals) {
  EXPECT_EQ(Ratio::of(4238, 6711)->str(), "0.6315");
  EXPECT_EQ(Ratio::of(131900050, 120000000)->str(), "1.0992");
  EXPECT_EQ(Ratio::of(1, 3)->str(), "0.3333");
  EXPECT_EQ(Ratio::of(2, 3)->str(), "0.6667");
  EXPECT_EQ(Ratio::of(1, 20'000)->str(), "0.0000");
  EXPECT_EQ(Ratio::of(3, 20'000)->str(), "0.0002");
  EXPECT_EQ(Ratio::of(-1, 3)->str(), "-0.3333");
}

TEST(Ratio, OfNothingIsNone) {
  EXPECT_EQ(Ratio::of(1, 0), std::nullopt);
  EXPECT_EQ(Ratio::of(0, 0), std::nullopt);
  EXPECT_EQ(Ratio::of(1, -2), std::nullopt);
}

TEST(Ratio, ThatDoesNotFitIsNone) {
  EXPECT_EQ(Ratio::of(kLargest, 1), std::nullopt);
  EXPECT_NE(Ratio::of(kLargest, 10'000), std::nullopt);
}

TEST(Days, HaveTwoDecimals) {
  EXPECT_EQ(Days::of(219'444, 4'238)->str(), "51.78");
  EXPECT_EQ(Days::of(57, 1)->str(), "57.00");
  EXPECT_EQ(Days::of(1, 8)->str(), "0.12");
  EXPECT_EQ(Days::of(3, 8)->str(), "0.38");
}

TEST(Rounded, ComparesByValue) {
  EXPECT_LT(*Ratio::of(-1, 2), *Ratio::of(1, 3));
  EXPECT_EQ(*Ratio::of(1, 2), Ratio::of_units(5000));
  EXPECT_DOUBLE_EQ(Ratio::of(1, 2)->as_double(), 0.5);
}

}  // namespace
}  // namespace ae
