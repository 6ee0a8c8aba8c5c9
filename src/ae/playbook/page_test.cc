#include "ae/playbook/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ae::playbook {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Page, HasTheFrontMatterBetweenTwoFences) {
  const Page page = parse_page(
      "---\nid: coverage\ntitle: Coverage: how much\nsummary: Whether there is enough\nrelated: [metrics, "
      "forecasting]\n---\n");
  EXPECT_EQ(page.id, "coverage");
  EXPECT_EQ(page.title, "Coverage: how much");
  EXPECT_EQ(page.summary, "Whether there is enough");
  EXPECT_THAT(page.related, ElementsAre("metrics", "forecasting"));
  EXPECT_THAT(page.sections, IsEmpty());
}

TEST(Page, HasASectionForEachHeadingWithAnId) {
  const Page page = parse_page("## 原则 {#principle}\n\nOne.\n\n### Part {#part_1}\n\nTwo.\n");
  ASSERT_EQ(page.sections.size(), 2U);
  EXPECT_EQ(page.sections[0].id, "principle");
  EXPECT_EQ(page.sections[0].title, "原则");
  EXPECT_EQ(page.sections[0].level, 2);
  EXPECT_EQ(page.sections[1].id, "part_1");
  EXPECT_EQ(page.sections[1].level, 3);
  EXPECT_EQ(page.sections[1].blocks.at(0).text, "Two.");
}

TEST(Page, TellsItemsOfListsFromParagraphs) {
  const Page page = parse_page("## T {#t}\n- a\n- [ ] b\n12. c\n12 d\n-e\n1.f\n");
  std::vector<std::pair<BlockKind, std::string>> blocks;
  for (const PageBlock& block : page.sections.at(0).blocks) blocks.emplace_back(block.kind, block.text);
  EXPECT_THAT(blocks,
              ElementsAre(std::pair(BlockKind::kBullet, "a"), std::pair(BlockKind::kTask, "b"),
                          std::pair(BlockKind::kNumber, "c"), std::pair(BlockKind::kParagraph, "12 d"),
                          std::pair(BlockKind::kParagraph, "-e"), std::pair(BlockKind::kParagraph, "1.f")));
  EXPECT_EQ(page.sections.at(0).blocks.at(2).number, 12);
}

TEST(Page, KeepsATablesHeadAndRowsAndDropsItsRule) {
  const Page page = parse_page("## T {#t}\n| A | B |\n|---|---:|\n| 1 | |\n\n| C |\n|---|\n");
  const std::vector<PageBlock>& blocks = page.sections.at(0).blocks;
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(blocks[0].kind, BlockKind::kTable);
  EXPECT_THAT(blocks[0].rows, ElementsAre(ElementsAre("A", "B"), ElementsAre("1", "")));
  EXPECT_THAT(blocks[1].rows, ElementsAre(ElementsAre("C")));
}

TEST(Page, OfAnyBytesIsSomePage) {
  for (const std::string_view bytes : {"", "---", "---\nid", "## {#}", "## T {#t", "|", "||", "|-|", "- ",
                                       "1. ", "99999999999. x", "\r\n\r"})
    EXPECT_LE(parse_page(bytes).sections.size(), 1U) << bytes;
}

}  // namespace
}  // namespace ae::playbook
