#include "ae/doc/document.h"

#include <gtest/gtest.h>

namespace ae::doc {
namespace {

Message verbatim(const char* words) { return Message::verbatim(words); }

Section section_of(std::vector<Block> blocks) {
  return Section{"key", verbatim("Pipeline"), std::move(blocks)};
}

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
  ASSERT_EQ(table.rows.size(), 2U);
  const auto words = [&](std::size_t row, std::size_t column) {
    return std::get<Message>(table.rows[row][column].value).in(Language::kEnglish);
  };
  EXPECT_EQ(words(0, 0), "Pipeline: Open");
  EXPECT_EQ(words(0, 1), "all open deals");
  EXPECT_EQ(table.rows[0][2], Cell(Count{14}));
  EXPECT_EQ(table.rows[0][3], Cell(Count{10}));
  EXPECT_EQ(words(1, 0), "Pipeline: Weighted") << "a figure is named with its section, since names repeat";
  EXPECT_EQ(table.rows[1][2], Cell(Count{12}));
}

}  // namespace
}  // namespace ae::doc
