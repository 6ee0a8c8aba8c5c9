#include "ae/playbook/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/playbook/excerpt.h"

namespace ae::playbook {
namespace {

using testing::Contains;
using testing::Each;
using testing::HasSubstr;

Found found(std::string_view query, std::size_t limit = 20) {
  return find(topics(default_policy()), query, limit);
}

std::vector<std::string> topics_with(std::string_view query) {
  std::vector<std::string> ids;
  for (const Hit& hit : found(query, 1000).hits) ids.push_back(hit.topic);
  return ids;
}

/// "topic#section" of the best hit.
std::string best(std::string_view query) {
  const Found all = found(query);
  if (all.hits.empty()) return {};
  return all.hits.front().topic + "#" + all.hits.front().section.value_or("");
}

TEST(Search, FindsTwoCharacterWords) {
  EXPECT_THAT(topics_with("预算"), Contains("discovery"));
  EXPECT_THAT(topics_with("异议"), Contains("objections"));
  EXPECT_EQ(best("谈判"), "negotiation#");
  EXPECT_THAT(topics_with("价"), Contains("negotiation"));
}

TEST(Search, FindsEnglishWordsInAnyForm) {
  EXPECT_THAT(topics_with("walk away"), Contains("negotiation"));
  EXPECT_EQ(topics_with("objection"), topics_with("Objections"));
  EXPECT_EQ(topics_with("discounting").size(), topics_with("discounts").size());
  EXPECT_EQ(best("forecast"), "forecasting#");
}

TEST(Search, PutsTitlesAndHeadingsFirst) {
  EXPECT_EQ(best("too expensive"), "objections#too_expensive");
  EXPECT_EQ(best("太贵"), "objections#too_expensive");
  EXPECT_EQ(best("coverage"), "coverage-and-categories#");
}

TEST(Search, ShowsThePassageInEveryLanguage) {
  const Hit hit = found("MEDDIC").hits.at(0);
  EXPECT_FALSE(hit.excerpt.in(Language::kEnglish).empty());
  EXPECT_FALSE(hit.excerpt.in(Language::kChinese).empty());
}

TEST(Search, ForWordsThatNoPlaceHasAllOfShowsThoseWithMost) {
  const Found some = found("negotiation zeppelin");
  EXPECT_FALSE(some.all_words);
  EXPECT_GT(some.total, 0);
  EXPECT_TRUE(found("negotiation").all_words);
}

TEST(Search, OfNothingFindsNothing) {
  EXPECT_EQ(found("zeppelin").total, 0);
  EXPECT_EQ(found("").total, 0);
  EXPECT_EQ(found("？！").total, 0);
}

TEST(Search, CountsWhatItDoesNotList) {
  const Found few = found("deal", 3);
  EXPECT_EQ(few.hits.size(), 3U);
  EXPECT_GT(few.total, 20);
}

TEST(Excerpt, KeepsWordsWholeAroundThePlace) {
  std::string text;
  for (int word = 100; word < 200; ++word) text += "word" + std::to_string(word) + " ";
  const std::string part = excerpt(text, text.find("word150"));
  EXPECT_THAT(part, HasSubstr("word150"));
  EXPECT_TRUE(part.starts_with("…word1"));
  EXPECT_TRUE(part.ends_with("…"));
  EXPECT_LE(part.size(), 166U);
  EXPECT_EQ(excerpt("short", 3), "short");
  EXPECT_EQ(excerpt("", 0), "");
}

TEST(Excerpt, CutsChineseBetweenCharacters) {
  std::string text;
  for (int times = 0; times < 60; ++times) text += "预算决策";
  EXPECT_EQ(excerpt(text, 0), text.substr(0, 80 * 3) + "…");
}

}  // namespace
}  // namespace ae::playbook
