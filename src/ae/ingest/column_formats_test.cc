#include "ae/ingest/column_formats.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/ingest/testing.h"

// What whole columns decide about their cells.
namespace ae::ingest {
namespace {

using enum OpportunityField;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::note_codes;
using testing::note_text;
using testing::read_text;
using testing::rows_as_text;

Reading read(const std::string& text, const ReadOptions& options = {}) {
  Result<Reading> reading = read_text(text, options);
  EXPECT_TRUE(reading.has_value()) << reading.error().message.in(Language::kEnglish);
  return reading ? std::move(*reading) : Reading{};
}

/// Deals that have nothing but the cells of one column.
std::string deals(const std::string& header, const std::vector<std::string>& cells) {
  std::string text = "stage;" + header + "\n";
  for (const std::string& cell : cells) text += "Demo;" + cell + "\n";
  return text;
}

std::vector<std::string> days(const Reading& reading, OpportunityField field) {
  std::vector<std::string> found;
  for (const table::OpportunityChunk& chunk : reading.table.chunks) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) found.push_back(chunk.row(row).dates[field].iso());
  }
  return found;
}

std::vector<std::int64_t> amounts(const Reading& reading) {
  std::vector<std::int64_t> found;
  for (const table::OpportunityChunk& chunk : reading.table.chunks)
    found.insert(found.end(), chunk.amount.begin(), chunk.amount.end());
  return found;
}

std::vector<std::string> reasons(const Reading& reading) {
  std::vector<std::string> found;
  for (const QuarantinedRow& row : reading.quarantine) found.push_back(row.reason.in(Language::kEnglish));
  return found;
}

TEST(DayNumbers, ExcelDaysAreReadWithANote) {
  const Reading reading = read(deals("name;close_date", {"a;46068", "b;46069.5", "c;", "d;TBD"}));
  EXPECT_THAT(days(reading, kCloseDate), ElementsAre("2026-02-15", "2026-02-16", ""));
  EXPECT_THAT(note_codes(reading), ElementsAre("excel_serials_assumed"));
  EXPECT_THAT(note_text(reading, "excel_serials_assumed"), HasSubstr("46068 is 2026-02-15"));
  EXPECT_THAT(reasons(reading), ElementsAre("not a date"));
}

TEST(DayNumbers, EpochsAreDaysInUtc) {
  const Reading seconds = read(deals("name;close_date", {"a;1771199999", "b;1771200000"}));
  EXPECT_THAT(days(seconds, kCloseDate), ElementsAre("2026-02-15", "2026-02-16"));
  EXPECT_THAT(note_codes(seconds), ElementsAre("epoch_assumed"));
  const Reading milliseconds = read(deals("name;close_date", {"a;1771199999999"}));
  EXPECT_THAT(days(milliseconds, kCloseDate), ElementsAre("2026-02-15"));
}

TEST(DayNumbers, AmongWrittenDatesTheyAreSetApart) {
  const Reading reading = read(deals("name;close_date", {"a;2026-02-15", "b;46069", "c;13/02/2026"}));
  EXPECT_THAT(days(reading, kCloseDate), ElementsAre("2026-02-15", "2026-02-13"));
  EXPECT_THAT(reasons(reading), ElementsAre("a bare number among dates"));
}

TEST(DayNumbers, TheRareKindIsSetApart) {
  const Reading reading = read(deals("name;close_date", {"a;46068", "b;46069", "c;1771199999"}));
  EXPECT_EQ(days(reading, kCloseDate).size(), 2U);
  EXPECT_THAT(reasons(reading), ElementsAre("a bare number among dates"));
}

TEST(Dates, FormsThatAreClearStandSideBySide) {
  const Reading reading =
      read(deals("name;close_date", {"a;2026-02-15", "b;02/23/2026", "c;20260301", "d;3. März 2026"}));
  EXPECT_THAT(days(reading, kCloseDate), ElementsAre("2026-02-15", "2026-02-23", "2026-03-01", "2026-03-03"));
  EXPECT_THAT(note_codes(reading), IsEmpty());
}

TEST(Dates, NoZoneShiftsADay) {
  const Reading reading =
      read(deals("name;close_date", {"a;2026-02-15T23:30:00-08:00", "b;2026-02-15T00:30:00+14:00",
                                     "c;2026-02-15 24:00", "d;2026-02-15T23:59:59Z"}));
  for (const std::string& day : days(reading, kCloseDate)) EXPECT_EQ(day, "2026-02-15");
}

TEST(Amounts, UnitsAndExponentsAreSaid) {
  const Reading reading = read(deals("amount", {"$1.2M", "50K", "1.5E+06"}));
  EXPECT_THAT(amounts(reading), ElementsAre(120'000'000, 5'000'000, 150'000'000));
  EXPECT_THAT(note_text(reading, "units_read"), HasSubstr("with a unit: 2; $1.2M is read as 1200000"));
  EXPECT_THAT(note_text(reading, "scientific_notation"), HasSubstr("1.5E+06 is read as 1500000"));
}

TEST(Amounts, UnitOfTheHeaderCountsForItsCells) {
  const Reading reading = read("阶段;商机名称;金额（万元）\n演示;甲;12.5\n演示;乙;3\n演示;丙;5万\n");
  EXPECT_THAT(amounts(reading), ElementsAre(12'500'000, 3'000'000));
  EXPECT_THAT(reasons(reading), ElementsAre("a unit on the amount and another in the header"));
  EXPECT_THAT(note_text(reading, "unit_of_header"), HasSubstr("multiplied by 10000"));
}

TEST(Amounts, CurrenciesWithoutDecimalsHaveGroups) {
  EXPECT_THAT(amounts(read("ステージ;金額\n提案;1,234円\n")), ElementsAre(1234));
  EXPECT_THAT(amounts(read("ステージ;金額;商談名\n提案;¥1,234;サンプル\n")), ElementsAre(1234));
  EXPECT_THAT(amounts(read("stage;amount\nDemo;₩1.234\n")), ElementsAre(1234));
  EXPECT_THAT(amounts(read("stage;amount;currency\nDemo;1,234;JPY\n")), ElementsAre(1234));
  ReadOptions yen;
  yen.currency = Currency::from_code("JPY");
  EXPECT_THAT(amounts(read("stage;amount\nDemo;1,234\nDemo;5,678\n", yen)), ElementsAre(1234, 5678));
}

TEST(Amounts, OtherCurrenciesStayAmbiguous) {
  EXPECT_EQ(read_text("stage;amount\nDemo;$1,234\n").error().code, "ambiguous_number");
  EXPECT_EQ(read_text("阶段;金额\n演示;¥1,234\n").error().code, "ambiguous_number");
}

TEST(Amounts, NothingIsRoundedToFit) {
  const Reading reading = read(deals(
      "amount;currency", {"1.2345;USD", "1.2300;USD", "1.5;JPY", "2.0;JPY", "1.2345K;USD", "1.23456789K;USD",
                          "1E+30;USD", "NaN;USD", "10%;USD", "#REF!;USD", "-0;USD"}));
  EXPECT_THAT(amounts(reading), ElementsAre(123, 2, 123'450, 0));
  EXPECT_THAT(
      reasons(reading),
      ElementsAre("more decimals than USD has", "more decimals than JPY has", "more decimals than USD has",
                  "too large for an amount: at most ±92233720368547758.07", "not an amount",
                  "a percentage, not an amount", "an error of the spreadsheet, not an amount"));
}

TEST(Amounts, ReasonsSayWhatDoesNotFit) {
  const Reading reading = read(deals("amount", {"1,234.50", "1,23,4", "2,500.00", std::string(40, '9')}));
  EXPECT_THAT(reasons(reading).at(0), HasSubstr("grouped as no number is"));
  EXPECT_THAT(reasons(reading).back(), HasSubstr("too large for an amount: at most ±92233720368547758.07"));
}

TEST(Currencies, KroneIsRefusedUnlessSomeoneSaysWhich) {
  const Result<Reading> refused = read_text("stage,amount\nDemo,500 kr\n");
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "ambiguous_currency");
  EXPECT_EQ(refused.error().place, (Place{"deals.csv", 2, 6}));
  ReadOptions options;
  options.currency = Currency::from_code("NOK");
  EXPECT_EQ(read("stage,amount\nDemo,500 kr\n", options).currency, options.currency);
  EXPECT_EQ(read("stage,amount,currency\nDemo,500 kr,SEK\n").currency, Currency::from_code("SEK"));
}

TEST(Probabilities, OnlyZeroAndOneIsSaid) {
  const Reading reading = read(deals("name;probability", {"a;0", "b;1"}));
  EXPECT_EQ(reading.table.chunks[0].probability[1].millionths(), 1'000'000);
  EXPECT_THAT(note_codes(reading), ElementsAre("probability_zero_or_one"));
}

TEST(Texts, NoneIsAnAnswerAmongCompetitors) {
  const Reading reading = read(deals("name;competitor", {"a;None", "b;-", "c;n/a"}));
  EXPECT_EQ(reading.table.chunks[0].row(0).texts[kCompetitor], "None");
  EXPECT_EQ(reading.table.chunks[0].row(1).texts[kCompetitor], "");
  EXPECT_EQ(reading.table.chunks[0].row(2).texts[kCompetitor], "");
}

TEST(Columns, NeitherOrderNorChunksNorThreadsMatter) {
  const std::vector<std::string> cells{"1.234,50 €;15.02.2026;60 %", "12.500 €;3. März 2026;0,5 %",
                                       "2 Mio. €;2026-02-15T23:00:00-08:00;100", "7,5 €;1.4.26;1",
                                       "x;1.4.26;5"};
  const auto text_of = [](const std::vector<std::string>& lines) {
    return deals("amount;close_date;probability", lines);
  };
  const auto sorted = [](const Reading& reading) {
    std::vector<std::int64_t> all = amounts(reading);
    std::sort(all.begin(), all.end());
    return all;
  };
  const Reading reference = read(text_of(cells));
  EXPECT_EQ(reference.table.rows(), 4U);
  EXPECT_EQ(sorted(read(text_of({cells.rbegin(), cells.rend()}))), sorted(reference));
  for (unsigned threads = 1; threads <= 3; ++threads) {
    ReadOptions options;
    options.threads = threads;
    options.chunk_rows = threads;
    EXPECT_EQ(rows_as_text(read(text_of(cells), options)), rows_as_text(reference));
  }
}

}  // namespace
}  // namespace ae::ingest
