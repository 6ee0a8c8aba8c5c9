#include "ae/ingest/csv/records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/ingest/testing.h"

namespace ae::ingest::csv {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text, char delimiter = ',') {
  const Result<Records> records = read_records(text, delimiter, "test.csv");
  EXPECT_TRUE(records.has_value());
  Rows rows;
  for (std::size_t record = 0; record < records->size(); ++record) {
    rows.emplace_back();
    for (const Cell& cell : (*records)[record]) rows.back().emplace_back(cell.text);
  }
  return rows;
}

/// Every string of a JSON text in order; enough for arrays of flat objects of strings.
std::vector<std::string> strings_of_json(std::string_view json) {
  std::vector<std::string> strings;
  for (std::size_t at = json.find('"'); at < json.size(); at = json.find('"', at + 1)) {
    std::string& word = strings.emplace_back();
    for (++at; json[at] != '"'; ++at) {
      if (json[at] != '\\') {
        word += json[at];
        continue;
      }
      ++at;
      word += json[at] == 'n' ? '\n' : json[at] == 'r' ? '\r' : json[at];
    }
  }
  return strings;
}

class CsvSpectrum : public ::testing::TestWithParam<const char*> {};

TEST_P(CsvSpectrum, AgreesWithItsJson) {
  const std::string name = GetParam();
  const Rows rows = rows_of(testing::data_file("csv_spectrum/csvs/" + name + ".csv"));
  std::vector<std::string> names_and_values;
  for (std::size_t row = 1; row < rows.size(); ++row) {
    ASSERT_EQ(rows[row].size(), rows[0].size());
    for (std::size_t column = 0; column < rows[0].size(); ++column) {
      names_and_values.push_back(rows[0][column]);
      names_and_values.push_back(rows[row][column]);
    }
  }
  EXPECT_EQ(names_and_values, strings_of_json(testing::data_file("csv_spectrum/json/" + name + ".json")));
}

INSTANTIATE_TEST_SUITE_P(All, CsvSpectrum,
                         ::testing::Values("comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json",
                                           "newlines", "newlines_crlf", "quotes_and_newlines", "simple",
                                           "simple_crlf", "utf8"),
                         [](const auto& spec) { return std::string(spec.param); });

TEST(CsvRecords, EveryLineEndAndMixedOnes) {
  const Rows expected{{"a", "b"}, {"1", "2"}, {"3", "4"}};
  EXPECT_EQ(rows_of("a,b\n1,2\n3,4"), expected);
  EXPECT_EQ(rows_of("a,b\r\n1,2\r\n3,4\r\n"), expected);
  EXPECT_EQ(rows_of("a,b\r1,2\r3,4\r"), expected);
  EXPECT_EQ(rows_of("a,b\n1,2\r\n3,4\r"), expected);
}

TEST(CsvRecords, BlankLinesAreSkippedAndCounted) {
  const Result<Records> records = read_records("\n\na\r\n\r\nb\n", ',', "test.csv");
  ASSERT_TRUE(records.has_value());
  ASSERT_EQ(records->size(), 2U);
  EXPECT_EQ(records->line(0), 3);
  EXPECT_EQ(records->line(1), 5);
}

TEST(CsvRecords, EmptyCellsAtEveryPlace) {
  EXPECT_EQ(rows_of(",a,,b,\n"), (Rows{{"", "a", "", "b", ""}}));
  EXPECT_EQ(rows_of("a,"), (Rows{{"a", ""}}));
  EXPECT_EQ(rows_of("\"\"\n"), (Rows{{""}}));
}

TEST(CsvRecords, QuotesInsideUnquotedCellsAndAfterClosingOnesStayText) {
  EXPECT_EQ(rows_of("24\" screen,x\n"), (Rows{{"24\" screen", "x"}}));
  EXPECT_EQ(rows_of("\"a\"b,c\n"), (Rows{{"ab", "c"}}));
  EXPECT_EQ(rows_of("\"a\"\"\"b,c\n"), (Rows{{"a\"b", "c"}}));
}

TEST(CsvRecords, CellsKnowTheirPlaces) {
  const Result<Records> records =
      read_records("id,note,amount\n1,\"two\nlines\",5\n2,x,7\n", ',', "test.csv");
  ASSERT_TRUE(records.has_value());
  EXPECT_EQ(records->line(1), 2);
  EXPECT_EQ(records->place("test.csv", 1, 1), (Place{"test.csv", 2, 3}));
  EXPECT_EQ(records->place("test.csv", 1, 2), (Place{"test.csv", 3, 8}));
  EXPECT_EQ(records->line(2), 4);
  EXPECT_EQ(records->place("test.csv", 2, 9), (Place{"test.csv", 4, 5}));
}

TEST(CsvRecords, OpenQuoteIsAnErrorWhereItOpens) {
  const Result<Records> records = read_records("a,b\n1,\"two\n3,4\n", ',', "test.csv");
  ASSERT_FALSE(records.has_value());
  EXPECT_EQ(records.error().code, "unterminated_quote");
  EXPECT_EQ(records.error().place, (Place{"test.csv", 2, 3}));
  EXPECT_EQ(records.error().value, "\"two");
}

TEST(CsvRecords, AnyDelimiter) {
  EXPECT_EQ(rows_of("a;b,c\n", ';'), (Rows{{"a", "b,c"}}));
  EXPECT_EQ(rows_of("a\t\"b\tc\"\n", '\t'), (Rows{{"a", "b\tc"}}));
}

}  // namespace
}  // namespace ae::ingest::csv
