#include "ae/domain/open_targets.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace ae {
namespace {

MeddicFacts facts_of(const DealRecord* deal) {
  return {deal, {}, false, {}, *Date::from_iso("2026-02-15"), &default_policy()};
}

DealRecord in_discovery() {
  DealRecord deal;
  deal.stage = Stage::kDiscovery;
  return deal;
}

bool is_open(const DealRecord& deal, std::string_view target) {
  const auto open = open_targets(facts_of(&deal));
  return std::any_of(open.begin(), open.end(), [&](const OpenTarget& each) { return each.target == target; });
}

TEST(OpenTargets, AreTheGapsTheWeakCriteriaAndTheItemsUpToTheNextEntry) {
  DealRecord deal = in_discovery();
  EXPECT_TRUE(is_open(deal, "meddic.metrics"));
  EXPECT_FALSE(is_open(deal, "meddic.champion"));  // expected by Proposal
  EXPECT_TRUE(is_open(deal, "scorecard.budget"));
  EXPECT_TRUE(is_open(deal, "stage.icp_match"));
  EXPECT_TRUE(is_open(deal, "stage.technical_fit"));
  EXPECT_FALSE(is_open(deal, "stage.demo_delivered"));
  EXPECT_FALSE(is_open(deal, "stage.bant_qualified"));
  deal.scorecard.budget.score = 3;
  EXPECT_FALSE(is_open(deal, "scorecard.budget"));
  deal.scorecard.budget.score = 2;
  EXPECT_TRUE(is_open(deal, "scorecard.budget"));
  deal.stage = Stage::kClosedLost;
  EXPECT_TRUE(open_targets(facts_of(&deal)).empty());
}

TEST(QuestionsThatClearMost, NoTwoClearTheSameTarget) {
  const DealRecord deal = in_discovery();
  const std::vector<NextQuestion> next = questions_that_clear_most(facts_of(&deal), 3);
  ASSERT_EQ(next.size(), 3U);
  std::vector<std::string> cleared;
  for (const NextQuestion& each : next) cleared.insert(cleared.end(), each.clears.begin(), each.clears.end());
  std::sort(cleared.begin(), cleared.end());
  EXPECT_EQ(std::adjacent_find(cleared.begin(), cleared.end()), cleared.end());
}

TEST(QuestionsThatClearMost, WhatWasAnsweredIsNotAskedAgain) {
  DealRecord deal = in_discovery();
  const DiscoveryQuestion* first = questions_that_clear_most(facts_of(&deal), 1)[0].question;
  deal.discovery.push_back(
      {first->id, Date::from_iso("2026-02-10"), "They told us", "Dana Wu", {}, {}, {}, {}, {}});
  for (const NextQuestion& each : questions_that_clear_most(facts_of(&deal), 100))
    EXPECT_NE(each.question, first);
}

TEST(QuestionsThatClearMost, EverythingThatQuestionsCanSettleIsSettledByEnoughOfThem) {
  const DealRecord deal = in_discovery();
  const auto next = questions_that_clear_most(facts_of(&deal), 100);
  EXPECT_LT(next.size(), 20U);
  for (const NextQuestion& each : next) EXPECT_FALSE(each.clears.empty());
}

TEST(QuestionsThatClearMost, AskTheSameWithoutADealAsInAnEmptyOneInDiscovery) {
  const DealRecord deal = in_discovery();
  const auto with = questions_that_clear_most(facts_of(&deal), 3);
  const auto without = questions_that_clear_most(facts_of(nullptr), 3);
  ASSERT_EQ(with.size(), without.size());
  for (std::size_t index = 0; index < with.size(); ++index)
    EXPECT_EQ(with[index].question, without[index].question);
}

}  // namespace
}  // namespace ae
