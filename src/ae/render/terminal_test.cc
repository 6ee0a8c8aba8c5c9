#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/base/utf8.h"
#include "ae/render/render.h"
#include "ae/render/sample_document.h"
#include "ae/render/width.h"

namespace ae::render {
namespace {

using doc::Value;
using testing::HasSubstr;
using testing::Not;

doc::Document document_of(doc::Block block) {
  return {Text{"Report", "报告"}, {}, {{"part", Text{"Part", "部分"}, {std::move(block)}}}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// The lines of the one block of document_of, below title and heading.
std::string block_of(const doc::Block& block, const TerminalOptions& options) {
  const std::string text = terminal(document_of(block), options);
  const std::size_t heading = text.find("\n\n", text.find("\n\n") + 2);
  return std::string(1, '\n').append(text, heading + 2);
}

doc::Table owners() {
  doc::Table table;
  table.columns = {{Text{"Owner", "负责人"}, {}}, {Text{"Amount", "金额"}, {}}};
  table.rows = {{Value(Message::verbatim("王小明")), Value(dollars(61900050))},
                {Value(Message::verbatim("Ann Lee")), Value(dollars(-500))}};
  table.total = {Value(Message(Text{"Total", "合计"})), Value(dollars(61899550))};
  return table;
}

TEST(Terminal, AlignsChineseByDisplayWidth) {
  EXPECT_EQ(block_of(owners(), {}), R"(
  Owner         Amount
  ────────────────────
  王小明   $619,000.50
  Ann Lee       -$5.00
  ────────────────────
  Total    $618,995.50
)");
}

TEST(Terminal, IndentsTheItemsOfProse) {
  EXPECT_EQ(block_of(sample_prose(), {kEnglishOnly, Colour::kNever, 60}), R"(
  Coverage is the total ÷ quota.

  • Run `ae coverage`
  • 2 * 3 | 4

  7. Ask

  Last

  ☐ Looked at
)");
}

TEST(Terminal, SetsProseInTwoLanguagesSideBySide) {
  EXPECT_EQ(block_of(sample_prose(), {kBothLanguages, Colour::kNever, 60}), R"(
  Coverage is the total ÷     │ 覆盖度是总额 ÷ 配额。
  quota.                      │
                              │
  • Run `ae coverage`         │ • 运行 `ae coverage`
  • 2 * 3 | 4                 │ • 2 * 3 | 4
                              │
  7. Ask                      │ 7. 先问
                              │
  Last                        │ 最后
                              │
  ☐ Looked at                 │ ☐ 看过
)");
}

TEST(Terminal, StacksTheSecondLanguageInHeadings) {
  EXPECT_EQ(block_of(owners(), {kBothLanguages, Colour::kNever, 80}), R"(
  Owner            Amount
  负责人             金额
  ───────────────────────
  王小明      $619,000.50
  Ann Lee          -$5.00
  ───────────────────────
  Total 合计  $618,995.50
)");
}

TEST(Terminal, StandsLabelsOfBothLanguagesSideBySide) {
  const std::string text = terminal(sample_document(), {kBothLanguages, Colour::kNever, 100});
  EXPECT_THAT(text, HasSubstr("Pipeline report 商机报告\n"));
  EXPECT_THAT(text, HasSubstr("  Open pipeline 商机总额           $1,319,000.50"));
  EXPECT_THAT(text, HasSubstr("\nCoverage 覆盖度 ───"));
}

TEST(Terminal, ShowsMoodsAsSignsWithoutColour) {
  const std::string text = terminal(sample_document(), {});
  EXPECT_THAT(text, HasSubstr("1.3190× ✗"));
  EXPECT_THAT(text, HasSubstr("$184,000.00 ✓"));
  EXPECT_THAT(text, HasSubstr("! No next step"));
  EXPECT_THAT(text, Not(HasSubstr("\033")));
}

TEST(Terminal, ColoursOnlyWhenAsked) {
  const std::string text = terminal(sample_document(), {kEnglishOnly, Colour::kAnsi, 100});
  EXPECT_THAT(text, HasSubstr("\033[31m1.3190× ✗\033[0m"));
  EXPECT_THAT(text, HasSubstr("\033[1mPipeline report\033[0m"));
}

TEST(Terminal, ColourChangesNothingButColour) {
  std::string text = terminal(sample_document(), {kBothLanguages, Colour::kAnsi, 80});
  for (std::size_t at = text.find('\033'); at != std::string::npos; at = text.find('\033')) {
    text.erase(at, text.find('m', at) - at + 1);
  }
  const std::vector<std::string> coloured = lines_of(text);
  const std::vector<std::string> plain =
      lines_of(terminal(sample_document(), {kBothLanguages, Colour::kNever, 80}));
  ASSERT_EQ(coloured.size(), plain.size());
  for (std::size_t line = 0; line < plain.size(); ++line) {
    EXPECT_EQ(coloured[line].substr(0, coloured[line].find_last_not_of(' ') + 1), plain[line]);
  }
}

TEST(Terminal, StaysWithinItsWidthAndEndsNoLineWithASpace) {
  for (const Languages& languages : {kEnglishOnly, kChineseOnly, kBothLanguages}) {
    for (const int width : {60, 72, 80, 100, 132}) {
      for (const doc::Document& document : {sample_document(), hostile_document(), bare_document()}) {
        for (const std::string& line : lines_of(terminal(document, {languages, Colour::kNever, width}))) {
          EXPECT_LE(display_width(line), static_cast<std::size_t>(width)) << line;
          EXPECT_FALSE(line.ends_with(' ')) << line;
        }
      }
    }
  }
}

TEST(Terminal, CutsNamesButNeverNumbers) {
  const std::string text = terminal(sample_document(), {kEnglishOnly, Colour::kNever, 60});
  EXPECT_THAT(text, HasSubstr("Alexandra P"));
  for (const std::string_view number :
       {"$1,319,000.50", "$619,000.50", "$183,225.00", "$400,000.00", "23.50 %", "1.6667×"}) {
    EXPECT_THAT(text, HasSubstr(number));
  }
}

TEST(Terminal, ContinuesAWideTableBelowWithItsFirstColumn) {
  const std::string text = terminal(sample_document(), {kChineseOnly, Colour::kNever, 60});
  const std::size_t first = text.find("王小明");
  const std::size_t second = text.find("王小明", first + 1);
  EXPECT_NE(second, std::string::npos);
}

TEST(Terminal, WrapsSentencesInCells) {
  doc::Table table;
  table.columns = {{Text{"Figure", "指标"}, {}}, {Text{"How it is made", "计算方法"}, {}}};
  table.rows = {{Value(Message::verbatim("Coverage")),
                 Value(Message::verbatim(
                     "All open pipeline divided by the quota of the period, overdue deals included"))}};
  EXPECT_EQ(block_of(table, {kEnglishOnly, Colour::kNever, 60}), R"(
  Figure    How it is made
  ──────────────────────────────────────────────────────────
  Coverage  All open pipeline divided by the quota of the
            period, overdue deals included
)");
}

TEST(Terminal, DrawsTheSolidPartOfABarDarker) {
  const doc::BarChart chart{Text{"Amount", "金额"},
                            Text{"Weighted", "加权金额"},
                            {{Message::verbatim("A"), Value(doc::Count{8}), 1, 0.25},
                             {Message::verbatim("B"), Value(doc::Count{4}), 0.5, 0.5},
                             {Message::verbatim("C"), Value(doc::Count{0}), 0, 0}}};
  EXPECT_EQ(block_of(chart, {}), R"(
  █ Weighted  ░ Amount
  A  ████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  8
  B  ████████████████████████  4
  C  0
)");
}

/// Two steps and a target between them.
doc::Document steps() {
  doc::BarChart chart{Text{"Steps", "步骤"}, {}, {}};
  chart.bars = {{Text{"First", "一"}, doc::Value(doc::Count{5}), 0.5, 0.5, 0},
                {Text{"Then", "二"}, doc::Value(doc::Count{2}), 0.25, 0.25, 0.5},
                {Text{"None", "无"}, doc::Value(doc::Count{0}), 0, 0, 0.75}};
  chart.mark = 0.875;
  chart.mark_label = Text{"Target", "目标"};
  return {Text{"T", "T"}, {}, {{"s", Text{"S", "S"}, {chart}, {}}}};
}

TEST(Terminal, DrawsStepsFromWhereTheyBeginAndTheMarkBehindThem) {
  const std::string text = terminal(steps(), {kEnglishOnly, Colour::kNever, 60});
  const std::string full(24, '#');  // of 48 columns
  std::string drawn = text;
  for (std::size_t at = 0; (at = drawn.find("█", at)) != std::string::npos;) drawn.replace(at, 3, "#");
  EXPECT_THAT(drawn, HasSubstr("Steps  │ Target"));
  EXPECT_THAT(drawn, HasSubstr("First  " + full + std::string(18, ' ') + "│  5"));
  EXPECT_THAT(drawn,
              HasSubstr("Then   " + std::string(24, ' ') + full.substr(12) + std::string(6, ' ') + "│  2"));
  EXPECT_THAT(drawn, HasSubstr("None   " + std::string(42, ' ') + "│  0"));
}

TEST(Terminal, ShowsTheSmallestBar) {
  const doc::BarChart chart{
      Text{"Amount", "金额"}, {}, {{Message::verbatim("A"), Value(doc::Count{1}), 1e-9, 0}}};
  EXPECT_THAT(block_of(chart, {}), HasSubstr("A  ▏  1\n"));
}

TEST(Terminal, DrawsAGaugeAboveItsTargetBand) {
  const doc::Gauge gauge{Text{"Coverage", "覆盖度"},
                         doc::Multiple{Ratio::of_units(20000)},
                         doc::Multiple{Ratio::of_units(30000)},
                         doc::Multiple{Ratio::of_units(40000)},
                         doc::Mood::kBad,
                         Text{"early target", "季初目标"}};
  EXPECT_EQ(block_of(gauge, {}), R"(
  Coverage  2.00× ✗   Target 3.00×–4.00×
  ████████████████████····························
                                ├─────────┤
  early target
)");
}

TEST(Terminal, SaysThatATableIsEmpty) {
  EXPECT_THAT(terminal(bare_document(), {}), HasSubstr("Nothing to show"));
}

TEST(Terminal, NothingFromOutsideDrivesIt) {
  const std::string text = terminal(hostile_document(), {kBothLanguages, Colour::kNever, 80});
  for_each_character(text, [](const Character& character, std::string_view) {
    EXPECT_TRUE(character.valid);
    EXPECT_TRUE(character.code >= U' ' || character.code == U'\n');
    EXPECT_NE(character.code, U'\u202E');
  });
}

TEST(Terminal, RendersAnEmptyDocument) { EXPECT_EQ(terminal({}, {}), "\n"); }

TEST(Terminal, TheSameDocumentGivesTheSameBytes) {
  EXPECT_EQ(terminal(sample_document(), {}), terminal(sample_document(), {}));
}

TEST(Terminal, TextsOfDigitsAndMarksAreNeverCut) {
  const auto words = [](const char* text) { return doc::Cell(doc::Value(Message::verbatim(text))); };
  doc::Table table;
  for (int column = 0; column < 5; ++column) table.columns.push_back({Message::verbatim("column"), {}});
  table.rows.push_back({words("a name that may well be cut"), words("✓ 64,000 ◐ 48,000"),
                        words("✓ 64,000 ◐ 48,000"), words("○ 9,500 ✗"),
                        words("another name that may be cut")});
  const std::string shown =
      terminal({{}, {}, {{"table", {}, {table}, {}}}}, {{Language::kEnglish}, Colour::kNever, 70});
  EXPECT_NE(shown.find("✓ 64,000 ◐ 48,000  ✓ 64,000 ◐ 48,000  ○ 9,500 ✗"), std::string::npos) << shown;
  EXPECT_NE(shown.find("…"), std::string::npos) << shown;
}

}  // namespace
}  // namespace ae::render
