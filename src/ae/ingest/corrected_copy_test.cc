#include "ae/ingest/corrected_copy.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "ae/ingest/csv/open_text.h"
#include "ae/ingest/sniff/transcode.h"

namespace ae::ingest {
namespace {

const Date kAsOf = *Date::from_ymd(2026, 2, 15);

DealDecision decided(std::string id, Disposition what) {
  DealDecision decision;
  decision.id = std::move(id);
  decision.disposition = what;
  return decision;
}

DealDecision re_dated(std::string id) {
  DealDecision decision = decided(std::move(id), Disposition::kReDate);
  decision.close_date = *Date::from_ymd(2026, 3, 31);
  return decision;
}

DealDecision closed(std::string id) {
  DealDecision decision = decided(std::move(id), Disposition::kClose);
  decision.reason = "No budget, for now";
  return decision;
}

std::string copy_of(std::string bytes, const std::vector<DealDecision>& decisions) {
  const Result<CorrectedCopy> copy = corrected_copy({"deals.csv", std::move(bytes)}, {}, decisions, kAsOf);
  EXPECT_TRUE(copy.has_value()) << (copy ? ""
                                         : copy.error().code + ": " +
                                               copy.error().message.in(kAllLanguages[0]));
  return copy ? copy->bytes : "";
}

std::string code_of(std::string bytes, const std::vector<DealDecision>& decisions) {
  const Result<CorrectedCopy> copy = corrected_copy({"deals.csv", std::move(bytes)}, {}, decisions, kAsOf);
  return copy ? "" : copy.error().code;
}

TEST(CorrectedCopy, WithoutDecisionsEveryFileIsCopiedByteForByte) {
  int files = 0;
  for (const char* folder : {"examples", "tests/data/presets"}) {
    const std::filesystem::path root = std::filesystem::path(AE_TEST_DATA) / ".." / ".." / folder;
    for (const auto& entry : std::filesystem::directory_iterator(root)) {
      if (entry.path().extension() != ".csv") continue;
      const Result<Source> source = read_source(entry.path().string());
      ASSERT_TRUE(source.has_value());
      const Result<CorrectedCopy> copy = corrected_copy(*source, {}, {}, kAsOf);
      if (!copy) continue;  // no table of deals, or one that asks for a flag
      ++files;
      EXPECT_EQ(copy->bytes, source->bytes) << entry.path();
      EXPECT_TRUE(copy->changes.empty());
    }
  }
  EXPECT_GE(files, 20);
}

TEST(CorrectedCopy, OnlyTheChangedCellsOfDecidedRowsDiffer) {
  const Result<Source> source = read_source(std::string(AE_TEST_DATA) + "/../../examples/opportunities.csv");
  ASSERT_TRUE(source.has_value());
  DealDecision staged = decided("OPP-1092", Disposition::kReStage);
  staged.stage = Stage::kDiscovery;
  DealDecision weaker = decided("OPP-1201", Disposition::kDowngrade);
  weaker.category = ForecastCategory::kBestCase;
  const std::vector<DealDecision> decisions{re_dated("OPP-1183"), staged, weaker, closed("OPP-1171")};
  const Result<CorrectedCopy> copy = corrected_copy(*source, {}, decisions, kAsOf);
  ASSERT_TRUE(copy.has_value()) << copy.error().code;
  const csv::Scan before = csv::scan(source->bytes, ',');
  const csv::Scan after = csv::scan(copy->bytes, ',');
  ASSERT_EQ(before.records.size(), after.records.size());
  std::size_t changed = 0;
  for (std::size_t record = 0; record < before.records.size(); ++record) {
    const std::string id(before.records[record][0].text);
    const bool is_decided = std::any_of(decisions.begin(), decisions.end(),
                                        [&](const DealDecision& each) { return each.id == id; });
    if (!is_decided) {
      EXPECT_EQ(before.records.raw(record), after.records.raw(record));
      continue;
    }
    for (std::size_t column = 0; column < before.records[record].size(); ++column)
      changed += before.records[record][column].text != after.records[record][column].text ? 1U : 0U;
  }
  EXPECT_EQ(changed, copy->changes.size());
}

/// Decisions about every `step`th open deal from `first` on, each disposition in turn.
std::vector<DealDecision> some_decisions(const Source& source, std::size_t first, std::size_t step) {
  const Result<Reading> reading = read_opportunities(std::span(&source, 1), {});
  std::vector<std::string> open;
  for (const table::OpportunityChunk& chunk : reading->table.chunks) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      if (chunk.state[row] == DealState::kOpen && chunk.category[row] < ForecastCategory::kOmitted)
        open.emplace_back(chunk.text(OpportunityField::kId).at(row));
    }
  }
  std::vector<DealDecision> decisions;
  for (std::size_t at = first; at + 1 < open.size(); at += step) {
    DealDecision decision = decided(open[at], static_cast<Disposition>(decisions.size() % 6));
    decision.close_date = kAsOf + static_cast<int>(at);
    decision.stage = kOpenStages[at % kOpenStages.size()];
    decision.category = ForecastCategory::kOmitted;
    decision.reason = "Lost, \"finally\"";
    decision.into = open[at + 1];
    decisions.push_back(decision);
  }
  return decisions;
}

TEST(CorrectedCopy, WhateverIsDecidedEveryOtherRowIsTheSameBytes) {
  for (const char* file : {"opportunities.csv", "opportunities_zh.csv"}) {
    const Result<Source> source = read_source(std::string(AE_TEST_DATA) + "/../../examples/" + file);
    ASSERT_TRUE(source.has_value());
    for (std::size_t step = 2; step < 9; ++step) {
      const std::vector<DealDecision> decisions = some_decisions(*source, step % 3, step);
      ASSERT_FALSE(decisions.empty());
      const Result<CorrectedCopy> copy = corrected_copy(*source, {}, decisions, kAsOf);
      ASSERT_TRUE(copy.has_value()) << copy.error().code << " " << copy.error().value;
      const csv::Scan before = csv::scan(source->bytes, ',');
      const csv::Scan after = csv::scan(copy->bytes, ',');
      std::map<std::string_view, std::set<std::string_view>> rows;  // an id may stand more than once
      for (std::size_t record = 0; record < after.records.size(); ++record)
        rows[after.records[record][0].text].insert(after.records.raw(record));
      for (std::size_t record = 0; record < before.records.size(); ++record) {
        const std::string_view id = before.records[record][0].text;
        const auto decision = std::find_if(decisions.begin(), decisions.end(),
                                           [&](const DealDecision& each) { return each.id == id; });
        const bool is_decided = decision != decisions.end() && decision->disposition != Disposition::kKeep;
        const bool is_merged = is_decided && decision->disposition == Disposition::kMerge;
        EXPECT_EQ(rows.contains(id), !is_merged) << id;
        if (is_decided) continue;
        EXPECT_TRUE(rows[id].contains(before.records.raw(record))) << id;
      }
    }
  }
}

TEST(CorrectedCopy, WordsDatesQuotesAndLineEndsAreTheFilesOwn) {
  EXPECT_EQ(copy_of("\xEF\xBB\xBFId;Stage;Amount;\"Close Date\";Loss Reason\r\n"
                    "1;4 - Proposal;\"1.000,50\";\"15.02.2026\";\r\n"
                    "2;7 - Closed Lost;\"2.000,00\";\"31.12.2025\";Price\r\n"
                    "3;4 - Proposal;;01.03.2026;\r\n",
                    {closed("1"), re_dated("3")}),
            "\xEF\xBB\xBFId;Stage;Amount;\"Close Date\";Loss Reason\r\n"
            "1;7 - Closed Lost;\"1.000,50\";\"15.02.2026\";No budget, for now\r\n"
            "2;7 - Closed Lost;\"2.000,00\";\"31.12.2025\";Price\r\n"
            "3;4 - Proposal;;31.03.2026;\r\n");
}

TEST(CorrectedCopy, AChineseFileIsWrittenInChineseAndItsEncoding) {
  const std::string text =
      "编号,商机名称,阶段,金额,预计成交日期\n1,甲项目,提案,100,2026/2/5\n2,乙项目,谈判,200,2026/2/8\n";
  const std::string expected =
      "编号,商机名称,阶段,金额,预计成交日期\n1,甲项目,丢单,100,2026/2/5\n2,乙项目,谈判,200,2026/3/31\n";
  EXPECT_EQ(copy_of(encode(text, kGb18030).bytes, {closed("1"), re_dated("2")}),
            encode(expected, kGb18030).bytes);
}

TEST(CorrectedCopy, ColumnsThatSayClosedAndLostAreUsedWhereTheyAre) {
  EXPECT_EQ(copy_of("Id,Stage,Amount,Is Closed,Is Won,Closed Date\n1,Proposal,5,FALSE,FALSE,\n"
                    "2,Proposal,5,TRUE,FALSE,2026-01-05\n3,Closed Won,5,TRUE,TRUE,2026-01-06\n",
                    {closed("1")}),
            "Id,Stage,Amount,Is Closed,Is Won,Closed Date\n1,Proposal,5,TRUE,FALSE,2026-02-15\n"
            "2,Proposal,5,TRUE,FALSE,2026-01-05\n3,Closed Won,5,TRUE,TRUE,2026-01-06\n");
}

TEST(CorrectedCopy, AMergedRowGoesAndWhatItLosesIsSaid) {
  DealDecision merged = decided("2", Disposition::kMerge);
  merged.into = "1";
  const Result<CorrectedCopy> copy =
      corrected_copy({"deals.csv", "Id,Name,Stage,Amount\n1,Mill,Demo,\n2,Mill,Demo,7\n3,Dock,Demo,1\n"}, {},
                     {{merged}}, kAsOf);
  ASSERT_TRUE(copy.has_value());
  EXPECT_EQ(copy->bytes, "Id,Name,Stage,Amount\n1,Mill,Demo,\n3,Dock,Demo,1\n");
  ASSERT_EQ(copy->changes.size(), 2U);
  EXPECT_TRUE(copy->changes[1].is_lost);
  EXPECT_EQ(copy->changes[1].column, "Amount");
  EXPECT_EQ(copy->changes[1].from, "7");
}

TEST(CorrectedCopy, AColumnThatIsNotThereIsNamed) {
  EXPECT_EQ(code_of("Id,Stage,Amount\n1,Demo,5\n", {re_dated("1")}), "column_needed");
  EXPECT_EQ(code_of("Id,Stage,Amount\n1,Demo,5\n", {decided("1", Disposition::kDowngrade)}), "column_needed");
}

TEST(CorrectedCopy, ACopyThatWouldReadOtherwiseIsRefused) {
  // The only date that tells days from months goes: what is left can be read both ways.
  EXPECT_EQ(code_of("Id,Stage,Amount,Close Date\n1,Demo,5,25/02/2026\n2,Demo,5,03/04/2026\n", {[] {
                      DealDecision decision = re_dated("1");
                      decision.close_date = *Date::from_ymd(2026, 3, 5);
                      return decision;
                    }()}),
            "copy_reads_otherwise");
}

TEST(CorrectedCopy, WorkbooksAndJsonAreRefused) {
  EXPECT_EQ(code_of(R"([{"id":"1","stage":"Demo","amount":5}])", {}), "no_csv");
}

}  // namespace
}  // namespace ae::ingest
