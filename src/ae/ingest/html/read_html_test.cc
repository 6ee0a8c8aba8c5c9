#include "ae/ingest/html/read_html.h"

#include <gtest/gtest.h>

#include "ae/ingest/html/entities.h"

namespace ae::ingest::html {
namespace {

std::string cells_of(std::string_view text) {
  const Result<csv::Records> records = read_html(text, "deals.xls");
  if (!records) return records.error().code;
  std::string cells;
  for (std::size_t record = 0; record < records->size(); ++record) {
    cells += std::to_string(records->line(record)) + ":";
    for (const csv::Cell& cell : (*records)[record]) (cells += cell.text) += '|';
    cells += '\n';
  }
  return cells;
}

TEST(Html, CellsWithoutMarkup) {
  EXPECT_EQ(cells_of("<html><style>td { a > b }</style><TABLE border=1>\n<tr><th>Name<th>Amount</tr>\n"
                     "<tr><td><a href=\"x>y\"><b>A &amp;\n B</b></a></td><td>1<br>2</td></tr></table>"),
            "2:Name|Amount|\n3:A & B|1\n2|\n");
}

TEST(Html, NestedTablesAreTextAndTheFirstWideTableCounts) {
  EXPECT_EQ(
      cells_of("<table><tr><td>Title</td></tr></table><!-- <table> --><table><tr><td>a</td><td>"
               "<table><tr><td>b</td><td>c</td></tr></table></td></tr></table><table><tr><td>x<td>y</table>"),
      "1:a|b c|\n");
}

TEST(Html, SpansKeepTheirColumns) {
  EXPECT_EQ(cells_of("<table><tr><td rowspan=2>a<td colspan='2'>b<td>c<tr><td>d<td>e<td>f</table>"),
            "1:a|b||c|\n1:|d|e|f|\n");
}

TEST(Html, WhatIsCutOrEmpty) {
  EXPECT_EQ(cells_of("<table><tr><td>a<td>b"), "1:a|b|\n");
  EXPECT_EQ(cells_of("<html><form>Sign in</form></html>"), "html_no_table");
  EXPECT_EQ(cells_of("<table><tr><td>a < b<td>"), "1:a < b|\n");
}

TEST(Html, References) {
  EXPECT_EQ(without_references("&#21830;&#x673A; &lt;&euro;&nope; &amp;lt; & &#0; &#xD800;"),
            "商机 <€&nope; &lt; & &#0; &#xD800;");
}

}  // namespace
}  // namespace ae::ingest::html
