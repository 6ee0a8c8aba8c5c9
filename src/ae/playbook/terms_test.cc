#include "ae/playbook/terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ae::playbook {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> texts(std::string_view text) {
  std::vector<std::string> found;
  for (const Term& term : terms_of(text)) found.push_back(term.text);
  return found;
}

TEST(Terms, OfChineseArePairsOfNeighbours) {
  EXPECT_THAT(texts("预算决策者。价"), ElementsAre("预算", "算决", "决策", "策者", "价"));
  EXPECT_THAT(texts("看BANT预算"), ElementsAre("看", "bant", "预算"));
}

TEST(Terms, OfTheFormsOfAWordAreTheSame) {
  for (const auto& [one, other] :
       {std::pair("objections", "Objecting"), std::pair("negotiate", "negotiation"),
        std::pair("pricing", "price"), std::pair("stopped", "stop"), std::pair("policies", "policy"),
        std::pair("buyer's", "buyers"), std::pair("calls", "called"), std::pair("ＢＡＮＴ", "bant")})
    EXPECT_EQ(texts(one), texts(other)) << one;
  EXPECT_NE(texts("process"), texts("proceed"));
}

TEST(Terms, KnowWhereTheyStand) {
  const std::vector<Term> terms = terms_of("The 预算 walks");
  ASSERT_EQ(terms.size(), 3U);
  EXPECT_EQ(terms[1].begin, 4U);
  EXPECT_EQ(terms[1].end, 10U);
  EXPECT_EQ(terms[2].begin, 11U);
}

TEST(Terms, OfAQueryLeaveOutWhatEveryTextHas) {
  EXPECT_THAT(terms_of_query("How do I walk away?"), ElementsAre("walk", "away"));
  EXPECT_THAT(terms_of_query("who is it"), ElementsAre("who", "is", "it"));
  EXPECT_THAT(terms_of_query("discount, Discounts"), ElementsAre("discount"));
  EXPECT_THAT(terms_of_query(" ?！ "), IsEmpty());
}

TEST(Terms, AnswerWhatTheyBeginWithOrHold) {
  EXPECT_TRUE(answers("negotiat", "nego"));
  EXPECT_FALSE(answers("negotiat", "neg"));
  EXPECT_TRUE(answers("报价", "价"));
  EXPECT_FALSE(answers("报价", "价格"));
}

}  // namespace
}  // namespace ae::playbook
