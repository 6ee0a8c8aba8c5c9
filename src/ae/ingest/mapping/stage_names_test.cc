#include "ae/ingest/mapping/stage_names.h"

#include <gtest/gtest.h>

#include "ae/ingest/mapping/deal_state.h"
#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/mapping/preset.h"

namespace ae::ingest {
namespace {

Stage stage_named(std::string_view name) { return StageNames({}).find(name); }

TEST(StageNames, KeysAndNamesOfTheMethodInBothLanguages) {
  for (const Stage stage : enumerators<Stage>()) {
    if (stage == Stage::kUnknown) continue;
    EXPECT_EQ(stage_named(key(stage)), stage);
    for (const Language language : kAllLanguages) EXPECT_EQ(stage_named(name(stage).in(language)), stage);
  }
}

TEST(StageNames, ClearSynonyms) {
  EXPECT_EQ(stage_named("Prospecting"), Stage::kProspect);
  EXPECT_EQ(stage_named("Qualification"), Stage::kDiscovery);
  EXPECT_EQ(stage_named("Needs Analysis"), Stage::kDiscovery);
  EXPECT_EQ(stage_named("Evaluation"), Stage::kDemo);
  EXPECT_EQ(stage_named("Demo"), Stage::kDemo);
  EXPECT_EQ(stage_named("Id. Decision Makers"), Stage::kDemo);
  EXPECT_EQ(stage_named("Proposal/Price Quote"), Stage::kProposal);
  EXPECT_EQ(stage_named("Negotiation/Review"), Stage::kNegotiation);
  EXPECT_EQ(stage_named("Closed/Won"), Stage::kClosedWon);
  EXPECT_EQ(stage_named(" closed-won "), Stage::kClosedWon);
  EXPECT_EQ(stage_named("closedlost"), Stage::kClosedLost);
  EXPECT_EQ(stage_named("赢单"), Stage::kClosedWon);
  EXPECT_EQ(stage_named("输单"), Stage::kClosedLost);
}

TEST(StageNames, HubSpotsFiveOpenStagesInOrder) {
  const std::vector<std::string> names{"appointmentscheduled", "qualifiedtobuy", "presentationscheduled",
                                       "decisionmakerboughtin", "contractsent"};
  for (std::size_t at = 0; at < names.size(); ++at) EXPECT_EQ(stage_named(names[at]), kOpenStages[at]);
}

TEST(StageNames, UnclearNamesStayUnknown) {
  for (const char* name : {"Engaging", "On Hold", "Closed", "Open", "", "3", "Won?Lost"}) {
    EXPECT_EQ(stage_named(name), Stage::kUnknown) << name;
  }
}

TEST(StageNames, NameOfThePipelineBehindTheStage) {
  EXPECT_EQ(stage_named("Closed won (Sales Pipeline)"), Stage::kClosedWon);
  EXPECT_EQ(stage_named("Closed won (maybe)"), Stage::kUnknown);
}

TEST(StageNames, NumberBeforeTheStage) {
  EXPECT_EQ(stage_named("4 - Proposal"), Stage::kProposal);
  EXPECT_EQ(stage_named("04. Proposal"), Stage::kProposal);
  EXPECT_EQ(stage_named("1-Prospecting (Sales Pipeline)"), Stage::kProspect);
  EXPECT_EQ(stage_named("2 Godot"), Stage::kUnknown);
  EXPECT_EQ(stage_named("2026 Proposal"), Stage::kUnknown);
  EXPECT_EQ(stage_named("50% Proposal"), Stage::kUnknown);
}

TEST(StageNames, WhatTheUserSaysGoesFirst) {
  const StageNames stages({{"Engaging ", Stage::kDemo}, {"evaluation", Stage::kProposal}});
  EXPECT_EQ(stages.find("ENGAGING"), Stage::kDemo);
  EXPECT_EQ(stages.find("Evaluation"), Stage::kProposal);
}

TEST(Preset, CategoriesInBothLanguages) {
  const auto& known = generic_preset().categories;
  const auto category = [&](std::string_view name) { return known.at(normalised_name(name)); };
  EXPECT_EQ(category("Commit"), ForecastCategory::kCommit);
  EXPECT_EQ(category("BestCase"), ForecastCategory::kBestCase);
  EXPECT_EQ(category("Best Case"), ForecastCategory::kBestCase);
  EXPECT_EQ(category("确定成交"), ForecastCategory::kCommit);
  EXPECT_EQ(category("Omitted"), ForecastCategory::kOmitted);
}

TEST(DealState, SourceGoesBeforeStage) {
  EXPECT_EQ(deal_state(Stage::kDemo, true, true), DealState::kWon);
  EXPECT_EQ(deal_state(Stage::kUnknown, true, false), DealState::kLost);
  EXPECT_EQ(deal_state(Stage::kClosedWon, false, std::nullopt), DealState::kOpen);
  EXPECT_EQ(deal_state(Stage::kDemo, std::nullopt, true), DealState::kWon);
  EXPECT_EQ(deal_state(Stage::kClosedLost, true, std::nullopt), DealState::kLost);
  EXPECT_EQ(deal_state(Stage::kClosedLost, std::nullopt, false), DealState::kLost);
  EXPECT_EQ(deal_state(Stage::kProposal, std::nullopt, std::nullopt), DealState::kOpen);
}

TEST(DealState, ContradictionsHaveNone) {
  EXPECT_EQ(deal_state(Stage::kClosedWon, false, true), std::nullopt);
  EXPECT_EQ(deal_state(Stage::kUnknown, true, std::nullopt), std::nullopt);
  EXPECT_EQ(deal_state(Stage::kClosedWon, std::nullopt, false), std::nullopt);
}

}  // namespace
}  // namespace ae::ingest
