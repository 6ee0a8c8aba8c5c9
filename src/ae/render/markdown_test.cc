#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/render/markdown_text.h"
#include "ae/render/render.h"
#include "ae/render/sample_document.h"

namespace ae::render {
namespace {

using testing::HasSubstr;

TEST(Markdown, TablesAlignNumbersRight) {
  EXPECT_THAT(markdown(sample_document(), kEnglishOnly), HasSubstr(R"(## Hygiene

| Finding                 | Deals |      Amount |
| ----------------------- | ----: | ----------: |
| Close date is past ✗    |     2 | $160,000.00 |
| No next step !          |     5 | $410,000.00 |
| Amount is missing !     |     1 |           – |
| Close date is missing ✓ |     0 |       $0.00 |

! Amounts without a currency were read as USD.
)"));
}

TEST(Markdown, TotalsAreBold) {
  EXPECT_THAT(markdown(sample_document(), kEnglishOnly),
              HasSubstr("| **Total**         |       **–** | **14** |"));
}

TEST(Markdown, GaugesAndBarsBecomeTables) {
  const std::string text = markdown(sample_document(), kEnglishOnly);
  EXPECT_THAT(text, HasSubstr("| Pipeline coverage |      Target |\n"));
  EXPECT_THAT(text, HasSubstr("| Negotiation       | $160,000.00 | ███████▉░░               |\n"));
}

TEST(Markdown, LabelsStandInBothLanguages) {
  const std::string text = markdown(sample_document(), kBothLanguages);
  EXPECT_THAT(text, HasSubstr("# Pipeline report 商机报告\n"));
  EXPECT_THAT(text, HasSubstr("\n_3 of 8 owners shown_\n\n_显示 8 位负责人中的 3 位_\n"));
}

TEST(Markdown, EscapesMarkup) {
  EXPECT_EQ(markdown_text("a|b*c_d`e<f>g[h]i#j\\k"), "a\\|b\\*c\\_d\\`e\\<f\\>g\\[h\\]i\\#j\\\\k");
  EXPECT_EQ(markdown_text("&lt; ~~x~~ $m$"), "\\&lt; \\~\\~x\\~\\~ \\$m\\$");
  EXPECT_EQ(markdown_text("line\nbreak"), "line break");
}

TEST(Markdown, MakesNoBareLinks) {
  EXPECT_EQ(markdown_text("https://e.com WWW.e.com a@e.com"), "https\\://e.com WWW\\.e.com a\\@e.com");
  EXPECT_EQ(markdown_text("ratio 3:1, v1.2"), "ratio 3:1, v1.2");
}

TEST(Markdown, BeginsNoListOrHeadingFromOutside) {
  EXPECT_EQ(markdown_text("- item"), "\\- item");
  EXPECT_EQ(markdown_text("12. item"), "12\\. item");
  EXPECT_EQ(markdown_text("==="), "\\===");
  EXPECT_EQ(markdown_text("2026-Q1"), "2026-Q1");
}

TEST(Markdown, NothingFromOutsideIsMarkup) {
  const std::string text = markdown(hostile_document(), kBothLanguages);
  std::string unescaped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else {
      unescaped += text[at];
    }
  }
  EXPECT_EQ(unescaped.find_first_of("`<>[]{}~&@\x1b\x07\r"), std::string::npos);
  EXPECT_EQ(unescaped.find("://"), std::string::npos);
}

TEST(Markdown, KeepsTheMarksOfProseAndNoOthers) {
  const doc::Document document{{}, {}, {{"part", {}, {sample_prose()}}}};
  EXPECT_EQ(markdown(document, kEnglishOnly), R"(Coverage is the **total** ÷ quota.

- Run `ae coverage`
- 2 \* 3 \| 4

7. Ask

### Last

- [ ] Looked at
)");
}

TEST(Markdown, SetsProseInTwoLanguagesSideBySide) {
  const doc::Document document{{}, {}, {{"part", {}, {sample_prose()}}}};
  EXPECT_EQ(markdown(document, kBothLanguages),
            R"(| English                            | 中文                      |
| ---------------------------------- | ------------------------- |
| Coverage is the **total** ÷ quota. | 覆盖度是**总额** ÷ 配额。 |
| • Run `ae coverage`                | • 运行 `ae coverage`      |
| • 2 \* 3 \| 4                      | • 2 \* 3 \| 4             |
| 7. Ask                             | 7. 先问                   |
| **Last**                           | **最后**                  |
| ☐ Looked at                        | ☐ 看过                    |
)");
}

TEST(Markdown, RendersWhatIsEmpty) {
  EXPECT_EQ(markdown({}, kEnglishOnly), "");
  EXPECT_THAT(markdown(bare_document(), kEnglishOnly), HasSubstr("| Deal | Amount |\n| ---- | ------ |\n"));
}

TEST(Markdown, TheSameDocumentGivesTheSameBytes) {
  EXPECT_EQ(markdown(sample_document(), kBothLanguages), markdown(sample_document(), kBothLanguages));
}

}  // namespace
}  // namespace ae::render
