#include "ae/domain/objection_search.h"

#include <gtest/gtest.h>

#include "ae/domain/spoken_terms.h"

namespace ae {
namespace {

std::vector<std::string> terms(std::string_view said) {
  std::vector<std::string> texts;
  for (const SpokenTerm& term : spoken_terms(said)) texts.push_back(term.text);
  return texts;
}

std::string best(std::string_view said) {
  const std::vector<ObjectionMatch> matches = find_objections(said);
  return matches.empty() ? "nothing" : matches.front().objection->id;
}

TEST(SpokenTerms, AreWordsAndPairsOfNeighbouringChineseCharacters) {
  EXPECT_EQ(terms("That's TOO expensive, too"), (std::vector<std::string>{"thats", "too", "expensive"}));
  EXPECT_EQ(terms("That’s 太贵了！贵"), (std::vector<std::string>{"thats", "太贵", "贵了", "贵"}));
  EXPECT_EQ(terms("ERP系统 für 3"), (std::vector<std::string>{"erp", "系统", "für", "3"}));
  EXPECT_EQ(terms(" …'\xFF"), std::vector<std::string>{});
}

TEST(SpokenTerms, AreFoundInOtherFormsFromFourLettersOn) {
  EXPECT_TRUE(is_found_in({"cheap", false}, {"cheaper", false}));
  EXPECT_TRUE(is_found_in({"discounts", false}, {"discount", false}));
  EXPECT_FALSE(is_found_in({"plant", false}, {"plan", false}));
  EXPECT_FALSE(is_found_in({"too", false}, {"tools", false}));
  EXPECT_TRUE(is_found_in({"贵", true}, {"太贵", true}));
  EXPECT_FALSE(is_found_in({"太贵", true}, {"贵了", true}));
}

TEST(ObjectionSearch, FindsEveryObjectionByEverySentenceItIsHeardIn) {
  for (const Objection& each : objections()) {
    for (const Text& sentence : each.heard) {
      for (const Language language : kAllLanguages)
        EXPECT_EQ(best(sentence.in(language)), each.id) << sentence.in(language);
    }
  }
}

TEST(ObjectionSearch, FindsEveryObjectionByItsName) {
  for (const Objection& each : objections()) {
    for (const Language language : kAllLanguages)
      EXPECT_EQ(best(each.name.in(language)), each.id) << each.name.in(language);
  }
}

TEST(ObjectionSearch, FindsTwoChineseCharacters) {
  EXPECT_EQ(best("太贵"), "too_expensive");
  EXPECT_EQ(best("预算"), "no_budget");
  EXPECT_EQ(best("考虑"), "think_about_it");
  EXPECT_EQ(best("时机"), "bad_timing");
  EXPECT_EQ(best("资料"), "send_information");
  EXPECT_EQ(best("迁移"), "implementation_effort");
}

TEST(ObjectionSearch, FindsWhatIsSaidInOtherWords) {
  EXPECT_EQ(best("honestly, this is way too expensive for a plant like ours"), "too_expensive");
  EXPECT_EQ(best("your competitor quoted us a cheaper offer"), "competitor_cheaper");
  EXPECT_EQ(best("our budget for this year is gone"), "no_budget");
  EXPECT_EQ(best("let me think it over"), "think_about_it");
  EXPECT_EQ(best("贵公司的报价比竞争对手高，对方更便宜"), "competitor_cheaper");
  EXPECT_EQ(best("领导说今年没预算了"), "no_budget");
}

TEST(ObjectionSearch, SaysNothingWhereNothingTells) {
  EXPECT_EQ(best("hello"), "nothing");
  EXPECT_EQ(best("你好"), "nothing");
  EXPECT_EQ(best("is it to the"), "nothing");
  EXPECT_EQ(best(""), "nothing");
}

TEST(ObjectionSearch, MatchesComeBestFirstWithSharesOfWhatWasSaid) {
  const std::vector<ObjectionMatch> matches = find_objections("too expensive, no budget");
  ASSERT_GE(matches.size(), 2U);
  for (std::size_t each = 1; each < matches.size(); ++each)
    EXPECT_GE(matches[each - 1].share, matches[each].share);
  EXPECT_LE(matches.size(), 5U);
  EXPECT_EQ(find_objections("太贵了。").front().share, Ratio::of_units(Ratio::kOne));
  EXPECT_EQ(find_objections("太贵了。").front().closest.in(Language::kEnglish), "That's too expensive.");
  EXPECT_EQ(close_matches({}), 0U);
}

TEST(ObjectionSearch, IsWeakWhereLessThanHalfIsFoundAgain) {
  EXPECT_TRUE(is_weak(find_objections("今天天气不错")));
  EXPECT_FALSE(is_weak(find_objections("太贵")));
  EXPECT_FALSE(is_weak({}));
}

TEST(ObjectionSearch, NearIdsAreSlipsOrSoundAlike) {
  EXPECT_EQ(near_objections("too_expensiv"), std::vector<std::string>{"too_expensive"});
  EXPECT_EQ(near_objections("discount").front(), "want_discount_now");
  EXPECT_TRUE(near_objections("qqqq").empty());
}

TEST(Objections, EachHasAllItsParts) {
  EXPECT_GE(objections().size(), 5U);
  for (const Objection& each : objections()) {
    EXPECT_EQ(objection(each.id), &each);
    EXPECT_FALSE(each.heard.empty() || each.probing.empty() || each.proof.empty() || each.avoid.empty());
  }
  EXPECT_EQ(objection_named("Too Expensive"), objection("too_expensive"));
  EXPECT_EQ(objection_named("太贵了"), objection("too_expensive"));
  EXPECT_EQ(objection_named("nothing"), nullptr);
}

}  // namespace
}  // namespace ae
