#include "ae/domain/loss_reason.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

std::string class_of(std::string_view reason) {
  const std::optional<LossClass> found = classify_loss(reason);
  return found ? found->group->key + "/" + found->theme->key : "";
}

TEST(LossReason, PriceInAnyWordsIsPrice) {
  EXPECT_EQ(class_of("Too expensive"), "price/too_expensive");
  EXPECT_EQ(class_of("PRICE"), "price/too_expensive");
  EXPECT_EQ(class_of("价格太高"), "price/too_expensive");
}

TEST(LossReason, NoDecisionIsNotALossToACompetitor) {
  EXPECT_EQ(class_of("No decision"), "no_decision/stalled");
  EXPECT_EQ(class_of("no-decision"), "no_decision/stalled");
  EXPECT_EQ(class_of("Lost to competitor"), "competition/competitor");
}

TEST(LossReason, LostBudgetIsBudgetAndNotPrice) { EXPECT_EQ(class_of("Lost Budget"), "price/budget"); }

TEST(LossReason, LatinWordsMatchWholeWordsOnly) {
  EXPECT_EQ(class_of("Priceless"), "");
  EXPECT_EQ(class_of("latest"), "");  // holds "test"
}

TEST(LossReason, WhatNothingMatchesIsInNoGroup) {
  EXPECT_EQ(class_of("Moon phase"), "");
  EXPECT_EQ(class_of(""), "");
}

TEST(LossReason, EveryWordLeadsToItsOwnTheme) {
  for (const LossGroup& group : loss_groups()) {
    for (const LossTheme& theme : group.themes) {
      for (const std::string& word : theme.words) {
        EXPECT_EQ(class_of(word), group.key + "/" + theme.key) << word;
      }
    }
  }
}

TEST(LossReason, EveryGroupHasThemesAndKeysAreUnique) {
  std::vector<std::string> keys;
  for (const LossGroup& group : loss_groups()) {
    EXPECT_FALSE(group.themes.empty()) << group.key;
    EXPECT_EQ(find_loss_group(group.key), &group);
  }
  EXPECT_EQ(find_loss_group("weather"), nullptr);
}

TEST(LossReason, FoldingDropsCaseBlanksAndDashes) {
  EXPECT_EQ(folded_reason("  Lost_to --Competitor "), "lost to competitor");
}

}  // namespace
}  // namespace ae
