#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/render/render.h"
#include "ae/render/sample_document.h"
#include "ae/render/xlsx/cell_place.h"
#include "ae/render/xlsx/document_cell.h"
#include "ae/render/xlsx/workbook_writer.h"
#include "ae/render/xlsx/xml_text.h"

namespace ae::render {
namespace {

using doc::Value;
using spreadsheet::column_letters;
using spreadsheet::xml_text;
using testing::HasSubstr;
using testing::Not;

TEST(Workbook, HasTheSameBytesEveryTime) {
  const auto once = xlsx(sample_document(), kBothLanguages, CsvCells::kSafe);
  ASSERT_TRUE(once);
  EXPECT_EQ(once, xlsx(sample_document(), kBothLanguages, CsvCells::kSafe));
  EXPECT_TRUE(once->starts_with("PK"));
}

TEST(Workbook, IsMadeOfEveryDocument) {
  for (const doc::Document& document : {hostile_document(), bare_document(), doc::Document{}}) {
    EXPECT_TRUE(xlsx(document, kBothLanguages, CsvCells::kSafe));
    EXPECT_TRUE(xlsx(document, kChineseOnly, CsvCells::kRaw));
  }
}

TEST(Workbook, CountsColumnsAsSpreadsheetsDo) {
  EXPECT_EQ(column_letters(0), "A");
  EXPECT_EQ(column_letters(25), "Z");
  EXPECT_EQ(column_letters(26), "AA");
  EXPECT_EQ(column_letters(spreadsheet::kMostColumns - 1), "XFD");
  EXPECT_EQ(spreadsheet::area_of_sheet("Bob's", {0, 0, 5, 6}), "'Bob''s'!$A$1:$G$6");
}

TEST(Workbook, TextIsEscapedForXmlAndForSpreadsheets) {
  EXPECT_EQ(xml_text("a < b & \"c\""), "a &lt; b &amp; &quot;c&quot;");
  EXPECT_EQ(xml_text("bell\a, line\r\n"), "bell_x0007_, line_x000D_\n");
  EXPECT_EQ(xml_text("_x0041_ snake_x_case"), "_x005F_x0041_ snake_x_case") << "else it would be read as A";
  EXPECT_EQ(xml_text("\xFF\xEF\xBF\xBF"), "\uFFFD\uFFFD");
  EXPECT_EQ(xml_text("张伟 🚀"), "张伟 🚀");
}

TEST(Workbook, CellsKeepLineBreaksAndLoseWhatDrivesTerminals) {
  EXPECT_EQ(spreadsheet::cell_words("one\r\ntwo \x1b[31m", CsvCells::kSafe).substr(0, 8), "one\ntwo ");
  EXPECT_THAT(spreadsheet::cell_words("\x1b[31m", CsvCells::kSafe), Not(HasSubstr("\x1b")));
  EXPECT_EQ(spreadsheet::cell_words("one\r\ntwo", CsvCells::kRaw), "one\r\ntwo");
}

TEST(Workbook, ATextBeyondWhatACellHoldsEndsInAnEllipsis) {
  const std::string longest(spreadsheet::kLongestCell, 'a');
  EXPECT_EQ(spreadsheet::cell_words(longest, CsvCells::kSafe), longest);
  const std::string cut = spreadsheet::cell_words(longest + "b", CsvCells::kSafe);
  EXPECT_EQ(spreadsheet::units_of(cut), spreadsheet::kLongestCell);
  EXPECT_TRUE(cut.ends_with("a…"));
  EXPECT_EQ(spreadsheet::units_of("🚀张a"), 4U) << "UTF-16 takes two for what lies beyond U+FFFF";
}

TEST(Workbook, MoneyIsShownInItsCurrency) {
  const auto format = [](std::string_view code) {
    return spreadsheet::money_format(Currency::from_code(code).value_or(Currency()));
  };
  EXPECT_EQ(format("USD"), "\"$\"#,##0.00");
  EXPECT_EQ(format("JPY"), "\"JP¥\"#,##0");
  EXPECT_EQ(format("CHF"), "\"CHF \"#,##0.00");
  EXPECT_EQ(format("KWD"), "\"KWD \"#,##0.000");
  EXPECT_EQ(format(""), "#,##0.00");
}

TEST(Workbook, NoTwoSheetsHaveOneNameAndNoneHasOneThatExcelRefuses) {
  spreadsheet::WorkbookWriter workbook("Report", "");
  const auto name = [&](std::string_view wanted) {
    const std::string given = workbook.begin_sheet({std::string(wanted), {}, false});
    workbook.end_sheet({});
    return given;
  };
  EXPECT_EQ(name("By stage"), "By stage");
  EXPECT_EQ(name("by STAGE"), "by STAGE 2");
  EXPECT_EQ(name("Q1/Q2: [all]?"), "Q1 Q2   all");
  EXPECT_EQ(name("'quoted'"), "quoted");
  EXPECT_EQ(name(""), "Sheet");
  EXPECT_EQ(name("History"), "History 2");
  EXPECT_EQ(name(std::string(40, 'x')), std::string(31, 'x'));
  EXPECT_EQ(name(std::string(40, 'x')), std::string(29, 'x') + " 2");
}

}  // namespace
}  // namespace ae::render
