#include "ae/ingest/csv/cell_edits.h"

#include <gtest/gtest.h>

namespace ae::ingest::csv {
namespace {

std::string changed(std::string_view text, const Edits& edits, const Dialect& dialect = {}) {
  const Scan cut = scan(text, dialect);
  return edited(text, cut.records, dialect, edits);
}

TEST(CellEdits, WithoutEditsEveryByteStays) {
  for (const std::string_view text : {"", "a,b\r\n1,\"2\"\n\n3, 4", "\"a\nb\",c", "x\r", "a,b,\n,,\n"})
    EXPECT_EQ(changed(text, {}), text);
}

TEST(CellEdits, OneCellChangesAndNothingAroundIt) {
  EXPECT_EQ(changed("id,stage\r\n1, Demo \r\n2,Demo", {{{1, 1, "Proposal"}}, {}, {}}),
            "id,stage\r\n1,Proposal\r\n2,Demo");
}

TEST(CellEdits, QuotesStayWhereTheyWereAndComeWhereTheyAreNeeded) {
  EXPECT_EQ(changed("a,b\n\"1\",2\n", {{{1, 0, "x"}, {1, 1, "y,z"}}, {}, {}}), "a,b\n\"x\",\"y,z\"\n");
  EXPECT_EQ(changed("a\n1\n", {{{1, 0, "say \"no\""}}, {}, {}}), "a\nsay \"no\"\n");
  EXPECT_EQ(changed("a\n1\n", {{{1, 0, "\"no\""}}, {}, {}}), "a\n\"\"\"no\"\"\"\n");
}

TEST(CellEdits, AnEmptyCellOfAQuotedColumnGetsQuotes) {
  EXPECT_EQ(changed("a,b\n\"1\",\"2\"\n\"3\",\n", {{{2, 1, "4"}}, {}, {}}),
            "a,b\n\"1\",\"2\"\n\"3\",\"4\"\n");
}

TEST(CellEdits, BackslashesEscapeInADialectThatHasThem) {
  EXPECT_EQ(changed("a\n\"1\"\n", {{{1, 0, "5\" \\ 6"}}, {}, {}}, {.backslash = true}),
            "a\n\"5\\\" \\\\ 6\"\n");
}

TEST(CellEdits, ABlankAfterTheDelimiterStays) {
  EXPECT_EQ(changed("a, b, c\n1, 2, 3\n", {{{1, 1, "x"}, {1, 2, "y"}}, {}, {}}, {.padded = true}),
            "a, b, c\n1, x, y\n");
}

TEST(CellEdits, AColumnBehindTheLastCellIsReached) {
  EXPECT_EQ(changed("a;b;c\n1\n2;3;4\n", {{{1, 2, "x"}}, {}, {}}, {.delimiter = ';'}),
            "a;b;c\n1;;x\n2;3;4\n");
}

TEST(CellEdits, ARecordGoesWithItsLineEnd) {
  EXPECT_EQ(changed("a\r\n1\r\n2\r\n3", {{}, {2}, {}}), "a\r\n1\r\n3");
  EXPECT_EQ(changed("a\r\n1\r\n2", {{}, {2}, {}}), "a\r\n1");
  EXPECT_EQ(changed("a\n1\n2\n", {{}, {1, 2}, {}}), "a\n");
}

TEST(CellEdits, ARecordComesWithTheLineEndThatMostHave) {
  EXPECT_EQ(changed("a,b\r\n1,2", {{}, {}, {{"3", ""}}}), "a,b\r\n1,2\r\n3,\r\n");
  EXPECT_EQ(changed("a\n1\n", {{}, {}, {{""}}}), "a\n1\n\"\"\n");
}

}  // namespace
}  // namespace ae::ingest::csv
