// The file of a plan loses nothing: for plans nobody thought of, and for edits that people make.

#include "ae/records/plan_file.h"

#include <array>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "ae/records/plan_refill.h"

namespace ae::records {
namespace {

const Languages kEnglish{Language::kEnglish};
const Languages kBoth{Language::kEnglish, Language::kChinese};

/// Makes plans of awkward texts.
class PlanMaker {
 public:
  explicit PlanMaker(unsigned seed) : random_(seed) {}

  AccountPlan plan() {
    AccountPlan plan;
    plan.account = chance(9) ? "" : text();
    for (const PlanPart part : enumerators<PlanPart>()) {
      if (!columns_of(part).empty()) plan.tables[part] = table(part);
      if (part != PlanPart::kShortTerm && part != PlanPart::kLongTerm) continue;
      for (std::size_t goals = below(4); goals > 0; --goals) plan.goals[part].push_back(text());
    }
    if (chance(3)) plan.notes.push_back({"", note()});
    for (const PlanPart part : enumerators<PlanPart>()) {
      if (chance(4)) plan.notes.push_back({std::string(key(part)), note()});
    }
    for (std::size_t own = below(3); own > 0; --own)
      plan.notes.push_back({"Our heading " + std::to_string(own) + " 备忘", chance(5) ? "" : note()});
    return plan;
  }

  /// Rows as data has them.
  std::vector<PlanRow> data(PlanPart part) {
    std::vector<PlanRow> rows;
    for (std::size_t count = below(5); count > 0; --count) {
      PlanRow row;
      for (std::size_t column = 0; column < columns_of(part).size(); ++column)
        row.cells.push_back(column > 0 && chance(4) ? "" : text());
      rows.push_back(std::move(row));
    }
    return rows;
  }

  std::size_t below(std::size_t end) { return random_() % end; }

 private:
  bool chance(std::size_t one_in) { return below(one_in) == 0; }

  /// No blanks around it and not empty.
  std::string text() {
    static constexpr std::array kPieces{"a",
                                        "Copperline",
                                        "中文",
                                        "，",
                                        "|",
                                        "\\",
                                        "\\|",
                                        "<br>",
                                        "<!-- ae:end map -->",
                                        "\n",
                                        "\n\n",
                                        "*",
                                        "_x_",
                                        "`",
                                        "- ",
                                        "1. ",
                                        "# ",
                                        "$5",
                                        "a b",
                                        "｜",
                                        "&lt;",
                                        "_to fill in_",
                                        "[x](http://y)",
                                        "~~~",
                                        "—",
                                        "😀",
                                        ":"};
    std::string made;
    for (std::size_t count = 1 + below(5); count > 0; --count) made += kPieces.at(below(kPieces.size()));
    const std::size_t first = made.find_first_not_of(" ");
    made = first == std::string::npos ? "x" : made.substr(first, made.find_last_not_of(' ') - first + 1);
    return made;
  }

  /// Lines that are neither heading, list nor table.
  std::string note() {
    static constexpr std::array kLines{
        "Said on the phone: budget is *frozen*.", "会议记录：预算已批准", "see [the deck](x)", "> quoted",
        "```\n# in a fence\n- item\n```",         "two\n\nparagraphs"};
    return kLines.at(below(kLines.size()));
  }

  PlanTable table(PlanPart part) {
    PlanTable table;
    for (std::size_t more = below(3); more > 0; --more)
      table.more_columns.push_back("Mood " + std::to_string(more));
    std::set<std::string> fields;
    for (std::size_t count = below(4); count > 0; --count) {
      PlanRow row;
      for (std::size_t column = 0; column < columns_of(part).size(); ++column)
        row.cells.push_back(chance(4) ? "" : text());
      for (std::size_t more = 0; more < table.more_columns.size(); ++more)
        row.more.push_back(chance(3) ? "" : text());
      if (part == PlanPart::kOverview) {
        row.cells[0] = chance(2) ? std::string(key(static_cast<OverviewField>(below(4)))) : text();
        if (!fields.insert(row.cells[0]).second) continue;
        row.cells[1] = text();
      }
      if (row.cells[0].empty()) row.cells[0] = text();
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  std::mt19937 random_;
};

AccountPlan read(const std::string& bytes) {
  Result<AccountPlan> plan = read_plan(bytes, "plan.md");
  EXPECT_TRUE(plan.has_value()) << bytes << (plan ? "" : plan.error().message.in(Language::kEnglish));
  return plan.value_or(AccountPlan{});
}

TEST(PlanFile, ReadsBackWhatItWrites) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const AccountPlan plan = PlanMaker(seed).plan();
    for (const Languages& languages : {kEnglish, Languages{Language::kChinese}, kBoth}) {
      const std::string bytes = write_plan(plan, languages);
      ASSERT_EQ(read(bytes), plan) << "seed " << seed << "\n" << bytes;
    }
  }
}

std::string refilled(const std::string& bytes, const EnumArray<PlanPart, std::vector<PlanRow>>& data,
                     const std::string& region, const Languages& languages = kEnglish) {
  Result<PlanRefill> refill = PlanRefill::begin(bytes, "plan.md", languages);
  EXPECT_TRUE(refill.has_value()) << bytes;
  for (const PlanPart part : {PlanPart::kOverview, PlanPart::kRelationships, PlanPart::kExpansion})
    refill->fill_table(part, data[part]);
  refill->fill_region(PlanPart::kHealth, "health", region);
  return refill->bytes();
}

EnumArray<PlanPart, std::vector<PlanRow>> data_of(PlanMaker& maker) {
  EnumArray<PlanPart, std::vector<PlanRow>> data;
  for (const PlanPart part : {PlanPart::kRelationships, PlanPart::kExpansion}) data[part] = maker.data(part);
  for (const OverviewField field : enumerators<OverviewField>())
    data[PlanPart::kOverview].push_back({{std::string(key(field)), maker.below(2) == 0 ? "" : "said"}, {}});
  return data;
}

TEST(PlanRefill, FillingInTwiceIsFillingInOnce) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    PlanMaker maker(seed);
    const std::string bytes = write_plan(maker.plan(), kEnglish);
    const auto data = data_of(maker);
    const std::string once = refilled(bytes, data, "| a |\n| - |\n\n! warned\n");
    ASSERT_EQ(refilled(once, data, "| a |\n| - |\n\n! warned\n"), once) << "seed " << seed;
    // Other data, then the first again, is as steady.
    const std::string other = refilled(once, data_of(maker), "other\n");
    const std::string again = refilled(other, data, "| a |\n| - |\n\n! warned\n");
    ASSERT_EQ(refilled(again, data, "| a |\n| - |\n\n! warned\n"), again) << "seed " << seed;
  }
}

TEST(PlanRefill, LosesNothingThatPeopleTyped) {
  for (unsigned seed = 0; seed < 80; ++seed) {
    PlanMaker maker(seed);
    const AccountPlan plan = maker.plan();
    const AccountPlan after = read(refilled(write_plan(plan, kEnglish), data_of(maker), "figures\n"));
    EXPECT_EQ(after.goals, plan.goals);
    EXPECT_EQ(after.notes, plan.notes) << "seed " << seed;
    EXPECT_EQ(after.tables[PlanPart::kActions], plan.tables[PlanPart::kActions]);
    EXPECT_EQ(after.tables[PlanPart::kRisks], plan.tables[PlanPart::kRisks]);
    for (const PlanPart part : {PlanPart::kOverview, PlanPart::kRelationships, PlanPart::kExpansion}) {
      const PlanTable& now = after.tables[part];
      EXPECT_EQ(now.more_columns, plan.tables[part].more_columns);
      for (std::size_t at = 0; at < plan.tables[part].rows.size(); ++at) {
        const PlanRow& typed = plan.tables[part].rows[at];
        ASSERT_LT(at, now.rows.size()) << "seed " << seed;
        EXPECT_EQ(now.rows[at].more, typed.more) << "seed " << seed;
        for (std::size_t cell = 0; cell < typed.cells.size(); ++cell) {
          if (typed.cells[cell].empty()) continue;
          EXPECT_EQ(now.rows[at].cells[cell], typed.cells[cell]) << "seed " << seed;
        }
      }
    }
  }
}

EnumArray<PlanPart, std::vector<PlanRow>> people(std::vector<PlanRow> rows) {
  EnumArray<PlanPart, std::vector<PlanRow>> data;
  data[PlanPart::kRelationships] = std::move(rows);
  return data;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from << " in\n" << text;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(PlanRefill, CellsOfDataFollowItAndTypedOnesStay) {
  AccountPlan blank;
  blank.account = "Acme";
  const std::string first =
      refilled(write_plan(blank, kEnglish), people({{{"Ada", "CFO", "Champion", ""}, {}}}), "x");
  const std::string edited =
      replaced(first, "| Ada | CFO | Champion | |", "| Ada | CFO | Coach, we think | High |");
  Result<PlanRefill> refill = PlanRefill::begin(edited, "plan.md", kEnglish);
  ASSERT_TRUE(refill.has_value());
  refill->fill_table(PlanPart::kRelationships, {{{"Ada", "CEO", "Champion", ""}, {}}});
  const AccountPlan plan = read(refill->bytes());
  EXPECT_EQ(plan.tables[PlanPart::kRelationships].rows.front().cells,
            (std::vector<std::string>{"Ada", "CEO", "Coach, we think", "High"}));
  ASSERT_EQ(refill->notes().size(), 1U);
  EXPECT_EQ(refill->notes().front().code, "plan_differs");
}

TEST(PlanRefill, RowsThatDataNoLongerHasGoUnlessSomeoneTypedIntoThem) {
  AccountPlan blank;
  blank.account = "Acme";
  const std::string first = refilled(
      write_plan(blank, kEnglish), people({{{"Ada", "CFO", "", ""}, {}}, {{"Bo", "CIO", "", ""}, {}}}), "x");
  const std::string typed = replaced(first, "| Bo | CIO | | |", "| Bo | CIO | met in May | |");
  const AccountPlan plan = read(refilled(typed, people({}), "x"));
  ASSERT_EQ(plan.tables[PlanPart::kRelationships].rows.size(), 1U);
  EXPECT_EQ(plan.tables[PlanPart::kRelationships].rows.front().cells[0], "Bo");
}

TEST(PlanRefill, LinesThatNothingChangesKeepTheirBytes) {
  const std::string file =
      "\xEF\xBB\xBF#  Account plan:  Acme \r\n\r\n## Relationship map\r\n\r\n"
      "|Name|Title |Mood| Relationship|Influence|\r\n|:--|---|:-:|---|---|\r\n"
      "|Ada|  CFO|**good**|Champion|High|\r\n\r\n\r\nmet in *May*\r\n* * *\r\n## Next year\r\ntext";
  const std::string after = refilled(file, people({{{"Ada", "CFO", "Champion", "High"}, {}}}), "x");
  for (const std::string_view kept :
       {"\xEF\xBB\xBF#  Account plan:  Acme \r\n", "|:--|---|:-:|---|---|\r\n",
        "|Ada|  CFO|**good**|Champion|High|\r\n\r\n\r\nmet in *May*\r\n* * *\r\n", "## Next year\r\ntext"}) {
    EXPECT_NE(after.find(kept), std::string::npos) << kept << "\n" << after;
  }
  std::size_t bare = 0;
  for (std::size_t at = 1; at < after.size(); ++at)
    bare += after[at] == '\n' && after[at - 1] != '\r' ? 1U : 0U;
  EXPECT_EQ(bare, 0U) << after;
}

TEST(PlanRefill, LinesTypedAmongFiguresMoveBelow) {
  AccountPlan blank;
  blank.account = "Acme";
  const std::string first = refilled(write_plan(blank, kEnglish), {}, "score 10\n");
  const std::string after =
      refilled(replaced(first, "score 10\n", "score 10\nask Ada why\n"), {}, "score 20\n");
  EXPECT_EQ(after.find("score 10"), std::string::npos);
  EXPECT_LT(after.find("<!-- ae:end health -->"), after.find("ask Ada why"));
  EXPECT_EQ(refilled(after, {}, "score 20\n"), after);
}

TEST(PlanRefill, ATableThatPeopleWroteIsReadInTheirWords) {
  const AccountPlan plan = read(
      "# 客户账户规划：青禾食品\n\n## 行动计划\n\n| 截止日期 | 行动 | 责任人 |\n|---|---|---|\n| "
      "2026年3月1日 | 拜访<br>张总 | 陈静 |\n"
      "\n## 账户策略\n### 短期（90天）\n1. 续约\n   含条款\n2. _待填写_\n");
  EXPECT_EQ(plan.account, "青禾食品");
  ASSERT_EQ(plan.tables[PlanPart::kActions].rows.size(), 1U);
  EXPECT_EQ(plan.tables[PlanPart::kActions].rows.front().cells,
            (std::vector<std::string>{"拜访\n张总", "陈静", "2026年3月1日", ""}));
  EXPECT_EQ(plan.goals[PlanPart::kShortTerm], (std::vector<std::string>{"续约\n含条款"}));
}

std::pair<std::string, std::int64_t> error_of(std::string_view bytes) {
  const Result<AccountPlan> plan = read_plan(bytes, "plan.md");
  return plan ? std::pair<std::string, std::int64_t>{"", 0}
              : std::pair{plan.error().code, plan.error().place.line};
}

TEST(PlanFile, NonsenseIsRefusedWithItsLine) {
  using Found = std::pair<std::string, std::int64_t>;
  EXPECT_EQ(error_of("Dear Ada,\n"), (Found{"not_a_plan", 0}));
  EXPECT_EQ(error_of("## Risks\n\n## 风险\n"), (Found{"plan_part_twice", 3}));
  EXPECT_EQ(error_of("## Risks\n| Risk | Mitigation |\n|-|-|\n| a | b | c |\n"),
            (Found{"plan_row_width", 4}));
  EXPECT_EQ(error_of("## Risks\n<!-- ae:begin x -->\n"), (Found{"plan_mark_open", 2}));
  EXPECT_EQ(error_of("## Risks\n\xff\n"), (Found{"plan_not_utf8", 2}));
}

}  // namespace
}  // namespace ae::records
