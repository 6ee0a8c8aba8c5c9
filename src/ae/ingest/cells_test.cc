#include "ae/ingest/cells.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/ingest/row_repair.h"

namespace ae::ingest {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// The header and the rows.
Rows cells_of(std::string text) {
  const Source source{"a.csv", std::move(text)};
  const Result<CellTable> table = parsed_cells(source);
  EXPECT_TRUE(table.has_value());
  if (!table || table->header.empty()) return {};
  Rows rows{table->header};
  rows.insert(rows.end(), table->rows.begin(), table->rows.end());
  return rows;
}

constexpr std::string_view kRows = "1,2026-01-01,5.5\n2,2026-01-02,6.5\n3,2026-01-03,7.5\n";

TEST(Cells, StayText) {
  EXPECT_EQ(cells_of("a,b\n007, x \n\"\",1e5\n"), (Rows{{"a", "b"}, {"007", " x "}, {"", "1e5"}}));
}

TEST(Cells, NothingIsNoTable) {
  EXPECT_EQ(cells_of(""), Rows{});
  EXPECT_EQ(cells_of("\n\n"), Rows{});
  EXPECT_EQ(cells_of("a"), (Rows{{"a"}}));
}

TEST(Cells, LoneCellsAboveAreSkipped) {
  EXPECT_EQ(cells_of("Report\n\nid,day,n\n1,2,3\n"), (Rows{{"id", "day", "n"}, {"1", "2", "3"}}));
}

TEST(Cells, HeaderRowsThatRepeatAreJoined) {
  EXPECT_EQ(cells_of("id,day\nid,day\n1,2\n"), (Rows{{"id id", "day day"}, {"1", "2"}}));
}

TEST(Cells, ASecondHeaderEndsTheTable) {
  const Rows rows = cells_of("id,day,n\n" + std::string(kRows) + "code,date\nx1,2026-01-01\nx2,2026-01-02\n");
  EXPECT_EQ(rows.size(), 4U);
}

TEST(Cells, OneCellTooFewOrTooManyIsMendedByHowCellsLook) {
  const std::string head = "id,day,n\n" + std::string(kRows);
  EXPECT_EQ(cells_of("id,,day,n\n" + std::string(kRows)).front(),
            (std::vector<std::string>{"id", "day", "n"}));
  EXPECT_EQ(cells_of(head + "4,8.5\n").back(), (std::vector<std::string>{"4", "", "8.5"}));
  EXPECT_EQ(cells_of(head + "4,,2026-01-04,8.5\n").back(),
            (std::vector<std::string>{"4", "2026-01-04", "8.5"}));
  EXPECT_EQ(cells_of("id,name,n\n1,Acme Ltd,5\n2,Big Co,6\n3,Smith Inc,7\n4,Smith, John,8\n").back(),
            (std::vector<std::string>{"4", "Smith, John", "8"}));
}

TEST(Cells, ThatRunTogetherArePartedWhereTheyFit) {
  const std::string head = "id,day,n\n" + std::string(kRows);
  EXPECT_EQ(cells_of(head + "42026-01-04,8.5\n").back(),
            (std::vector<std::string>{"4", "2026-01-04", "8.5"}));
  EXPECT_EQ(cells_of(head + "4,2026-01-048.5\n").back(),
            (std::vector<std::string>{"4", "2026-01-04", "8.5"}));
  EXPECT_EQ(cells_of("id,closeDateAmount\n" + std::string(kRows)).front(),
            (std::vector<std::string>{"id", "closeDate", "Amount"}));
}

TEST(Cells, ARowInAnotherDialectIsReadInIt) {
  const std::string head = "id,day,n\n" + std::string(kRows);
  for (const char* row : {"4;2026-01-04;8.5", "4 2026-01-04 8.5", "'4','2026-01-04','8.5'",
                          "\"4,2026-01-04,8.5\"", "4,2026-01-04,8.5,,,"})
    EXPECT_EQ(cells_of(head + row + "\n").back(), (std::vector<std::string>{"4", "2026-01-04", "8.5"}))
        << row;
}

TEST(Cells, NothingBelowOrBesideTheTableStays) {
  EXPECT_EQ(cells_of("a,b,\n1,2,\n3,4,\n,,\n"), (Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}}));
}

TEST(Cells, StrayQuotesStay) {
  EXPECT_EQ(cells_of("a,b\n\"x,1\ny,2\n"), (Rows{{"a", "b"}, {"\"x", "1"}, {"y", "2"}}));
  EXPECT_EQ(cells_of("a,b\n\"x\"\",1\n12,\"def\"\n"), (Rows{{"a", "b"}, {"x\"", "1"}, {"12", "def"}}));
  EXPECT_EQ(cells_of("a,b\n\"say \"hi\" you\",1\n"), (Rows{{"a", "b"}, {"say \"hi\" you", "1"}}));
}

TEST(RowRepair, LooksAreTold) {
  EXPECT_EQ(look_of(" "), CellLook::kEmpty);
  EXPECT_EQ(look_of("42"), CellLook::kInteger);
  EXPECT_EQ(look_of("$4.50"), CellLook::kNumber);
  EXPECT_EQ(look_of("2026-03-01"), CellLook::kDate);
  EXPECT_EQ(look_of("10:30 AM"), CellLook::kTime);
  EXPECT_EQ(look_of("https://a.b/c"), CellLook::kLink);
  EXPECT_EQ(look_of("Acme"), CellLook::kWord);
  EXPECT_EQ(look_of("Acme North"), CellLook::kText);
  EXPECT_EQ(look_of("ACM-1001"), CellLook::kCode);
}

}  // namespace
}  // namespace ae::ingest
