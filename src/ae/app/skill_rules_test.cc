#include "ae/app/skill_rules.h"

#include <gtest/gtest.h>

#include "ae/app/front_matter.h"

namespace ae::app {
namespace {

std::vector<std::pair<std::string, std::int64_t>> faults(std::string_view skill_md) {
  std::vector<std::pair<std::string, std::int64_t>> found;
  for (const SkillFault& fault :
       check_skill("pump-care", skill_md, [](std::string_view path) { return path == "references/a.md"; }))
    found.emplace_back(fault.code, fault.line);
  return found;
}

using Found = std::vector<std::pair<std::string, std::int64_t>>;

TEST(SkillRules, ASoundSkillHasNoFaults) {
  EXPECT_EQ(
      faults("---\nname: pump-care\ndescription: Cares for pumps.\nmetadata:\n  version: \"1\"\n---\n"
             "[a](references/a.md#x) [web](https://example.com) [here](#here)\n```\n[no](none.md)\n```\n"),
      Found{});
  EXPECT_EQ(faults("---\nname: pump-care\ndescription: >\n  Cares for pumps: all\n  of them.\n---\n"),
            Found{});
}

TEST(SkillRules, FrontMatterComesFirstAndEnds) {
  EXPECT_EQ(faults("# Pumps\n"), (Found{{"skill_front_matter", 1}}));
  EXPECT_EQ(faults("---\nname: pump-care\n"), (Found{{"skill_front_matter", 1}}));
  EXPECT_EQ(faults(""), (Found{{"skill_front_matter", 1}}));
}

TEST(SkillRules, NamesAreThoseOfTheirFolderInSmallLettersAndHyphens) {
  EXPECT_EQ(faults("---\nname: pumps\ndescription: x\n---\n"), (Found{{"skill_name", 2}}));
  EXPECT_EQ(faults("---\nname: Pump-Care\ndescription: x\n---\n"),
            (Found{{"skill_name", 2}, {"skill_name", 2}}));
  EXPECT_EQ(faults("---\ndescription: x\n---\n"), (Found{{"skill_key", 1}}));
}

TEST(SkillRules, OnlyTheSixKeysOnceEach) {
  EXPECT_EQ(faults("---\nname: pump-care\nversion: 1\ndescription: x\ndescription: y\n---\n"),
            (Found{{"skill_key", 3}, {"skill_key", 5}}));
}

TEST(SkillRules, DescriptionsHaveOneTo1024Characters) {
  const std::string begin = "---\nname: pump-care\ndescription: ";
  std::string long_one;
  for (int each = 0; each < 1024; ++each) long_one += "泵";
  EXPECT_EQ(faults(begin + long_one + "\n---\n"), Found{});
  EXPECT_EQ(faults(begin + long_one + "x\n---\n"), (Found{{"skill_description", 3}}));
  EXPECT_EQ(faults(begin + "\n---\n"), (Found{{"skill_description", 3}}));
}

TEST(SkillRules, ValuesThatYamlReadsOtherwiseNeedQuotes) {
  EXPECT_EQ(faults("---\nname: pump-care\ndescription: Pumps: all\n---\n"), (Found{{"skill_value", 3}}));
  EXPECT_EQ(faults("---\nname: pump-care\ndescription: \"Pumps: all\"\n---\n"), Found{});
  EXPECT_EQ(faults("---\nname: pump-care\ndescription: x\nmetadata: 1\n---\n"), (Found{{"skill_value", 4}}));
}

TEST(SkillRules, LinksLeadToFilesOfTheSkill) {
  EXPECT_EQ(faults("---\nname: pump-care\ndescription: x\n---\n\n[a](none.md) [b](../b.md)\n"),
            (Found{{"skill_link", 6}, {"skill_link", 6}}));
}

TEST(SkillRules, FewerThan500Lines) {
  std::string text = "---\nname: pump-care\ndescription: x\n---\n";
  text.append(495, '\n');
  EXPECT_EQ(faults(text), Found{});
  EXPECT_EQ(faults(text + "\n"), (Found{{"skill_length", 500}}));
}

TEST(FrontMatter, ValuesGoOnOnIndentedLines) {
  const FrontMatter front = *front_matter("---\na: one\n  two\nb: |\n  three\n---\nc: 4\n");
  ASSERT_EQ(front.keys.size(), 2U);
  EXPECT_EQ(front.keys[0].value, "one two");
  EXPECT_EQ(front.keys[1].value, "three");
  EXPECT_EQ(front.lines, 6);
}

}  // namespace
}  // namespace ae::app
