#include "ae/domain/exchange_rate.h"

#include <limits>

#include <gtest/gtest.h>

namespace ae {
namespace {

const Currency kUsd = *Currency::from_code("USD");
const Currency kEur = *Currency::from_code("EUR");
const Currency kJpy = *Currency::from_code("JPY");
const Currency kKwd = *Currency::from_code("KWD");
Date day(std::string_view iso) { return *Date::from_iso(iso); }

TEST(ExchangeRates, LatestRateOnOrBeforeTheDay) {
  ExchangeRates rates;
  rates.add(day("2026-01-01"), kEur, kUsd, {108, 2});
  rates.add(day("2026-02-01"), kEur, kUsd, {110, 2});
  EXPECT_EQ(rates.convert({10'000, kEur}, kUsd, day("2026-01-31")), (Money{10'800, kUsd}));
  EXPECT_EQ(rates.convert({10'000, kEur}, kUsd, day("2026-02-01")), (Money{11'000, kUsd}));
  EXPECT_EQ(rates.convert({10'000, kEur}, kUsd, day("2025-12-31")), std::nullopt);
}

TEST(ExchangeRates, SameCurrencyNeedsNoRateAndTheInverseIsNotUsed) {
  ExchangeRates rates;
  rates.add(day("2026-01-01"), kEur, kUsd, {108, 2});
  EXPECT_EQ(rates.convert({5, kUsd}, kUsd, day("2020-01-01")), (Money{5, kUsd}));
  EXPECT_EQ(rates.convert({5, kUsd}, kEur, day("2026-01-01")), std::nullopt);
}

TEST(ExchangeRates, RoundsHalfToEven) {
  ExchangeRates rates;
  rates.add(day("2026-01-01"), kEur, kUsd, {5, 1});
  EXPECT_EQ(rates.convert({1, kEur}, kUsd, day("2026-01-01"))->minor, 0);
  EXPECT_EQ(rates.convert({3, kEur}, kUsd, day("2026-01-01"))->minor, 2);
  EXPECT_EQ(rates.convert({5, kEur}, kUsd, day("2026-01-01"))->minor, 2);
  EXPECT_EQ(rates.convert({-3, kEur}, kUsd, day("2026-01-01"))->minor, -2);
}

TEST(ExchangeRates, DecimalsOfBothCurrenciesCount) {
  ExchangeRates rates;
  rates.add(day("2026-01-01"), kJpy, kUsd, {67, 4});
  rates.add(day("2026-01-01"), kUsd, kJpy, {150, 0});
  rates.add(day("2026-01-01"), kJpy, kKwd, {2, 3});
  EXPECT_EQ(rates.convert({1'000, kJpy}, kUsd, day("2026-01-01"))->minor, 670);    // 6.70 USD
  EXPECT_EQ(rates.convert({1'050, kUsd}, kJpy, day("2026-01-01"))->minor, 1'575);  // 10.50 USD
  EXPECT_EQ(rates.convert({1'000, kJpy}, kKwd, day("2026-01-01"))->minor, 2'000);  // 2.000 KWD
}

TEST(ExchangeRates, WhatDoesNotFitIsNothing) {
  ExchangeRates rates;
  rates.add(day("2026-01-01"), kJpy, kKwd, {1'000'000'000, 0});
  EXPECT_EQ(rates.convert({std::numeric_limits<std::int64_t>::max(), kJpy}, kKwd, day("2026-01-01")),
            std::nullopt);
}

TEST(ExchangeRates, CommonTarget) {
  ExchangeRates rates;
  EXPECT_TRUE(rates.empty());
  EXPECT_EQ(rates.common_target(), std::nullopt);
  rates.add(day("2026-01-01"), kEur, kUsd, {1, 0});
  rates.add(day("2026-01-01"), kJpy, kUsd, {1, 0});
  EXPECT_EQ(rates.common_target(), kUsd);
  rates.add(day("2026-01-01"), kUsd, kEur, {1, 0});
  EXPECT_EQ(rates.common_target(), std::nullopt);
}

}  // namespace
}  // namespace ae
