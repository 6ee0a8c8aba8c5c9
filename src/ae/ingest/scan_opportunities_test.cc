// The scan gives what the plain reader gives, or leaves the file to it.

#include "ae/ingest/scan_opportunities.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ae/ingest/scan_testing.h"

namespace ae::ingest {
namespace {

constexpr std::string_view kHeader =
    "id,name,owner,stage,amount,currency,probability,forecast_category,created_date,close_date,is_deleted,"
    "note\n";

using testing::scans;
using testing::TemporaryFile;

bool scans_text(const std::string& text, const ReadOptions& options = {}) {
  const TemporaryFile file(text);
  return scans(file.path(), options);
}

/// Plain rows, numbered from `first` on.
std::string plain_rows(std::size_t first, std::size_t count) {
  std::string rows;
  for (std::size_t row = first; row < first + count; ++row) {
    rows += fmt::format("D-{0},Deal {0},{1},{2},{3}{4},USD,{5},Commit,2026-01-1{6},2026-03-2{7},no,{8}\n",
                        row, row % 3 == 0 ? "Ana" : "\"Bo, Jr\"", row % 4 == 0 ? "Closed Won" : "Proposal",
                        1000 + row, row % 5 == 0 ? ".50" : "", row % 4 == 0 ? "100" : "60", row % 10, row % 9,
                        row % 7 == 0 ? "\"two\nlines, \"\"quoted\"\"\"" : "注 一");
  }
  return rows;
}

/// A file of 1,800 plain rows with `rows` after the beginning that decisions rest on.
std::string late(const std::string& rows) {
  return std::string(kHeader) + plain_rows(0, 1700) + rows + plain_rows(1700, 100);
}

TEST(ScanOpportunities, GivesWhatThePlainReaderGives) {
  EXPECT_TRUE(scans_text(std::string(kHeader) + plain_rows(0, 40)));
  EXPECT_TRUE(scans_text(late("")));
}

TEST(ScanOpportunities, SetsBadCellsApartAsThePlainReaderDoes) {
  EXPECT_TRUE(
      scans_text(late("X-1,Bad date,Ana,Proposal,5,USD,60,Commit,2026-02-30,2026-03-01,no,\n"
                      "X-2,Bad amount,Ana,Proposal,five,USD,60,Commit,2026-02-03,2026-03-01,no,\n"
                      "X-3,Bad currency,Ana,Proposal,5,XXQ,60,Commit,2026-02-03,2026-03-01,no,\n"
                      "X-4,\"Bad\nprobability\",Ana,Proposal,5,USD,160,Commit,2026-02-03,2026-03-01,no,\n"
                      "X-5,Bad word,Ana,Proposal,5,USD,60,Commit,2026-02-03,2026-03-01,perhaps,\n"
                      "X-6,Too many decimals,Ana,Proposal,5.123,USD,60,Commit,2026-02-03,2026-03-01,no,\n")));
}

TEST(ScanOpportunities, ReadsCellsOfOtherShapesAsThePlainReaderDoes) {
  EXPECT_TRUE(
      scans_text(late("X-1, Padded ,Ana, Proposal ,\" 1,234.50 \",USD,60 %,Commit,2026/02/03,3 Mar 2026,no,\n"
                      "X-2,Signs,Ana,Proposal,$1234.50,,,,,2026-03-01T10:00:00Z,no,\n"
                      "X-3,Nothing,none,Proposal,-,n/a,null,,—,2026-03-01,no,\n"
                      "X-4,Negative,Ana,Proposal,-12.5,USD,60,Best Case,2026-02-03,2026-03-01,no,\n"
                      "X-5,Zeros,Ana,Proposal,007,USD,60,Commit,2026-02-03,2026-03-01,no,\n"
                      "X-6,'=1+1,'-Ana,Proposal,5,usd,60,Commit,2026-02-03,2026-03-01,no,\n")));
}

TEST(ScanOpportunities, KeepsNumbersAsTheyAreWritten) {
  std::string rows = "id,stage,amount,discount,push count,number of contacts\n";
  const char* const discounts[] = {"12.5%", " 5 ", "", "n/a", "\"12,5\"", "-", "8.5折", "much"};
  for (int row = 0; row < 1'800; ++row)
    rows += fmt::format("D-{},Closed Won,5,{},{},{}\n", row, discounts[row % 8], row % 5,
                        row % 3 == 0 ? "-" : "2");
  EXPECT_TRUE(scans_text(rows));
}

TEST(ScanOpportunities, CountsUnknownNames) {
  EXPECT_TRUE(
      scans_text(late("X-1,a,Ana,Engaging,5,USD,60,Commit,2026-02-03,2026-03-01,no,\n"
                      "X-2,b,Ana,,5,USD,60,Commit,2026-02-03,2026-03-01,no,\n"
                      "X-3,c,Ana,Engaging,5,USD,60,Hopeful,2026-02-03,2026-03-01,no,\n"
                      "X-4,d,Ana,Closed Won,5,USD,sure,Commit,2026-02-03,2026-03-01,no,\n")));
}

TEST(ScanOpportunities, LeavesDeletedRowsOut) {
  const std::string deleted = late("X-1,a,Ana,Proposal,5,USD,60,Commit,03/04/2026,2026-03-01,yes,\n");
  EXPECT_TRUE(scans_text(deleted));
  ReadOptions options;
  options.include_deleted = true;
  scans_text(deleted, options);
}

TEST(ScanOpportunities, KeepsCurrenciesApart) {
  EXPECT_TRUE(
      scans_text(late("X-1,a,Ana,Proposal,5,EUR,60,Commit,2026-02-03,2026-03-01,no,\n"
                      "X-2,a,Ana,Proposal,5,JPY,60,Commit,2026-02-03,2026-03-01,no,\n"
                      "X-3,a,Ana,Proposal,5.25,JPY,60,Commit,2026-02-03,2026-03-01,no,\n"
                      "X-4,a,Ana,Proposal,5.125,KWD,60,Commit,2026-02-03,2026-03-01,no,\n")));
  EXPECT_TRUE(
      scans_text(late("X-1,a,Ana,Proposal,5,,60,Commit,2026-02-03,2026-03-01,no,\n"
                      "X-2,a,Ana,Proposal,6,,60,Commit,2026-02-03,2026-03-01,no,\n")));
}

TEST(ScanOpportunities, ReadsEveryLineEndAndEndOfFile) {
  std::string text = late("");
  text.pop_back();
  EXPECT_TRUE(scans_text(text));
  EXPECT_TRUE(scans_text(text + "\n\n\n"));
  EXPECT_TRUE(scans_text("\xEF\xBB\xBF" + text));
  std::string crlf;
  for (const char c : late("")) c == '\n' ? crlf += "\r\n" : crlf += c;
  EXPECT_TRUE(scans_text(crlf));
  crlf.resize(crlf.size() - 2);
  EXPECT_TRUE(scans_text(crlf));
  EXPECT_TRUE(scans_text(crlf + "\r\n\r\n"));
  std::string semicolons = std::string(kHeader) + plain_rows(0, 900);
  std::replace(semicolons.begin(), semicolons.end(), ',', ';');
  EXPECT_TRUE(scans_text(semicolons));
}

TEST(ScanOpportunities, ReadsCellsLargerThanItsBlocks) {
  std::string large(200'000, 'x');
  for (std::size_t at = 90; at < large.size(); at += 100) large[at] = '\n';
  EXPECT_TRUE(
      scans_text(late("X-1,\"" + large + "\",Ana,Proposal,5,USD,60,Commit,2026-02-03,2026-03-01,no,\n")));
}

TEST(ScanOpportunities, JudgesRowsThatShareAnId) {
  const std::string row = ",Ana,Proposal,5,USD,60,Commit,2026-02-03,2026-03-01,no,\n";
  EXPECT_TRUE(scans_text(late("D-7,another deal" + row))) << "a conflict";
  EXPECT_TRUE(
      scans_text(late("X-1,same" + row + "X-1,same" + row + "X-2,\"a\nb\"" + row + "X-2,\"a\nb\"" + row)));
  EXPECT_TRUE(
      scans_text(late("X-1,bad,Ana,Proposal,5,USD,60,Commit,2026-02-30,2026-03-01,no,\nX-1,good" + row)));
  EXPECT_TRUE(
      scans_text(late("X-1,a,Ana,Engaging,5,EUR,60,Commit,2026-02-03,2026-03-01,no,\n"
                      "X-1,a,Ana,Engaging,5,EUR,60,Commit,2026-02-03,2026-03-01,no,\n"
                      "X-1,a,Ana,Engaging,5,EUR,60,Commit,2026-02-03,2026-03-01,yes,\n"
                      "n/a,nothing" +
                      row + "n/a,nothing again" + row)));
}

TEST(ScanOpportunities, ReadsAgainWhatIsOtherwiseThanItsBeginning) {
  EXPECT_TRUE(scans_text(late("X-1,a,Ana,Proposal,5,USD,60,Commit,03/14/2026,2026-03-01,no,\n"))) << "dates";
  EXPECT_TRUE(scans_text(late("X-1,a,Ana,Proposal,\"5,50\",USD,60,Commit,2026-02-03,2026-03-01,no,\n")))
      << "amounts";
  EXPECT_TRUE(
      scans_text(late("X-1,a,Ana,Proposal,5,EUR,60,Commit,2026-02-03,2026-03-01,no,\n"
                      "X-2,a,Ana,Proposal,5,,60,Commit,2026-02-03,2026-03-01,no,\n")))
      << "currencies";
}

TEST(ScanOpportunities, LeavesWhatIsNotPlainToThePlainReader) {
  const std::string row = "Ana,Proposal,5,USD,60,Commit,2026-02-03,2026-03-01,no,\n";
  const std::pair<std::string_view, std::string> cases[] = {
      {"the header again", std::string(kHeader)},
      {"a total", "Total,,,,3000,,,,,,,\n"},
      {"a heading", "Owner: Ana (3 records),,,,,,,,,,,\n"},
      {"a blank line", "\n"},
      {"a short row", "X-1,short\n"},
      {"a long row", "X-1,long,x,y,z," + row},
      {"a quote inside a cell", "X-1,19\" rack," + row},
      {"text behind a closing quote", "X-1,\"rack\" 19," + row},
      {"a CR alone", "X-1,two\rlines," + row},
      {"another line end", "X-1,crlf,Ana,Proposal,5,USD,60,Commit,2026-02-03,2026-03-01,no,\r\n"},
      {"bytes that are not UTF-8", "X-1,caf\xE9," + row},
      {"half a character", "X-1,\xE4\xB8," + row},
      {"an overlong character", "X-1,\xC0\xAF," + row},
      {"a NUL", std::string("X-1,a\0b,", 8) + row},
      {"a unit", "X-1,a,Ana,Proposal,5k,USD,60,Commit,2026-02-03,2026-03-01,no,\n"},
      {"days as numbers", "X-1,a,Ana,Proposal,5,USD,60,Commit,46068,2026-03-01,no,\n"},
      {"a sign that several currencies share",
       "X-1,a,Ana,Proposal,¥5,,60,Commit,2026-02-03,2026-03-01,no,\n"},
  };
  for (const auto& [what, rows] : cases) {
    EXPECT_FALSE(scans_text(late(rows))) << what;
  }
  EXPECT_FALSE(scans_text(late("") + "\nCopyright (c) 2026,,,,,,,,,,,\n")) << "a footer";
  EXPECT_FALSE(scans_text(late("") + "Copyright (c) 2026,,,,,,,,,,,\n")) << "a footer without a blank line";
  EXPECT_FALSE(scans_text(late("") + "X-1,\"never closed," + row)) << "an open quote";
}

TEST(ScanOpportunities, ReadsTheFilesOfTheTestsAlike) {
  std::size_t scanned = 0;
  std::size_t left = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(AE_TEST_DATA)) {
    if (entry.is_regular_file() && entry.path().extension() == ".csv")
      ++(scans(entry.path().string()) ? scanned : left);
  }
  EXPECT_GT(scanned, 30U);
  EXPECT_GT(left, 10U);
}

}  // namespace
}  // namespace ae::ingest
