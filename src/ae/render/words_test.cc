#include "ae/render/words.h"

#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/base/running_text.h"
#include "ae/render/sample_document.h"

namespace ae::render {
namespace {

using doc::Value;

std::string said(const Value& value) { return words(value, Language::kEnglish); }
Money money(std::int64_t minor, std::string_view code) {
  return {minor, Currency::from_code(code).value_or(Currency())};
}

TEST(Words, MoneyIsGroupedWithItsSignAndAllItsDecimals) {
  EXPECT_EQ(full_words(dollars(131900050)), "$1,319,000.50");
  EXPECT_EQ(full_words(dollars(99999)), "$999.99");
  EXPECT_EQ(full_words(dollars(5)), "$0.05");
  EXPECT_EQ(full_words(money(1234567, "JPY")), "JP¥1,234,567");
  EXPECT_EQ(full_words(money(1234567, "KWD")), "KWD 1,234.567");
}

TEST(Words, MoneyWithoutASignShowsItsCode) { EXPECT_EQ(full_words(money(120000, "CHF")), "CHF 1,200.00"); }

TEST(Words, MoneyWithoutACurrencyIsTheNumber) { EXPECT_EQ(full_words(Money{131900050, {}}), "1,319,000.50"); }

TEST(Words, MinusStandsBeforeTheSign) {
  EXPECT_EQ(full_words(dollars(-500)), "-$5.00");
  EXPECT_EQ(full_words(money(-120000, "CHF")), "-CHF 1,200.00");
  EXPECT_EQ(full_words(dollars(std::numeric_limits<std::int64_t>::min())), "-$92,233,720,368,547,758.08");
}

TEST(Words, PercentHasTwoDecimals) {
  EXPECT_EQ(said(doc::Percent{Ratio::of_units(6315)}), "63.15 %");
  EXPECT_EQ(said(doc::Percent{Ratio::of_units(10000)}), "100.00 %");
  EXPECT_EQ(said(doc::Percent{Ratio::of_units(-5)}), "-0.05 %");
}

TEST(Words, MultipleIsNeverRoundedOntoItsTarget) {
  EXPECT_EQ(said(doc::Multiple{Ratio::of_units(29996)}), "2.9996×");
  EXPECT_EQ(said(doc::Multiple{Ratio::of_units(16370)}), "1.6370×");
  EXPECT_EQ(said(doc::Multiple{Ratio::of_units(30000)}), "3.00×");
  EXPECT_EQ(said(doc::Multiple{Ratio::of_units(15500)}), "1.55×");
}

TEST(Words, DaysHaveTwoDecimalsSoThatTheyAlign) {
  EXPECT_EQ(said(Days::of_units(5178)), "51.78");
  EXPECT_EQ(said(Days::of_units(5700)), "57.00");
}

TEST(Words, CountsAreGroupedAndDatesAreIso) {
  EXPECT_EQ(said(doc::Count{8800}), "8,800");
  EXPECT_EQ(said(Date::from_iso("2026-02-15").value_or(Date())), "2026-02-15");
}

TEST(Words, AMissingFigureIsADashAndNeverZero) {
  EXPECT_EQ(said(Value()), "–");
  EXPECT_EQ(said(Date()), "–");
}

TEST(Words, LanguagesStandSideBySide) {
  const Message message(Text{"Open pipeline", "商机总额"});
  EXPECT_EQ(words(message, kBothLanguages, " "), "Open pipeline 商机总额");
  EXPECT_EQ(words(message, {Language::kChinese, Language::kEnglish}, " / "), "商机总额 / Open pipeline");
}

TEST(Words, WhatIsAlikeInEveryLanguageStandsOnce) {
  EXPECT_EQ(words(Message::verbatim("王小明"), kBothLanguages, " "), "王小明");
}

TEST(Words, KeyFiguresReadAsRunningTextOfTheFirstLanguage) {
  const Languages chinese{Language::kChinese, Language::kEnglish};
  const doc::Cell date(*Date::from_iso("2026-03-31"));
  EXPECT_EQ(summary_words(doc::Cell(dollars(131900050)), doc::Digits::kSummary, chinese), "$131.9万");
  EXPECT_EQ(summary_words(doc::Cell(dollars(131900050)), doc::Digits::kSummary, kBothLanguages),
            "$1,319,000.50");
  EXPECT_EQ(summary_words(date, doc::Digits::kSummary, chinese), "2026年3月31日");
  EXPECT_EQ(summary_words(doc::Cell(), doc::Digits::kSummary, chinese), "–");
  EXPECT_EQ(words(doc::Cell(dollars(131900050)), chinese), "$1,319,000.50");
  EXPECT_EQ(words(date, chinese), "2026-03-31");
}

TEST(Words, PricesKeepAllDigitsInEveryLanguage) {
  const Languages chinese{Language::kChinese};
  EXPECT_EQ(summary_words(doc::Cell(dollars(131900050)), doc::Digits::kAll, chinese), "$1,319,000.50");
}

TEST(Words, PlainIsWhatAProgramReads) {
  EXPECT_EQ(plain(dollars(76660020), kEnglishOnly), "766600.20");
  EXPECT_EQ(plain(doc::Percent{Ratio::of_units(6315)}, kEnglishOnly), "0.6315");
  EXPECT_EQ(plain(doc::Multiple{Ratio::of_units(10992)}, kEnglishOnly), "1.0992");
  EXPECT_EQ(plain(Days::of_units(5178), kEnglishOnly), "51.78");
  EXPECT_EQ(plain(doc::Count{8800}, kEnglishOnly), "8800");
  EXPECT_EQ(plain(Date::from_iso("2026-02-15").value_or(Date()), kEnglishOnly), "2026-02-15");
  EXPECT_EQ(plain(Value(), kEnglishOnly), "");
}

}  // namespace
}  // namespace ae::render
