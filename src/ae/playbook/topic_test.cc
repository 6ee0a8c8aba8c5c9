#include "ae/playbook/topic.h"

#include <map>
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/config/content.h"
#include "ae/playbook/policy_figure.h"
#include "ae/playbook/topic_link.h"

namespace ae::playbook {
namespace {

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using PagesByPath = std::map<std::string, std::string_view>;

PagesByPath page_files(std::string_view language) {
  PagesByPath found;
  const std::string folder = "playbook/" + std::string(language) + "/";
  for (const config::ContentFile& file : config::content_files()) {
    if (file.path.starts_with(folder)) found[std::string(file.path.substr(folder.size()))] = file.bytes;
  }
  return found;
}

std::vector<std::string> all_matches(std::string_view bytes, const char* pattern) {
  const std::string text(bytes);
  const std::regex expression(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at)
    found.push_back((*at)[1].str());
  return found;
}

/// "principle: paragraph number number table2x3", section by section.
std::vector<std::string> structure(const Page& page) {
  std::vector<std::string> lines;
  for (const PageSection& section : page.sections) {
    std::string line = std::to_string(section.level) + " " + section.id + ":";
    for (const PageBlock& block : section.blocks) {
      line.append(" ").append(key(block.kind)).append(std::to_string(block.number));
      for (const auto& row : block.rows) line.append("x").append(std::to_string(row.size()));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

TEST(Pages, AreTheSameInEveryLanguage) {
  const PagesByPath first = page_files(language_code(kAllLanguages.front()));
  EXPECT_GE(first.size(), 17U);
  for (const Language language : kAllLanguages) {
    const PagesByPath pages = page_files(language_code(language));
    ASSERT_EQ(pages.size(), first.size());
    for (const auto& [path, bytes] : pages) {
      ASSERT_TRUE(first.contains(path)) << path;
      const Page page = parse_page(bytes);
      const Page other = parse_page(first.at(path));
      EXPECT_EQ(page.id, other.id);
      EXPECT_EQ(page.related, other.related) << path;
      EXPECT_EQ(structure(page), structure(other)) << path;
    }
  }
}

TEST(Pages, HaveWhatAPageNeeds) {
  for (const Language language : kAllLanguages) {
    for (const auto& [path, bytes] : page_files(language_code(language))) {
      const Page page = parse_page(bytes);
      EXPECT_EQ(page.id + ".md", path);
      EXPECT_FALSE(page.title.empty() || page.summary.empty() || page.related.empty()) << path;
      std::set<std::string> ids;
      for (const PageSection& section : page.sections) {
        EXPECT_TRUE(ids.insert(section.id).second) << path << " has " << section.id << " twice";
        EXPECT_FALSE(section.title.empty()) << path << "#" << section.id;
        EXPECT_FALSE(section.level == 2 && section.blocks.empty() && section.id != page.sections.back().id &&
                     section.id.empty());
        for (const PageBlock& block : section.blocks)
          EXPECT_NE(block.text.empty(), block.rows.empty()) << path << "#" << section.id;
      }
    }
  }
}

TEST(Pages, HaveNoLineThatIsReadAsSomethingElse) {
  for (const Language language : kAllLanguages) {
    for (const auto& [path, bytes] : page_files(language_code(language))) {
      for (const PageSection& section : parse_page(bytes).sections) {
        for (const PageBlock& block : section.blocks)
          EXPECT_THAT(block.text, AllOf(Not(testing::StartsWith("#")), Not(testing::StartsWith(">")),
                                        Not(HasSubstr("{#")), Not(HasSubstr("```"))))
              << path << "#" << section.id;
      }
    }
  }
}

TEST(Pages, HaveFiguresThatThePolicyHas) {
  for (const Language language : kAllLanguages) {
    for (const auto& [path, bytes] : page_files(language_code(language))) {
      for (const std::string& figure : all_matches(bytes, "\\{\\{policy:([^}]*)\\}\\}"))
        EXPECT_TRUE(policy_figure(default_policy(), figure)) << path << ": " << figure;
      EXPECT_THAT(with_policy_figures(bytes, default_policy()), Not(HasSubstr("{{"))) << path;
    }
  }
}

TEST(Pages, LinkToPagesAndSectionsThatAreThere) {
  const std::vector<Topic> all = topics(default_policy());
  std::set<std::string> places;
  for (const Topic& topic : all) {
    places.insert(topic.id);
    for (const TopicSection& section : topic.sections) places.insert(topic.id + "#" + section.id);
  }
  std::size_t links = 0;
  for (const Language language : kAllLanguages) {
    for (const auto& [path, bytes] : page_files(language_code(language))) {
      for (std::string target : all_matches(bytes, "\\]\\(([^)]*)\\)")) {
        const std::size_t ending = target.find(".md");
        ASSERT_NE(ending, std::string::npos) << path << ": " << target;
        target.erase(ending, 3);
        EXPECT_TRUE(places.contains(target)) << path << ": " << target;
        ++links;
      }
      for (const std::string& related : parse_page(bytes).related)
        EXPECT_TRUE(places.contains(related)) << path << ": " << related;
    }
  }
  EXPECT_GE(links, 20U);
}

TEST(Topics, StandInReadingOrderWithTheCompetenciesLast) {
  const std::vector<Topic> all = topics(default_policy());
  ASSERT_EQ(all.size(), 17U);
  EXPECT_EQ(all.front().id, "sales-process");
  EXPECT_EQ(all[8].id, "metrics");
  for (std::size_t index = 9; index < all.size(); ++index)
    EXPECT_THAT(all[index].id, testing::StartsWith("competency-"));
}

TEST(Topics, SayWhatThePolicySays) {
  const Result<Policy> policy = load_policy("[coverage.mid]\nlow = 3.75\n", "own.toml");
  ASSERT_TRUE(policy);
  for (const Topic& topic : topics(*policy)) {
    if (topic.id != "coverage-and-categories") continue;
    const std::vector<TopicSection> phase = section_of(topic, "phase");
    ASSERT_EQ(phase.size(), 1U);
    EXPECT_EQ(phase[0].blocks.at(0).rows.at(2).at(1).in(Language::kEnglish), "3.75 ×");
    EXPECT_EQ(phase[0].blocks.at(0).rows.at(2).at(1).in(Language::kChinese), "3.75 倍");
  }
}

TEST(SectionOfATopic, HasItsParts) {
  for (const Topic& topic : topics(default_policy())) {
    EXPECT_THAT(section_of(topic, "no_such"), IsEmpty());
    if (topic.id != "objections") continue;
    const std::vector<TopicSection> five = section_of(topic, "five");
    ASSERT_EQ(five.size(), 6U);
    EXPECT_EQ(five[1].id, "too_expensive");
    EXPECT_EQ(section_of(topic, "too_expensive").size(), 1U);
  }
}

TEST(TopicLink, IsWhatThePlaybookCommandTakes) {
  EXPECT_EQ(with_topic_links("in return ([trade](negotiation.md#trade_dont_give)). See [x](y.md)"),
            "in return (trade → `negotiation#trade_dont_give`). See x → `y`");
  EXPECT_EQ(with_topic_links("[ ] a [b] (c) [d](e) [f](g.md"), "[ ] a [b] (c) [d](e) [f](g.md");
}

}  // namespace
}  // namespace ae::playbook
