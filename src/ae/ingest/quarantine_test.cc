#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/ingest/testing.h"

// Rows that are set apart, and the errors of files that cannot be read at all.
namespace ae::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::note_codes;
using testing::read_text;
using testing::rows_as_text;
using testing::total_of;

std::string english(const Message& message) { return message.in(Language::kEnglish); }

Reading read(std::string_view text, const ReadOptions& options = {}) {
  Result<Reading> reading = read_text(text, options);
  EXPECT_TRUE(reading.has_value()) << english(reading.error().message);
  return reading ? std::move(*reading) : Reading{};
}

Error error_of(std::string_view text, const ReadOptions& options = {}) {
  Result<Reading> reading = read_text(text, options);
  EXPECT_FALSE(reading.has_value());
  if (reading) return {};
  for (const Language language : kAllLanguages) {
    EXPECT_FALSE(reading.error().message.in(language).empty());
    EXPECT_FALSE(reading.error().hint.in(language).empty());
    EXPECT_THAT(reading.error().message.in(language), ::testing::Not(HasSubstr("{")));
    EXPECT_THAT(reading.error().hint.in(language), ::testing::Not(HasSubstr("{")));
  }
  return reading.error();
}

TEST(Quarantine, WrongCellsWithPlaceReasonAndMoneyAtStake) {
  const Reading reading = read(
      "id,stage,amount,close_date\n"
      "1,Demo,100.50,2026-03-01\n"
      "2,Demo,TBD,2026-03-01\n"
      "3,Demo,78700,2025-02-30\n");
  EXPECT_EQ(reading.table.rows(), 1U);
  ASSERT_EQ(reading.quarantine.size(), 2U);
  EXPECT_EQ(reading.quarantine[0].place, (Place{"deals.csv", 3, 8}));
  EXPECT_EQ(reading.quarantine[0].field, "amount");
  EXPECT_EQ(reading.quarantine[0].value, "TBD");
  EXPECT_EQ(english(reading.quarantine[0].reason), "not an amount");
  EXPECT_FALSE(reading.quarantine[0].amount_at_stake.has_value());
  EXPECT_EQ(reading.quarantine[1].field, "close_date");
  ASSERT_TRUE(reading.quarantine[1].amount_at_stake.has_value());
  EXPECT_EQ(reading.quarantine[1].amount_at_stake->str(), "78700.00");
  EXPECT_EQ(reading.sources[0].rows, 3);
  EXPECT_EQ(reading.sources[0].kept, 1);
  EXPECT_EQ(reading.sources[0].quarantined, 2);
}

TEST(Quarantine, RowsTooShortOrTooLong) {
  const Reading reading = read(
      "id,stage,amount\n"
      "1,Demo,100\n"
      "2,Demo\n"
      "3,Demo,100,extra\n"
      "4,Demo,100,,\n"
      ",,\n");
  EXPECT_EQ(reading.table.rows(), 2U);
  ASSERT_EQ(reading.quarantine.size(), 2U);
  EXPECT_EQ(english(reading.quarantine[0].reason), "cells in the row: 2, columns in the header: 3");
  EXPECT_EQ(reading.quarantine[1].place, (Place{"deals.csv", 4, 12}));
  EXPECT_EQ(reading.sources[0].rows, 4);
}

TEST(Quarantine, HugePreciseAndUnknownCurrencies) {
  const Reading reading = read(
      "id,stage,amount,currency\n"
      "1,Demo,100,USD\n"
      "2,Demo,99999999999999999999,USD\n"
      "3,Demo,1.2345,USD\n"
      "4,Demo,1.5,JPY\n"
      "5,Demo,1,ZZZ\n"
      "6,Demo,€1,USD\n"
      "7,Demo,-100,USD\n"
      "8,Demo,$5,CAD\n");
  EXPECT_EQ(reading.table.rows(), 3U);
  std::vector<std::string> reasons;
  for (const QuarantinedRow& row : reading.quarantine) reasons.push_back(english(row.reason));
  EXPECT_THAT(reasons,
              ElementsAre("too large for an amount: at most ±92233720368547758.07",
                          "more decimals than USD has", "more decimals than JPY has",
                          "not a currency of ISO 4217", "the amount names another currency than its column"));
  EXPECT_EQ(reading.currency, std::nullopt);
}

TEST(Quarantine, StrictRefusesTheFirst) {
  ReadOptions options;
  options.strict = true;
  const Error error = error_of("id,stage,amount\n1,Demo,5\n2,Demo,TBD\n3,Demo,x\n", options);
  EXPECT_EQ(error.code, "row_refused");
  EXPECT_EQ(error.place, (Place{"deals.csv", 3, 8}));
  EXPECT_EQ(error.value, "TBD");
}

TEST(Quarantine, EveryRowWrongIsAnError) {
  ReadOptions options;
  options.columns[OpportunityField::kAmount] = "owner";
  const Error error = error_of("id,stage,owner\n1,Demo,Ana\n2,Demo,Ben\n", options);
  EXPECT_EQ(error.code, "nothing_kept");
  EXPECT_THAT(english(error.message), HasSubstr("No row can be read right (2 set apart)"));
  EXPECT_THAT(english(error.hint), HasSubstr("--map amount=COLUMN"));
}

TEST(Quarantine, ContradictionsBetweenStageAndFlags) {
  const Reading reading = read(
      "id,stage,is_closed,is_won,amount\n"
      "1,Demo,true,true,1\n"
      "2,Demo,true,,2\n"
      "3,Closed Won,false,true,3\n"
      "4,Assigned,true,false,4\n"
      "5,Demo,perhaps,,5\n");
  EXPECT_EQ(total_of(reading, DealState::kWon).count, 1);
  EXPECT_EQ(total_of(reading, DealState::kLost).count, 1);
  EXPECT_EQ(reading.quarantine.size(), 3U);
}

TEST(Identity, SameRowsAreMergedDifferentOnesSetApart) {
  const Reading reading = read(
      "id,stage,amount\n"
      "1,Demo,100\n"
      "1,demo,100.00\n"
      "2,Demo,48000\n"
      "2,Proposal,54000\n"
      ",Demo,7\n"
      ",Demo,7\n"
      "n/a,Demo,7\n");
  EXPECT_EQ(reading.table.rows(), 4U);
  EXPECT_EQ(reading.sources[0].duplicates, 1);
  ASSERT_EQ(reading.quarantine.size(), 2U);
  EXPECT_EQ(english(reading.quarantine[0].reason),
            "the id stands again with other values, in line 5 of deals.csv");
  EXPECT_EQ(english(reading.quarantine[1].reason),
            "the id stands again with other values, in line 4 of deals.csv");
  EXPECT_EQ(reading.quarantine[1].amount_at_stake->str(), "54000.00");
  EXPECT_THAT(note_codes(reading), ElementsAre("duplicates_merged"));
}

TEST(Identity, NamesakeOfAnUnreadableRowIsSetApart) {
  const Reading reading = read("id,stage,amount\n1,Demo,100\n1,Demo,x\n2,Demo,5\n");
  EXPECT_EQ(reading.table.rows(), 1U);
  EXPECT_EQ(reading.quarantine.size(), 2U);
}

TEST(Identity, AcrossFilesTheFullerRowIsKept) {
  const std::vector<Source> sources{{"a.csv", "id,stage,amount\n1,Demo,100\n2,Demo,5\n"},
                                    {"b.csv", "id,stage,amount,owner\n1,Demo,100,Ana\n2,Demo,6,Ben\n"}};
  const Result<Reading> reading = read_opportunities(sources, {});
  ASSERT_TRUE(reading.has_value());
  ASSERT_EQ(reading->table.rows(), 1U);
  EXPECT_EQ(reading->table.chunks[0].row(0).texts[OpportunityField::kOwner], "Ana");
  EXPECT_EQ(reading->sources[0].duplicates, 1);
  EXPECT_EQ(reading->quarantine.size(), 2U);
  EXPECT_EQ(english(reading->quarantine[0].reason),
            "the id stands again with other values, in line 3 of b.csv");
}

TEST(Deleted, LeftOutUnlessAskedFor) {
  const std::string text = "id,stage,amount,is_deleted\n1,Demo,100,false\n2,Won,5,true\n";
  const Reading reading = read(text);
  EXPECT_EQ(reading.sources[0].rows, 1);
  EXPECT_THAT(note_codes(reading), ElementsAre("deleted_left_out"));
  ReadOptions options;
  options.include_deleted = true;
  EXPECT_EQ(read(text, options).table.rows(), 2U);
  const Reading nothing = read("id,stage,is_deleted\n1,Demo,yes\n");
  EXPECT_EQ(nothing.table.rows(), 0U);
  EXPECT_THAT(note_codes(nothing), ElementsAre("deleted_left_out"));
}

TEST(Files, WhatCannotBeRead) {
  EXPECT_EQ(error_of("").code, "empty_file");
  EXPECT_EQ(error_of("\n \n").code, "empty_file");
  EXPECT_EQ(error_of("id,stage,amount\n").code, "no_rows");
  EXPECT_EQ(error_of("id,stage,amount\n,,\n").code, "no_rows");
  EXPECT_EQ(error_of("foo,bar\n1,2\n").code, "no_recognisable_column");
  EXPECT_EQ(error_of("id,stage,amount\n1,\"Demo,5\n").code, "unterminated_quote");
  EXPECT_EQ(error_of("id,stage,amount\n1,\x81\xFF,5\n").code, "not_utf8");
}

TEST(Files, WrongMapNamesTheColumnNotTheConsequence) {
  ReadOptions options;
  options.columns[OpportunityField::kStage] = "Phsae";
  const Error error = error_of("id,Phase,amount\n1,Demo,5\n", options);
  EXPECT_EQ(error.code, "unknown_column");
  EXPECT_THAT(error.did_you_mean, ElementsAre("Phase"));
}

TEST(Ambiguity, AmountsAreRefusedWithBothReadings) {
  const std::string text = "id,stage,amount\n1,Demo,500\n2,Demo,\"95,000\"\n";
  const Error error = error_of(text);
  EXPECT_EQ(error.code, "ambiguous_number");
  EXPECT_EQ(error.place, (Place{"deals.csv", 3, 8}));
  EXPECT_THAT(english(error.message),
              HasSubstr("95,000 is 95000 with a decimal point, 95 with a decimal comma"));
  ReadOptions options;
  options.decimal_mark = DecimalMark::kPoint;
  EXPECT_EQ(total_of(read(text, options), DealState::kOpen).minor, 9'550'000);
}

TEST(Ambiguity, DatesAreRefusedWithBothReadings) {
  const std::string text = "id,stage,amount,close_date\n1,Demo,5,03/04/2026\n";
  const Error error = error_of(text);
  EXPECT_EQ(error.code, "ambiguous_date");
  EXPECT_THAT(english(error.message),
              HasSubstr("03/04/2026 is 2026-03-04 with the month first, 2026-04-03 with the day first"));
  ReadOptions options;
  options.date_order = DateOrder::kDmy;
  EXPECT_EQ(read(text, options).table.chunks[0].row(0).dates[OpportunityField::kCloseDate].iso(),
            "2026-04-03");
}

TEST(Ambiguity, OtherDateColumnsOfTheFileSettleOne) {
  const Reading reading = read("id,stage,amount,created_date,close_date\n1,Demo,5,12/25/2025,03/04/2026\n");
  EXPECT_EQ(reading.table.chunks[0].row(0).dates[OpportunityField::kCloseDate].iso(), "2026-03-04");
  EXPECT_THAT(note_codes(reading), ElementsAre("date_order_assumed"));
}

TEST(Currencies, OneNamedCoversTheBareOnes) {
  const Reading reading = read("id,stage,amount,currency\n1,Demo,5,EUR\n2,Demo,7,\n");
  EXPECT_EQ(reading.currency, Currency::from_code("EUR"));
  EXPECT_THAT(note_codes(reading), ElementsAre("currency_assumed"));
  EXPECT_EQ(total_of(reading, DealState::kOpen).minor, 1200);
}

TEST(Currencies, SeveralNamedLeaveTheBareOnesAlone) {
  const Reading reading = read("id,stage,amount,currency\n1,Demo,5,EUR\n2,Demo,7,\n3,Demo,9,USD\n");
  EXPECT_EQ(reading.currency, std::nullopt);
  EXPECT_TRUE(reading.table.chunks[0].currency[1].is_none());
  EXPECT_THAT(note_codes(reading), IsEmpty());
}

TEST(Currencies, FlagAndHeaderName) {
  ReadOptions options;
  options.currency = Currency::from_code("JPY");
  const Reading flagged = read("id,stage,amount\n1,Demo,500\n", options);
  EXPECT_EQ(flagged.currency, options.currency);
  EXPECT_EQ(flagged.table.chunks[0].amount[0], 500);
  EXPECT_THAT(note_codes(flagged), IsEmpty());
  const Reading headed = read("id,stage,Amount (EUR)\n1,Demo,500\n");
  EXPECT_EQ(headed.currency, Currency::from_code("EUR"));
  EXPECT_THAT(note_codes(headed), IsEmpty());
}

TEST(Currencies, YenSignByTheLanguageOfTheFile) {
  EXPECT_EQ(read("编号,阶段,金额\n1,演示,¥500\n").currency, Currency::from_code("CNY"));
  EXPECT_EQ(read("id,stage,amount,name\n1,Demo,￥500,サンプル\n").currency, Currency::from_code("JPY"));
  EXPECT_EQ(error_of("id,stage,amount\n1,Demo,¥500\n").code, "ambiguous_currency");
  EXPECT_EQ(read("id,stage,amount,currency\n1,Demo,¥500,JPY\n").currency, Currency::from_code("JPY"));
  ReadOptions options;
  options.currency = Currency::from_code("CNY");
  EXPECT_EQ(read("id,stage,amount\n1,Demo,¥500\n", options).currency, Currency::from_code("CNY"));
}

TEST(Stages, UnknownOnesAreSaidOncePerNameWithTheFlag) {
  const Reading reading = read("id,stage,amount\n1,On Hold,5\n2,Engaging,5\n3,On Hold,5\n4,,5\n");
  EXPECT_THAT(note_codes(reading), ElementsAre("stage_unknown", "stage_unknown", "stage_blank"));
  EXPECT_THAT(english(reading.notes[0].text), HasSubstr("2 deals"));
  EXPECT_THAT(english(reading.notes[0].text), HasSubstr("--stage-map 'On Hold=demo'"));
  EXPECT_EQ(reading.notes[0].place, (Place{"deals.csv", 2, 3}));
  ReadOptions options;
  options.stages["on hold"] = Stage::kDiscovery;
  EXPECT_EQ(read("id,stage,amount\n1,On Hold,5\n", options).table.chunks[0].stage[0], Stage::kDiscovery);
}

TEST(Columns, FilesWithDifferentOnesAreReadTogether) {
  const std::vector<Source> sources{{"a.csv", "id;stage;amount\n1;Demo;5\n"},
                                    {"b.csv", "Deal Name\tDeal Stage\tOwner\nX\tWon\tAna\n"}};
  const Result<Reading> reading = read_opportunities(sources, {});
  ASSERT_TRUE(reading.has_value());
  EXPECT_EQ(reading->table.rows(), 2U);
  EXPECT_TRUE(reading->table.has(OpportunityField::kOwner));
  EXPECT_FALSE(reading->table.chunks[0].has(OpportunityField::kOwner));
  EXPECT_EQ(reading->sources[1].delimiter, "tab");
  EXPECT_THAT(note_codes(*reading), ElementsAre("columns_differ", "columns_differ"));
  EXPECT_EQ(english(reading->notes[0].text), "No column for name, owner, which other files have");
  EXPECT_EQ(reading->notes[0].place.source, "a.csv");
}

TEST(Probabilities, ScaleIsDecidedOverTheColumn) {
  const Reading percents = read("id,stage,amount,probability\n1,Demo,5,60\n2,Demo,5,5%\n3,Demo,5,1000\n");
  EXPECT_EQ(percents.table.chunks[0].probability[0].millionths(), 600'000);
  EXPECT_EQ(percents.quarantine.size(), 1U);
  const Reading parts = read("id,stage,amount,probability\n1,Demo,5,0.6\n2,Demo,5,1\n");
  EXPECT_EQ(parts.table.chunks[0].probability[1].millionths(), 1'000'000);
}

TEST(Categories, UnknownOnesAreSaid) {
  const Reading reading = read("id,stage,amount,forecast_category\n1,Demo,5,Best Case\n2,Demo,5,Maybe\n");
  EXPECT_EQ(reading.table.chunks[0].category[0], ForecastCategory::kBestCase);
  EXPECT_EQ(reading.table.chunks[0].category[1], ForecastCategory::kNone);
  EXPECT_THAT(note_codes(reading), ElementsAre("category_unknown"));
}

TEST(Texts, NothingWordsAreEmptyExceptInNames) {
  const Reading reading =
      read("id,stage,amount,account,next_step\n1,Demo,5,None,n/a\n2,Demo,5, Acme ,Call\n");
  EXPECT_EQ(reading.table.chunks[0].row(0).texts[OpportunityField::kAccount], "None");
  EXPECT_EQ(reading.table.chunks[0].row(0).texts[OpportunityField::kNextStep], "");
  EXPECT_EQ(reading.table.chunks[0].row(1).texts[OpportunityField::kAccount], "Acme");
}

TEST(Files, ByteOrderMarkLineEndsAndDelimiterDoNotChangeTheDeals) {
  const Reading plain = read("id,stage,amount\n1,Demo,5.50\n2,Won,7.25\n");
  for (const char* text :
       {"\xEF\xBB\xBFid,stage,amount\r\n1,Demo,5.50\r\n2,Won,7.25",
        "id;stage;amount\r1;Demo;5,50\r2;Won;7,25\r",
        "\"id\"\t\"stage\"\t\"amount\"\n\"1\"\t\"Demo\"\t\"5.50\"\n\"2\"\t\"Won\"\t\"7.25\"\n"}) {
    EXPECT_EQ(rows_as_text(read(text)), rows_as_text(plain)) << text;
  }
}

}  // namespace
}  // namespace ae::ingest
