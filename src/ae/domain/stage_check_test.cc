#include "ae/domain/stage_check.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

const Date kToday = *Date::from_iso("2026-02-15");

std::vector<std::string> ids(const std::vector<UnmetItem>& unmet) {
  std::vector<std::string> found;
  for (const UnmetItem& each : unmet) found.push_back(std::string(key(each.stage)) + " " + each.item->id);
  return found;
}

DealRecord deal_with(const std::string& item, Evidence evidence) {
  DealRecord deal;
  deal.evidence.push_back({item, std::move(evidence)});
  return deal;
}

ItemState state(const DealRecord& deal, std::string_view item) {
  return state_of(*gate_item(item), {&deal, {}, kToday, &default_policy()});
}

TEST(StageCheck, EveryGateOnTheWayIsAskedFor) {
  const ItemFacts nothing{nullptr, {}, kToday, &default_policy()};
  EXPECT_EQ(ids(unmet_on_the_way(Stage::kProspect, Stage::kProposal, nothing)),
            (std::vector<std::string>{"prospect meeting_scheduled", "discovery meeting_held",
                                      "discovery bant_qualified", "demo technical_fit", "demo demo_delivered",
                                      "proposal budget_approved"}));
}

TEST(StageCheck, EvidenceSaysWhatAndWhenAndMayExpire) {
  EXPECT_EQ(state(deal_with("meeting_held", {"They came", {}, kToday, {}, {}}), "meeting_held"),
            ItemState::kDone);
  EXPECT_EQ(state(deal_with("meeting_held", {"They came", {}, {}, {}, {}}), "meeting_held"),
            ItemState::kIncomplete);
  EXPECT_EQ(state(deal_with("meeting_held", {"They came", {}, kToday + -9, {}, kToday + -1}), "meeting_held"),
            ItemState::kExpired);
  EXPECT_EQ(state(deal_with("meeting_held", {"They came", {}, kToday, {}, kToday}), "meeting_held"),
            ItemState::kDone);
  EXPECT_EQ(state(DealRecord{}, "meeting_held"), ItemState::kMissing);
}

TEST(StageCheck, BantFollowsFromTheScorecardAndPaymentFromItsDate) {
  DealRecord deal;
  for (CriterionScore DealScorecard::* each :
       {&DealScorecard::budget, &DealScorecard::authority, &DealScorecard::need})
    (deal.scorecard.*each).score = 3;
  EXPECT_EQ(state(deal, "bant_qualified"), ItemState::kMissing);
  deal.scorecard.timeline.score = 3;
  EXPECT_EQ(state(deal, "bant_qualified"), ItemState::kDone);
  EXPECT_EQ(state(deal, "payment_received"), ItemState::kMissing);
  deal.paid_date = kToday;
  EXPECT_EQ(state(deal, "payment_received"), ItemState::kDone);
}

TEST(StageCheck, ReopeningFindsTheLastOpenStage) {
  DealRecord deal;
  EXPECT_EQ(last_open_stage(deal), std::nullopt);
  deal.stage_history = {{kToday, Stage::kDiscovery, Stage::kDemo, {}, {}},
                        {kToday, Stage::kDemo, Stage::kClosedLost, {}, {}}};
  EXPECT_EQ(last_open_stage(deal), Stage::kDemo);
}

TEST(Stages, AreNamedInEitherLanguage) {
  EXPECT_EQ(stage_named("demo"), Stage::kDemo);
  EXPECT_EQ(stage_named("demo/EVALUATION"), Stage::kDemo);
  EXPECT_EQ(stage_named("谈判"), Stage::kNegotiation);
  EXPECT_EQ(stage_named("unknown"), std::nullopt);
}

TEST(StageGates, HaveTheListsOfTheMethod) {
  ASSERT_EQ(stage_gates().size(), 6U);
  std::size_t items = 0;
  for (const StageGate& gate : stage_gates()) {
    EXPECT_FALSE(gate.lists[GateList::kEntry].empty());
    EXPECT_FALSE(gate.lists[GateList::kExit].empty());
    items += gate.lists[GateList::kChecklist].size();
  }
  EXPECT_EQ(items, 22U);
}

}  // namespace
}  // namespace ae
