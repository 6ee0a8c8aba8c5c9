#include "ae/doc/document.h"

#include <gtest/gtest.h>

namespace ae::doc {
namespace {

Message verbatim(const char* words) { return Message::verbatim(words); }

Section section_of(std::vector<Block> blocks) { return Section{"key", verbatim("title"), std::move(blocks)}; }

TEST(Cell, OfAMissingFigureIsMissingAndNotZero) {
  EXPECT_EQ(cell(std::optional<Days>{}), Cell());
  EXPECT_EQ(cell(std::optional<Days>{}, Mood::kBad).mood, Mood::kNeutral);
  EXPECT_NE(cell(std::optional<Days>{Days{}}), Cell());
  EXPECT_EQ(cell(std::optional<Days>{Days{}}, Mood::kGood), Cell(Value(Days{}), Mood::kGood));
}

TEST(Explanation, OfADocumentWithoutABasisIsNone) {
  Document document;
  EXPECT_FALSE(explanation(document));
  document.sections = {
      section_of({KeyFigures{{{verbatim("Open"), Cell(Count{14}), {}, std::nullopt}}},
                  Table{{{verbatim("Stage"), std::nullopt}}, {}, {}, {}}, Paragraph{verbatim("words")}})};
  EXPECT_FALSE(explanation(document));
}

TEST(Explanation, HasARowForEachFigureWithABasisInOrderOfAppearance) {
  Document document;
  document.sections = {
      section_of(
          {KeyFigures{{{verbatim("Open"), Cell(Count{14}), {}, Basis{verbatim("all open deals"), 14, 10}},
                       {verbatim("Unexplained"), Cell(), {}, std::nullopt}}}}),
      section_of({Paragraph{verbatim("between")},
                  Table{{{verbatim("Stage"), std::nullopt},
                         {verbatim("Weighted"), Basis{verbatim("amount × probability"), 12, 2}}},
                        {{Cell(), Cell()}, {Cell(), Cell()}},
                        {},
                        {}}}),
  };
  const std::optional<Section> section = explanation(document);
  ASSERT_TRUE(section);
  EXPECT_EQ(section->key, "explain");
  ASSERT_EQ(section->blocks.size(), 1U);
  const Table& table = std::get<Table>(section->blocks[0]);
  EXPECT_EQ(table.columns.size(), 4U);
  const std::vector<std::vector<Cell>> rows = {
      {Value(verbatim("Open")), Value(verbatim("all open deals")), Value(Count{14}), Value(Count{10})},
      {Value(verbatim("Weighted")), Value(verbatim("amount × probability")), Value(Count{12}),
       Value(Count{2})}};
  EXPECT_EQ(table.rows, rows);
}

}  // namespace
}  // namespace ae::doc
