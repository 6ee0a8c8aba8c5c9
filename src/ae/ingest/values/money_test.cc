#include "ae/ingest/values/money.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "ae/ingest/values/number.h"
#include "ae/ingest/values/unit.h"

namespace ae::ingest {
namespace {

using Kind = Decision<DecimalMark>::Kind;

std::string number(std::string_view text, DecimalMark mark) {
  const std::optional<Decimal> value = read_number(text, mark);
  return value ? value->str() : "none";
}

std::string point(std::string_view text) { return number(text, DecimalMark::kPoint); }
std::string comma(std::string_view text) { return number(text, DecimalMark::kComma); }

NumberFormat format_of(const std::vector<std::string>& cells) {
  NumberSurvey survey;
  for (const std::string& cell : cells) {
    const MoneyCell money = parse_money(cell);
    if (!money.missing && !money.fault) survey.add(money.number);
  }
  return survey.decide();
}

/// The amounts of a column by what it decides, "none" where a cell does not fit.
std::vector<std::string> column(const std::vector<std::string>& cells) {
  const NumberFormat format = format_of(cells);
  std::vector<std::string> amounts;
  for (const std::string& cell : cells) {
    const MoneyCell money = parse_money(cell);
    if (format.mark.kind == Kind::kUndecided) return {"undecided"};
    const std::optional<Decimal> value = money.fault ? std::nullopt : read_amount(money, format);
    amounts.push_back(value ? value->str() : "none");
  }
  return amounts;
}

constexpr NumberFormat kWithPoint{{Kind::kSettled, DecimalMark::kPoint}, GroupSize::kThree};

using Amounts = std::vector<std::string>;

TEST(Number, GroupsOfThreeAndOfTwo) {
  EXPECT_EQ(point("1,234,567.89"), "1234567.89");
  EXPECT_EQ(comma("1.234.567,89"), "1234567.89");
  EXPECT_EQ(point("12,34,567"), "1234567");
  EXPECT_EQ(point("1 234 567.5"), "1234567.5");
  EXPECT_EQ(point("1'234.50"), "1234.5");
  EXPECT_EQ(point(".5"), "0.5");
  EXPECT_EQ(point("0"), "0");
  EXPECT_EQ(point("180000.0"), "180000");
}

TEST(Number, WrongGroupsAreNoNumber) {
  for (const char* text :
       {"1,23", "12,3456", "1234,567", "0,123", ",123", "1,234 567", "1.2.3", ".", "1,,234", "1,234,"}) {
    EXPECT_EQ(point(text), "none") << text;
  }
}

TEST(Number, ThirtySixDigitsAndNoMore) {
  EXPECT_EQ(point(std::string(36, '9')), std::string(36, '9'));
  EXPECT_EQ(point(std::string(37, '9')), "none");
}

TEST(Money, EveryWayToWriteOne) {
  struct Case {
    const char* cell;
    const char* amount;
    const char* code;
  };
  for (const Case& each : {Case{"$95,000.00", "95000", "USD"},
                           {"USD 95000", "95000", "USD"},
                           {"95000usd", "95000", "USD"},
                           {"€ 1.5", "1.5", "EUR"},
                           {"1.5 €", "1.5", "EUR"},
                           {"(1,234.50)", "-1234.5", ""},
                           {"-$5.00", "-5", "USD"},
                           {"$-5.00", "-5", "USD"},
                           {"5.00-", "-5", ""},
                           {"−5.0", "-5", ""},
                           {"£(5.00)", "-5", "GBP"},
                           {"１２３４．５", "1234.5", ""},
                           {"1\u00A0234.5", "1234.5", ""},
                           {"1\u2009234.5", "1234.5", ""},
                           {"1\u2019234.5", "1234.5", ""},
                           {"US$ 12.0 USD", "12", "USD"},
                           {"+7.0", "7", ""},
                           {"人民币12.5", "12.5", "CNY"},
                           {"HK$ 3.5", "3.5", "HKD"},
                           {"NT$5", "5", "TWD"},
                           {"CA$5", "5", "CAD"},
                           {"A$5", "5", "AUD"},
                           {"5.5 zł", "5.5", "PLN"},
                           {"5円", "5", "JPY"},
                           {"RM5", "5", "MYR"},
                           {"Rp 5", "5", "IDR"},
                           {"SFr. 5", "5", "CHF"},
                           {"500 Ft", "500", "HUF"},
                           {"RMB 5", "5", "CNY"},
                           {"₩5000", "5000", "KRW"},
                           {"\u202A$5.5\u202C", "5.5", "USD"},
                           {"١٢٣٤٫٥", "1234.5", ""},
                           {"R$ 2.5", "2.5", "BRL"}}) {
    const MoneyCell cell = parse_money(each.cell);
    EXPECT_FALSE(cell.fault.has_value()) << each.cell;
    const auto value = read_amount(cell, kWithPoint);
    EXPECT_EQ(value ? value->str() : "none", each.amount) << each.cell;
    EXPECT_EQ(cell.currency.settled(Currency{}).code(), each.code) << each.cell;
  }
}

TEST(Money, UnitsAndExponentsMultiplyExactly) {
  struct Case {
    const char* cell;
    const char* amount;
  };
  for (const Case& each : {Case{"$1.2M", "1200000"},
                           {"50K", "50000"},
                           {"1.5bn", "1500000000"},
                           {"12.5万", "125000"},
                           {"3亿", "300000000"},
                           {"3亿5000万", "350000000"},
                           {"1万2千", "12000"},
                           {"¥1亿2000万3千", "120003000"},
                           {"5 千", "5000"},
                           {"２百万円", "2000000"},
                           {"12.5万元", "125000"},
                           {"50w", "500000"},
                           {"2.5 Mio. €", "2500000"},
                           {"750 Tsd. EUR", "750000"},
                           {"50 k€", "50000"},
                           {"($1.2M)", "-1200000"},
                           {"₹2.5 Cr", "25000000"},
                           {"50 TEUR", "50000"},
                           {"TEUR -50", "-50000"},
                           {"50 kEUR", "50000"},
                           {"1.2 MUSD", "1200000"},
                           {"INR 3 L", "300000"},
                           {"4.25 lakh", "425000"},
                           {"1.23456K", "1234.56"},
                           {"1.5E+06", "1500000"},
                           {"1e5", "100000"},
                           {"1.23E+15", "1230000000000000"},
                           {"1234500E-4", "123.45"},
                           {"0E+999", "0"},
                           {"-2.5e3 USD", "-2500"}}) {
    const MoneyCell cell = parse_money(each.cell);
    EXPECT_FALSE(cell.fault.has_value()) << each.cell;
    const auto value = read_amount(cell, kWithPoint);
    EXPECT_EQ(value ? value->str() : "none", each.amount) << each.cell;
  }
}

TEST(Money, DashesBehindAMarkSayNoCents) {
  EXPECT_EQ(column({"500,-"}), Amounts{"500"});
  EXPECT_EQ(column({"1.500,— €"}), Amounts{"1500"});
  EXPECT_EQ(column({"CHF 500.--"}), Amounts{"500"});
  EXPECT_EQ(column({"500-"}), Amounts{"-500"});
}

TEST(Money, TraitsOfSpreadsheets) {
  EXPECT_EQ(column({"'500"}), Amounts{"500"});
  EXPECT_TRUE(parse_money("$ -").missing);
  EXPECT_TRUE(parse_money("-   €").missing);
  EXPECT_TRUE(parse_money("$").fault.has_value());
}

TEST(Money, WhatIsNoAmountNamesNoCurrency) {
  for (const char* cell : {"Oskr", "5 kr too much", "$x", "€1.2T"})
    EXPECT_EQ(parse_money(cell).currency, CurrencyMark{}) << cell;
}

TEST(Money, NegativeZeroIsZero) {
  for (const char* cell : {"-0", "(0.00)", "0-"}) EXPECT_EQ(column({cell}), Amounts{"0"}) << cell;
}

TEST(Money, MissingIsNotZero) {
  for (const char* cell : {"", " ", "-", "—", "n/a", "N/A", "NULL", "none", "无"})
    EXPECT_TRUE(parse_money(cell).missing) << cell;
  EXPECT_FALSE(parse_money("0").missing);
}

TEST(Money, WhatIsNoAmountSaysWhy) {
  const auto fault = [](std::string_view cell) {
    const MoneyCell money = parse_money(cell);
    return money.fault ? std::string(money.fault->in(Language::kEnglish)) : std::string();
  };
  EXPECT_EQ(fault("TBD"), "not an amount");
  EXPECT_EQ(fault("NaN"), "not an amount");
  EXPECT_EQ(fault("inf"), "not an amount");
  EXPECT_EQ(fault("∞"), "not an amount");
  EXPECT_EQ(fault("#REF!"), "an error of the spreadsheet, not an amount");
  EXPECT_EQ(fault("0x1F"), "not an amount");
  EXPECT_EQ(fault("1.5E"), "not an amount");
  EXPECT_EQ(fault("1.5E+0600"), "not an amount");
  EXPECT_EQ(fault("1,234.5E+06"), "not an amount");
  EXPECT_EQ(fault("500-600"), "not an amount");
  EXPECT_EQ(fault("2026-02-15"), "not an amount");
  for (const char* cell : {"1.2T", "R$ 3 mil", "5 Cr", "$2L", "1兆"})
    EXPECT_EQ(fault(cell), "an amount with a unit that has two meanings; write it out in full") << cell;
  EXPECT_EQ(fault("--5"), "two signs or two currencies on one amount");
  EXPECT_EQ(fault("(-5)"), "two signs or two currencies on one amount");
  EXPECT_EQ(fault("€5 USD"), "two signs or two currencies on one amount");
  EXPECT_EQ(fault("12 apples"), "not an amount");
  EXPECT_EQ(fault("$"), "not an amount");
  EXPECT_EQ(fault("10%"), "a percentage, not an amount");
}

TEST(DecimalMark, OneCellDecidesForTheColumn) {
  EXPECT_EQ(column({"1,234", "5,678.90"}), (Amounts{"1234", "5678.9"}));
  EXPECT_EQ(column({"1.234", "5.678,90"}), (Amounts{"1234", "5678.9"}));
  EXPECT_EQ(column({"$95,000", "62000.50", "180000"}), (Amounts{"95000", "62000.5", "180000"}));
  EXPECT_EQ(column({"1.234", "1.234.567"}), (Amounts{"1234", "1234567"}));
  EXPECT_EQ(column({"1.234", "12,5"}), (Amounts{"1234", "12.5"}));
  EXPECT_EQ(column({"0,500", "1.234"}), (Amounts{"0.5", "1234"}));
}

TEST(DecimalMark, NothingDecides) {
  EXPECT_EQ(column({"1,234", "5,678"}), Amounts{"undecided"});
  EXPECT_EQ(column({"1.234", "500"}), Amounts{"undecided"});
  EXPECT_EQ(column({"500", "1 234"}), (Amounts{"500", "1234"}));
}

TEST(Unit, StandsInTheBracketsOfAHeader) {
  const auto power = [](std::string_view header) {
    return unit_of_header(header).value_or(HeaderUnit{}).power;
  };
  EXPECT_EQ(power("金额（万元）"), 4);
  EXPECT_EQ(power("预计金额(单位:万元)"), 4);
  EXPECT_EQ(power("合同额 (亿元)"), 8);
  EXPECT_EQ(power("Amount (k€)"), 3);
  EXPECT_EQ(power("Amount (USD k)"), 3);
  EXPECT_EQ(power("Amount (£'000)"), 3);
  EXPECT_EQ(power("Amount (in thousands)"), 3);
  EXPECT_EQ(power("金额（百万円）"), 6);
  EXPECT_EQ(unit_of_header("Amount (k€)")->currency.named.code(), "EUR");
  EXPECT_EQ(unit_of_header("金额（万元）")->currency.kind, CurrencyMark::Kind::kYen);
  for (const char* header :
       {"Amount", "Amount (USD)", "金额（元）", "Amount (T€)", "Amount (W)", "(万元)", "Amount (converted)"})
    EXPECT_EQ(unit_of_header(header), std::nullopt) << header;
}

TEST(DecimalMark, ExponentHasNoGrouping) {
  EXPECT_EQ(column({"1.234E+06", "5,678"}), (Amounts{"1234000", "5678"}));
  EXPECT_EQ(column({"1,5E+06", "5.678"}), (Amounts{"1500000", "5678"}));
}

TEST(DecimalMark, UnitsVoteAsOthersDo) {
  EXPECT_EQ(column({"1,2 Mio.", "1.234"}), (Amounts{"1200000", "1234"}));
  EXPECT_EQ(column({"1.234M"}), Amounts{"undecided"});
}

TEST(GroupSize, FoursOnlyInAColumnThatHasThem) {
  EXPECT_EQ(column({"12,3456", "1,2345,6789", "500"}), (Amounts{"123456", "123456789", "500"}));
  EXPECT_EQ(column({"12,3456.50"}), Amounts{"123456.5"});
  EXPECT_EQ(column({"1,2345"}), Amounts{"undecided"});  // 1 万 2345, or 1.2345 with a decimal comma
  EXPECT_EQ(column({"1,2345", "5,50"}), (Amounts{"1.2345", "5.5"}));
  EXPECT_EQ(column({"1,2345", "1,234.00", "2,000.50"}), (Amounts{"none", "1234", "2000.5"}));
  EXPECT_EQ(column({"1234,5000", "12345,5000"}), (Amounts{"1234.5", "12345.5"}));
}

TEST(GroupSize, IndianGroupsStandBesideThrees) {
  EXPECT_EQ(column({"1,00,000", "12,34,567.50", "5,000"}), (Amounts{"100000", "1234567.5", "5000"}));
}

TEST(DecimalMark, TheOrderOfTheCellsDoesNotMatter) {
  std::vector<std::string> cells{"1,234",   "1.234,50", "12,5",      "1,2345",
                                 "3,456.7", "8.900",    "1,000,000", "5E+3"};
  std::sort(cells.begin(), cells.end());
  const NumberFormat first = format_of(cells);
  for (int turn = 0; turn < 500 && std::next_permutation(cells.begin(), cells.end()); ++turn)
    ASSERT_EQ(format_of(cells), first);
}

TEST(DecimalMark, StrayCellIsTheOnlyOneThatFalls) {
  std::vector<std::string> cells(40, "1,234.50");
  cells.emplace_back("12,5");
  cells.emplace_back("2,000");
  const Amounts amounts = column(cells);
  EXPECT_EQ(amounts[0], "1234.5");
  EXPECT_EQ(amounts[40], "none");
  EXPECT_EQ(amounts[41], "2000");
}

TEST(DecimalMark, ContestedColumnKeepsOnlyWhatCanBeReadOneWay) {
  EXPECT_EQ(column({"1,234.50", "2,345.60", "3.456,70", "7.500", "900"}),
            (Amounts{"1234.5", "2345.6", "none", "none", "900"}));
  EXPECT_EQ(column({"1,234.50", "3.456,70"}), Amounts{"undecided"});
}

TEST(Decimal, MinorUnitsAreExactOrNothing) {
  DoesNotFit why{};
  EXPECT_EQ(in_minor_units({12345, 2}, 2, why), 12345);
  EXPECT_EQ(in_minor_units({15, 1}, 2, why), 150);
  EXPECT_EQ(in_minor_units({12345, 3}, 2, why), std::nullopt);
  EXPECT_EQ(why, DoesNotFit::kTooPrecise);
  EXPECT_EQ(in_minor_units({Int128{92'233'720'368'547'758}, 0}, 2, why), 9'223'372'036'854'775'800);
  EXPECT_EQ(in_minor_units({Int128{92'233'720'368'547'759}, 0}, 2, why), std::nullopt);
  EXPECT_EQ(why, DoesNotFit::kTooLarge);
  EXPECT_EQ(in_minor_units({-Int128{92'233'720'368'547'758}, 0}, 2, why), -9'223'372'036'854'775'800);
}

TEST(CurrencyMark, SharedOnesAreSettledByTheFileOrTheUser) {
  const CurrencyMark krone = parse_money("5 000 kr").currency;
  EXPECT_TRUE(krone.needs_settling());
  EXPECT_TRUE(krone.settled({}).is_none());
  EXPECT_TRUE(krone.allows(*Currency::from_code("SEK")));
  EXPECT_FALSE(krone.allows(*Currency::from_code("EUR")));
  EXPECT_TRUE(parse_money("Rs. 500").currency.allows(*Currency::from_code("PKR")));
  EXPECT_EQ(parse_currency_name("kr"), krone);
}

TEST(CurrencyMark, SignsAgreeWithTheirCodes) {
  const CurrencyMark dollar{CurrencyMark::Kind::kDollar, {}};
  const CurrencyMark cad{CurrencyMark::Kind::kNamed, *Currency::from_code("CAD")};
  const CurrencyMark eur{CurrencyMark::Kind::kNamed, *Currency::from_code("EUR")};
  EXPECT_EQ(agreed(dollar, cad), cad);
  EXPECT_EQ(agreed({}, eur), eur);
  EXPECT_EQ(agreed(dollar, eur), std::nullopt);
  EXPECT_EQ(parse_currency_name("usd")->settled({}).code(), "USD");
  EXPECT_EQ(parse_currency_name("人民币")->settled({}).code(), "CNY");
  EXPECT_EQ(parse_currency_name("dollars"), std::nullopt);
  EXPECT_EQ(parse_currency_name("XXX"), std::nullopt);
}

// A blank before it sends a cell the long way.
TEST(ParseMoney, TellsAPlainAmountAtAGlanceAsItWouldTheLongWay) {
  for (const char* const cell :
       {"0", "5", "007", "1234", "1234.5", "1.234", "1.234.567", "12..5",
        "99999999999999999999999999999999999999", ".5", "5.", "1,5", "1e5", "5-", "12 000"})
    EXPECT_EQ(parse_money(cell), parse_money(std::string(" ") + cell)) << cell;
}

TEST(ParseCurrencyName, TellsACodeAtAGlanceAsItWouldTheLongWay) {
  for (const char* const cell :
       {"USD", "EUR", "RMB", "LEI", "lei", "usd", "XXX", "ABC", "AUD", "KWD", "HRK", "US$", "RM", "RMX"})
    EXPECT_EQ(parse_currency_name(cell), parse_currency_name(std::string(" ") + cell)) << cell;
}

}  // namespace
}  // namespace ae::ingest
