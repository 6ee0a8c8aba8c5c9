#include "ae/ingest/sniff/delimiter.h"

#include <string>

#include <gtest/gtest.h>

namespace ae::ingest {
namespace {

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

}  // namespace
}  // namespace ae::ingest
