#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/render/render.h"
#include "ae/render/sample_document.h"

namespace ae::render {
namespace {

using doc::Value;
using testing::Each;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

using Record = std::vector<std::string>;

/// Reads RFC 4180 back, strictly.
std::vector<Record> parsed(std::string_view text) {
  std::vector<Record> records;
  Record record(1);
  bool in_quotes = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_quotes && c == '"' && text.substr(at, 2) == "\"\"") {
      record.back() += '"';
      ++at;
    } else if (c == '"') {
      in_quotes = !in_quotes;
    } else if (!in_quotes && c == ',') {
      record.emplace_back();
    } else if (!in_quotes && text.substr(at, 2) == "\r\n") {
      records.push_back(std::exchange(record, Record(1)));
      ++at;
    } else {
      record.back() += c;
    }
  }
  return records;
}

doc::Document document_with(std::string_view name) {
  doc::Table table{{{Text{"Owner", "负责人"}, {}}, {Text{"Amount", "金额"}, {}}},
                   {{Value(Message::verbatim(std::string(name))), Value(dollars(-500))}},
                   std::nullopt,
                   {}};
  return {Text{"Report", "报告"}, {}, {{"by_owner", Text{"By owner", "按负责人"}, {std::move(table)}}}};
}

std::string item_for(std::string_view name, CsvCells cells = CsvCells::kSafe) {
  return parsed(csv(document_with(name), kEnglishOnly, cells)).at(1).at(1);
}

TEST(Csv, HasARowAFigureWithPlainValues) {
  const std::string text = csv(sample_document(), kEnglishOnly, CsvCells::kSafe);
  EXPECT_THAT(text, StartsWith("section,item,figure,value\r\ntotals,,Open pipeline,1319000.50\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\nby_stage,Proposal,Probability,0.6000\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\nby_stage,Total,Deals,14\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\nby_owner,陈丽,Quota,\r\n")) << "a missing figure is empty, never 0";
}

TEST(Csv, GaugesGiveValueAndTarget) {
  const std::string text = csv(sample_document(), kEnglishOnly, CsvCells::kSafe);
  EXPECT_THAT(text, HasSubstr("coverage,Pipeline coverage,Value,1.3190\r\n"
                              "coverage,Pipeline coverage,Target from,3.0000\r\n"
                              "coverage,Pipeline coverage,Target to,4.0000\r\n"
                              "coverage,Remaining coverage,Value,3.4500\r\n"
                              "coverage,Remaining coverage,Target from,3.0000\r\n"));
}

TEST(Csv, BarsAreLeftToTheTableTheyDraw) {
  doc::Document document = document_with("Ann");
  document.sections[0].blocks = {
      doc::BarChart{{}, {}, {{Message::verbatim("Ann"), Value(doc::Count{1}), 1, 0}}}};
  EXPECT_EQ(csv(document, kEnglishOnly, CsvCells::kSafe), "section,item,figure,value\r\n");
}

TEST(Csv, SentencesAndFootnotesAreNotes) {
  EXPECT_THAT(csv(sample_document(), kEnglishOnly, CsvCells::kSafe),
              HasSubstr("\r\nby_owner,,Note,3 of 8 owners shown\r\n"));
}

TEST(Csv, LabelsStandInTheLanguagesAskedFor) {
  EXPECT_THAT(csv(sample_document(), kChineseOnly, CsvCells::kSafe),
              HasSubstr("totals,,商机总额,1319000.50"));
  EXPECT_THAT(csv(sample_document(), kBothLanguages, CsvCells::kSafe),
              HasSubstr("totals,,Open pipeline 商机总额,"));
}

TEST(Csv, QuotesCommasQuotesAndLineBreaks) {
  EXPECT_THAT(csv(document_with("Lee, \"Ann\""), kEnglishOnly, CsvCells::kSafe),
              HasSubstr("by_owner,\"Lee, \"\"Ann\"\"\",Amount,-5.00\r\n"));
  EXPECT_THAT(csv(document_with("a\nb"), kEnglishOnly, CsvCells::kRaw),
              HasSubstr("by_owner,\"a\nb\",Amount"));
}

TEST(Csv, FormulasAreTakenTheirForce) {
  for (const std::string_view formula : {"=1+1", "+cmd|x", "-1+1", "@SUM(A1)", "  =1", "＝1", "-"}) {
    EXPECT_EQ(item_for(formula), std::string(1, '\'').append(formula));
    EXPECT_EQ(item_for(formula, CsvCells::kRaw), formula);
  }
  EXPECT_EQ(item_for("\t=1"), "' =1");
  EXPECT_EQ(item_for("\u202E=1"), "'=1") << "also behind what is dropped";
}

TEST(Csv, NumbersAreNoFormulas) {
  for (const std::string_view number : {"-5", "+1,200.50", "-12%", "5"}) EXPECT_EQ(item_for(number), number);
}

TEST(Csv, TextFromOutsideStaysInItsCell) {
  for (const CsvCells cells : {CsvCells::kSafe, CsvCells::kRaw}) {
    const std::vector<Record> records = parsed(csv(hostile_document(), kBothLanguages, cells));
    EXPECT_THAT(records, SizeIs(13));
    EXPECT_THAT(records, Each(SizeIs(4)));
  }
  const std::string safe = csv(hostile_document(), kBothLanguages, CsvCells::kSafe);
  EXPECT_THAT(safe, Not(HasSubstr("\x1b")));
  for (const Record& record : parsed(safe)) {
    for (const std::string& field : record) EXPECT_FALSE(field.starts_with('=')) << field;
  }
}

TEST(Csv, RendersWhatIsEmpty) {
  EXPECT_EQ(csv({}, kEnglishOnly, CsvCells::kSafe), "section,item,figure,value\r\n");
  EXPECT_THAT(parsed(csv(bare_document(), kEnglishOnly, CsvCells::kSafe)), Each(SizeIs(4)));
}

}  // namespace
}  // namespace ae::render
