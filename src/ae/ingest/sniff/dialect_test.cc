#include "ae/ingest/sniff/dialect.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "ae/ingest/csv/records.h"

namespace ae::ingest {
namespace {

char find_delimiter(std::string_view text) { return sniff_dialect(text).dialect.delimiter; }

TEST(Delimiter, PartsTheHeaderConsistently) {
  EXPECT_EQ(find_delimiter("a,b,c\n1,2,3\n"), ',');
  EXPECT_EQ(find_delimiter("a;b;c\n1;2;3\n"), ';');
  EXPECT_EQ(find_delimiter("a\tb\n1\t2\n"), '\t');
  EXPECT_EQ(find_delimiter("a|b\n1|2\n"), '|');
}

TEST(Delimiter, DecimalCommasDoNotMisleadIt) {
  EXPECT_EQ(find_delimiter("name;amount\nA;1,5\nB;2,5\n"), ';');
  EXPECT_EQ(find_delimiter("name;Amount, EUR;stage\nA;1,5;Won\nB;2,5;Lost\n"), ';');
}

TEST(Delimiter, CommasInsideQuotesDoNotCount) {
  EXPECT_EQ(find_delimiter("name|amount\n\"a,b\"|\"c,d\"\n"), '|');
}

TEST(Delimiter, OneColumnIsReadWithCommas) { EXPECT_EQ(find_delimiter("name\nA\nB\n"), ','); }

TEST(Delimiter, RaggedRowsDoNotChangeIt) { EXPECT_EQ(find_delimiter("a,b,c\n1,2\n1,2,3\n1,2,3,4;5\n"), ','); }

TEST(Delimiter, CellLongerThanTheSample) {
  const std::string text = "a;b\n\"" + std::string(100'000, 'x') + "\";2\n3;4\n";
  EXPECT_EQ(find_delimiter(text), ';');
}

TEST(Dialect, WellFormedIsRfc4180) {
  EXPECT_EQ(sniff_dialect("a,b\n\"x, 'y'\",\"C:\\\"\n").dialect, csv::Dialect{});
  EXPECT_EQ(sniff_dialect("name,city\nO'Brien,'s-Hertogenbosch\n'tis,x\n").dialect, csv::Dialect{});
}

TEST(Dialect, NamesOfColumnsOutweighConstantCommas) {
  EXPECT_EQ(find_delimiter("Deal Name;Amount\nA;1,5\nB;2,5;\nC;2,5;\nD;3,5\n"), ';');
}

TEST(Dialect, TheFirstLineMayNameTheDelimiter) {
  EXPECT_EQ(find_delimiter("sep=;\na,b;c\n1,2;3\n"), ';');
  EXPECT_EQ(find_delimiter("\"sep=|\"\r\na,b|c\r\n"), '|');
  EXPECT_FALSE(names_delimiter("september,b\n"));
  EXPECT_FALSE(names_delimiter("sep=;x\n"));
}

TEST(Dialect, SingleQuotesCountWhenAllCellsCloseThem) {
  const SniffedDialect found = sniff_dialect("a,b\n'x, y','z'\n'it''s',2\n");
  EXPECT_EQ(found.dialect.quote, '\'');
}

TEST(Dialect, BackslashesEscapeWhenQuotesCloseOnlySo) {
  EXPECT_TRUE(sniff_dialect("a,b\n\"x \\\"y\\\", z\",2\n3,4\n").dialect.backslash);
}

TEST(Dialect, BlankBelongsToTheDelimiterWhenEveryCellHasOne) {
  EXPECT_TRUE(sniff_dialect("a, b, c\n1, \"x, y\", 3\n").dialect.padded);
  EXPECT_FALSE(sniff_dialect("a, b, c\n1,2, 3\n").dialect.padded);
  std::string rows = "a, b, c\n";
  while (rows.size() < 10'000) rows += "1, \"x,\n y\", 3\n";
  EXPECT_TRUE(sniff_dialect(rows).dialect.padded);
  EXPECT_FALSE(sniff_dialect(rows + "1,2, 3\n").dialect.padded);
}

TEST(Dialect, BlanksPartCellsOnlyWhenNothingElseDoes) {
  EXPECT_EQ(find_delimiter("a b c\n1 \"x y\" 3\n4 5 6\n"), ' ');
  EXPECT_EQ(find_delimiter("Deal Name\nAcme renewal\nNorth deal\n"), ',');
}

TEST(Dialect, RowsMayBeQuotedAsAWhole) {
  const std::string_view text = "\"a,b\"\n\n\"x \"\"y\"\", z,2\"\n";
  const SniffedDialect found = sniff_dialect(text);
  EXPECT_TRUE(found.rows_quoted);
  EXPECT_EQ(found.dialect.delimiter, ',');
  EXPECT_EQ(without_row_quotes(text, {}), "a,b\n\nx \"y\", z,2\n");
}

TEST(Dialect, RowsMayBeQuotedAsAWholeUnderABareHeader) {
  EXPECT_TRUE(sniff_dialect("a,b\n\"x,1\"\n\"\"\"y, z\"\",2\"\n").rows_quoted);
  EXPECT_FALSE(sniff_dialect("a,b\n\"x,1\"\n\"y\"\n").rows_quoted);
  EXPECT_FALSE(sniff_dialect("a\n\"x,1\"\n\"y,2\"\n").rows_quoted);
}

/// Cells of any kind, written as RFC 4180 says with every delimiter, come back as they were: the sniffed
/// dialect reads them as the plain scanner does.
TEST(Dialect, WellFormedFilesReadAsThePlainScannerReadsThem) {
  std::mt19937 random(20260215);
  const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
  constexpr std::string_view kPieces[] = {"a",    "Acme", " ", "7",    "12.5", ";",  ",",
                                          "\"\"", "\n",   "é", "商机", "'",    "\\", "|"};
  for (int file = 0; file < 300; ++file) {
    const char delimiter = ",;\t|"[pick(4)];
    const std::size_t width = 2 + pick(6);
    const std::string_view line_end = pick(2) == 0 ? "\n" : "\r\n";
    std::string text;
    for (std::size_t row = 0; row < 3 + pick(20); ++row) {
      for (std::size_t column = 0; column < width; ++column) {
        if (column > 0) text += delimiter;
        if (row == 0) {
          text += "column" + std::to_string(column);
          continue;
        }
        text += '"';
        for (std::size_t piece = pick(5); piece > 0; --piece) text += kPieces[pick(std::size(kPieces))];
        text += '"';
      }
      text += line_end;
    }
    const SniffedDialect found = sniff_dialect(text);
    ASSERT_FALSE(found.rows_quoted) << text;
    const csv::Records sniffed = csv::scan(text, found.dialect).records;
    const csv::Records plain = csv::scan(text, delimiter).records;
    ASSERT_EQ(sniffed.size(), plain.size()) << text;
    for (std::size_t record = 0; record < plain.size(); ++record) {
      ASSERT_EQ(sniffed[record].size(), plain[record].size()) << text;
      for (std::size_t cell = 0; cell < plain[record].size(); ++cell)
        ASSERT_EQ(sniffed[record][cell].text, plain[record][cell].text) << text;
    }
  }
}

}  // namespace
}  // namespace ae::ingest
