// The scan of a workbook gives what the plain reader gives, or leaves the workbook to it.

#include <random>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ae/ingest/scan_testing.h"
#include "ae/ingest/xlsx/testing_archive.h"

namespace ae::ingest {
namespace {

using testing::scans;
using testing::TemporaryFile;

constexpr std::string_view kHeader[] = {"id",           "name",       "owner",       "stage",
                                        "amount",       "currency",   "probability", "forecast_category",
                                        "created_date", "close_date", "is_deleted",  "note"};
/// Style 1 shows a day, 2 a percent, 3 a day and a time.
constexpr std::string_view kStyles =
    R"(<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="22"/></cellXfs></styleSheet>)";
constexpr std::string_view kStrings =
    R"(<sst><si><t>Proposal</t></si><si><t>Closed Won</t></si><si><r><t>Bo, </t></r><r><t>"Jr"</t></r></si></sst>)";

std::string text_cell(char column, std::size_t row, std::string_view text) {
  return fmt::format(R"(<c r="{}{}" t="str"><v>{}</v></c>)", column, row, text);
}

std::string header_row(std::size_t row = 1) {
  std::string cells;
  for (std::size_t column = 0; column < std::size(kHeader); ++column)
    cells += text_cell(static_cast<char>('A' + column), row, kHeader[column]);
  return fmt::format("<row r=\"{}\">{}</row>", row, cells);
}

/// A plain row with every kind of cell.
std::string plain_row(std::size_t row) {
  return fmt::format(
      R"(<row r="{0}" spans="1:12" ht="15"><c r="A{0}" t="inlineStr"><is><t>D-{0}</t></is></c>)"
      R"(<c r="B{0}" t="str"><v xml:space="preserve"> Deal {0} &amp; &#x4E2D;, more </v></c>)"
      R"(<c r="C{0}" t="s"><v>2</v></c><c r="D{0}" t="s"><v>{1}</v></c><c r="E{0}"><v>{2}{3}</v></c>)"
      R"(<c r="F{0}" t="str"><f>"US"&amp;"D"</f><v>USD</v></c><c r="G{0}" s="2"><v>{4}</v></c>)"
      R"(<c r="H{0}" t="str"><v>Commit</v></c><c r="I{0}" s="1"><v>{5}</v></c><c r="J{0}" s="1"><v>{6}</v></c>)"
      R"(<c r="K{0}" t="b"><v>0</v></c>{7}</row>)",
      row, row % 4 == 0 ? 1 : 0, 1000 + row, row % 5 == 0 ? ".5" : "", row % 4 == 0 ? "1" : "0.6",
      46030 + row % 10, 46100 + row % 9,
      row % 3 == 0 ? text_cell('L', row, row % 2 == 0 ? "two_x000D_\nlines, &quot;quoted&quot;" : "注 一")
                   : "");
}

std::string plain_rows(std::size_t first, std::size_t count) {
  std::string rows;
  for (std::size_t row = first; row < first + count; ++row) rows += plain_row(row);
  return rows;
}

/// The number of the row that late() puts `rows` at.
constexpr std::size_t kLate = 1600;

/// Rows, with `rows` after the beginning that decisions rest on; what comes behind stands from row 1700 on.
std::string late(const std::string& rows) {
  return header_row() + plain_rows(2, kLate - 2) + rows + plain_rows(1700, 60);
}

/// A row with these cells behind the id and the name, instead of a plain one.
std::string row_of(std::size_t row, std::string_view id, const std::vector<std::string>& cells) {
  std::string xml = text_cell('A', row, id) + text_cell('B', row, "Another");
  char column = 'C';
  for (const std::string& cell : cells) {
    if (!cell.empty()) xml += text_cell(column, row, cell);
    ++column;
  }
  return fmt::format("<row r=\"{}\">{}</row>", row, xml);
}

std::string sheet_of(const std::string& rows, const std::string& below = "") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<worksheet><dimension ref=\"A1\"/><sheetData>" +
         rows + "</sheetData>" + below + "</worksheet>";
}

bool scans_sheet(const std::string& sheet) {
  const TemporaryFile file(xlsx::testing::workbook_of({sheet, std::string(kStrings), std::string(kStyles)}),
                           ".xlsx");
  return scans(file.path());
}

bool scans_rows(const std::string& rows) { return scans_sheet(sheet_of(rows)); }

TEST(ScanWorkbook, GivesWhatThePlainReaderGives) {
  EXPECT_TRUE(scans_rows(header_row() + plain_rows(2, 40)));
  EXPECT_TRUE(scans_rows(late("")));
}

TEST(ScanWorkbook, FindsATableBelowATitle) {
  EXPECT_TRUE(scans_rows("<row r=\"1\">" + text_cell('A', 1, "Open deals") + "</row><row r=\"2\"/>" +
                         header_row(4) + plain_rows(5, 40)));
}

TEST(ScanWorkbook, SaysWhatBesidesCellsIsInASheet) {
  const std::string hidden = "<row r=\"1650\" hidden=\"1\"/><row r=\"1651\" hidden=\"true\"></row>";
  const std::string formula =
      "<row r=\"1652\"><c r=\"A1652\" t=\"str\"><v>X-1</v></c><c r=\"B1652\"><f>B2&amp;\"1\"</f></c></row>";
  EXPECT_TRUE(scans_sheet(
      sheet_of(late(hidden + formula), "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell/></mergeCells>")));
}

TEST(ScanWorkbook, SetsBadCellsApartAtTheirPlaces) {
  EXPECT_TRUE(scans_rows(late(
      row_of(1600, "X-1", {"Ana", "Proposal", "5", "USD", "60", "Commit", "2026-02-30", "2026-03-01"}) +
      row_of(1601, "X-2", {"A\nna", "Proposal", "five", "USD", "60", "Commit", "2026-02-03", "2026-03-01"}) +
      row_of(1603, "X-3", {"Ana", "Proposal", "5", "XXQ", "60", "Commit", "2026-02-03", "2026-03-01"}) +
      row_of(1604, "X-4", {"Ana", "Engaging", "5", "USD", "60", "Hopeful", "2026-02-03", "2026-03-01"}) +
      row_of(1605, "X-5", {"Ana", "Proposal", "5", "EUR", "160", "Commit", "2026-02-03", "2026-03-01"}))));
}

TEST(ScanWorkbook, JudgesRowsThatShareAnId) {
  const std::vector<std::string> cells = {"Ana", "Proposal", "5", "USD", "60", "Commit", "2026-02-03"};
  EXPECT_TRUE(scans_rows(late(row_of(1600, "D-7", cells)))) << "a conflict";
  EXPECT_TRUE(scans_rows(late(row_of(1600, "X-1", cells) + row_of(1601, "X-1", cells))));
}

TEST(ScanWorkbook, LeavesDeletedRowsOut) {
  EXPECT_TRUE(scans_rows(late(
      row_of(1600, "X-1", {"Ana", "Proposal", "5", "USD", "60", "", "2026-02-03", "2026-03-01", "yes"}))));
}

TEST(ScanWorkbook, ReadsRowsThatEndEarly) {
  EXPECT_TRUE(scans_rows(late(row_of(1600, "X-1", {"Ana", "Proposal", "5"}) + row_of(1605, "X-2", {}))));
}

TEST(ScanWorkbook, LeavesWhatIsNotPlainToThePlainReader) {
  const std::vector<std::string> cells = {"Ana", "Proposal", "5", "USD", "60", "Commit", "2026-02-03"};
  const std::pair<std::string_view, std::string> cases[] = {
      {"a row without number", "<row>" + text_cell('A', 1600, "X-1") + "</row>"},
      {"a row twice", plain_row(1600) + plain_row(1600)},
      {"a row above the last", plain_row(20)},
      {"a cell that is right of the next",
       "<row r=\"1600\">" + text_cell('B', 1600, "1") + text_cell('A', 1600, "X-1") + "</row>"},
      {"a column that no sheet has", "<row r=\"1600\"><c r=\"ZZZZ1600\"><v>1</v></c></row>"},
      {"a row wider than the table",
       "<row r=\"1600\">" + text_cell('A', 1600, "X-1") + text_cell('P', 1600, "more") + "</row>"},
      {"a row without a digit", row_of(1600, "X", {"Ana", "Proposal"})},
      {"the header again", header_row(1600)},
      {"a total",
       "<row r=\"1600\">" + text_cell('A', 1600, "Total") + text_cell('E', 1600, "3000") + "</row>"},
      {"a comment", "<!-- note -->"},
      {"unparsed text", "<row r=\"1600\"><c r=\"A1600\" t=\"str\"><v><![CDATA[X-1]]></v></c></row>"},
      {"rich text in a cell",
       "<row r=\"1600\"><c r=\"A1600\" t=\"inlineStr\"><is><r><t>X-1</t></r></is></c></row>"},
      {"an element with a prefix", "<x:row r=\"1600\"/>"},
      {"a carriage return", row_of(1600, "X\r1", cells)},
      {"a string that is not there", "<row r=\"1600\"><c r=\"A1600\" t=\"s\"><v>3</v></c></row>"},
      {"an attribute twice", "<row r=\"1600\" r=\"1601\"/>"},
      {"an end without a beginning", "</c>"},
      {"text that ends a section", row_of(1600, "X]]>1", cells)},
      {"an entity that is not there", row_of(1600, "X&none;1", cells)},
      {"half a character", row_of(1600, "X\xE4\xB8 1", cells)},
  };
  for (const auto& [what, rows] : cases) EXPECT_FALSE(scans_rows(late(rows))) << what;
  EXPECT_FALSE(scans_rows(late("") + row_of(1800, "Generated by Ana on 2026-02-03", {"", "", "5"})))
      << "a footer of two cells";
  EXPECT_FALSE(scans_sheet(sheet_of(late(""), "<row r=\"1900\"/>"))) << "rows below the rows";
  EXPECT_FALSE(scans_sheet(sheet_of(late(""), "<a>"))) << "no XML below the rows";
}

TEST(ScanWorkbook, GivesUpCellsThatShareALongText) {
  std::string rows = header_row() + plain_rows(2, kLate - 2);
  for (std::size_t row = kLate; row < kLate + 200; ++row)
    rows += fmt::format(
        R"(<row r="{0}"><c r="A{0}" t="str"><v>D-{0}</v></c><c r="B{0}" t="s"><v>0</v></c></row>)", row);
  const std::string strings = "<sst><si><t>" + std::string(100'000, 'x') + "</t></si></sst>";
  const TemporaryFile file(xlsx::testing::workbook_of({sheet_of(rows), strings, std::string(kStyles)}),
                           ".xlsx");
  scans(file.path());
}

/// Whatever is changed in a workbook, the scan gives the same or leaves it alone.
TEST(ScanWorkbook, GivesTheSameForDamagedSheets) {
  std::mt19937 engine(11);
  const std::string sound = sheet_of(header_row() + plain_rows(2, 6));
  constexpr std::string_view kBytes = "<>/&;='\" \n\r\tr3s:!?-]ABc0\xE4\xB8\xAD_x";
  std::size_t scanned = 0;
  for (int run = 0; run < 600; ++run) {
    std::string sheet = sound;
    for (std::size_t change = 0; change < 1 + engine() % 2; ++change) {
      const std::size_t at = engine() % sheet.size();
      const char byte = kBytes[engine() % kBytes.size()];
      if (engine() % 3 == 0) {
        sheet.erase(at, 1 + engine() % 3);
      } else if (engine() % 2 == 0) {
        sheet[at] = byte;
      } else {
        sheet.insert(at, 1, byte);
      }
    }
    if (scans_sheet(sheet)) ++scanned;
  }
  EXPECT_GT(scanned, 50U);
}

}  // namespace
}  // namespace ae::ingest
