#include "ae/base/money.h"

#include <vector>

#include <gtest/gtest.h>

namespace ae {
namespace {

const Currency kDollar = *Currency::from_code("USD");
const Currency kYen = *Currency::from_code("JPY");
const Currency kDinar = *Currency::from_code("KWD");

/// One of each kind of sum: none, one currency, another, several, negative, and past 64 bits.
std::vector<MoneySum> kinds_of_sums() {
  std::vector<MoneySum> sums(6);
  sums[1].add(kDollar, 131900050);
  sums[2].add(kYen, 7);
  sums[3].add(kDollar, 1);
  sums[3].add(kYen, 2);
  sums[3].add(Currency{}, 3);
  sums[4].add(kDollar, -131900050);
  sums[5].add(kDollar, static_cast<Int128>(INT64_MAX) * 10'000);
  return sums;
}

MoneySum merged(MoneySum left, const MoneySum& right) {
  left.merge(right);
  return left;
}

TEST(Money, IsWrittenWithExactlyItsCurrencysDecimals) {
  EXPECT_EQ((Money{76660020, kDollar}.str()), "766600.20");
  EXPECT_EQ((Money{76660020, kYen}.str()), "76660020");
  EXPECT_EQ((Money{76660020, kDinar}.str()), "76660.020");
  EXPECT_EQ((Money{-5, Currency{}}.str()), "-0.05");
}

TEST(MoneySum, ThatNothingWasAddedToIsUnknownAndNotZero) {
  const MoneySum nothing;
  EXPECT_TRUE(nothing.empty());
  EXPECT_EQ(nothing.exact(), std::nullopt);
}

TEST(MoneySum, OfAZeroIsZero) {
  MoneySum sum;
  sum.add(kDollar, 0);
  EXPECT_FALSE(sum.empty());
  EXPECT_EQ(sum.exact(), Int128{0});
  EXPECT_NE(sum, MoneySum{});
}

TEST(MoneySum, OfOneCurrencyIsExactPastSixtyFourBits) {
  MoneySum sum;
  sum.add(kDollar, INT64_MAX);
  sum.add(kDollar, INT64_MAX);
  EXPECT_FALSE(sum.mixed());
  EXPECT_EQ(sum.exact(), static_cast<Int128>(INT64_MAX) * 2);
}

TEST(MoneySum, OfTwoCurrenciesHasNoOneFigureButEachApart) {
  MoneySum sum;
  sum.add(kDollar, 100);
  sum.add(kYen, 5);
  sum.add(kDollar, 50);
  EXPECT_TRUE(sum.mixed());
  EXPECT_EQ(sum.exact(), std::nullopt);
  EXPECT_EQ(sum.by_currency(),
            (std::vector<std::pair<Currency, Int128>>{{kYen, Int128{5}}, {kDollar, Int128{150}}}));
}

TEST(MoneySum, AmountsWithoutCurrencyAreAGroupOfTheirOwn) {
  MoneySum sum;
  sum.add(Currency{}, 100);
  EXPECT_FALSE(sum.mixed());
  sum.add(kDollar, 100);
  EXPECT_TRUE(sum.mixed());
}

TEST(MoneySumLaws, TheEmptySumChangesNothing) {
  for (const MoneySum& sum : kinds_of_sums()) {
    EXPECT_EQ(merged(sum, MoneySum{}), sum);
    EXPECT_EQ(merged(MoneySum{}, sum), sum);
  }
}

TEST(MoneySumLaws, MergeCommutesAndAssociates) {
  const std::vector<MoneySum> sums = kinds_of_sums();
  for (const MoneySum& a : sums) {
    for (const MoneySum& b : sums) {
      EXPECT_EQ(merged(a, b), merged(b, a));
      for (const MoneySum& c : sums) EXPECT_EQ(merged(merged(a, b), c), merged(a, merged(b, c)));
    }
  }
}

TEST(MoneySumLaws, MergeIsAddingOneByOne) {
  MoneySum together;
  MoneySum apart;
  for (std::int64_t minor = 1; minor <= 10; ++minor) {
    const Currency currency = minor % 3 == 0 ? kYen : kDollar;
    together.add(currency, minor);
    MoneySum one;
    one.add(currency, minor);
    apart.merge(one);
  }
  EXPECT_EQ(together, apart);
}

}  // namespace
}  // namespace ae
