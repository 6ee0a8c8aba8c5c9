#include "ae/domain/discovery_answers.h"

#include <set>

#include <gtest/gtest.h>

#include "ae/domain/discovery_question.h"
#include "ae/domain/stage_check.h"

namespace ae {
namespace {

const Date kToday = *Date::from_iso("2026-02-15");

DiscoveryEntry answer(std::string question, std::string_view asked) {
  return {std::move(question), Date::from_iso(asked), "In the plan", "Dana Wu", {}, {}, {}, {}, {}};
}

ItemState state(const DealRecord& deal, std::string_view item) {
  return state_of(*gate_item(item), {&deal, {}, kToday, &default_policy()});
}

TEST(DiscoveryQuestions, EveryTargetAndGroupIsOneThatTheMethodHas) {
  std::set<std::string_view> ids;
  for (const std::string_view id : question_ids()) EXPECT_TRUE(ids.insert(id).second) << id << " twice";
  for (const DiscoveryQuestion& question : discovery_questions()) {
    EXPECT_FALSE(question.fills.empty()) << question.id;
    for (const std::string& target : question.fills) {
      const std::size_t dot = target.find('.');
      const std::string kind = target.substr(0, dot), rest = target.substr(dot + 1);
      const bool is_known =
          (kind == "meddic" && enumerator_of_key<MeddicLetter>(rest) != MeddicLetter::kCount) ||
          (kind == "scorecard" && enumerator_of_key<Criterion>(rest) != Criterion::kCount) ||
          (kind == "stage" && gate_item(rest) != nullptr);
      EXPECT_TRUE(is_known) << question.id << " " << target;
    }
  }
}

TEST(DiscoveryAnswers, AnAnswerWithPersonAndDayIsEvidenceForWhatItsQuestionFills) {
  DealRecord deal;
  deal.discovery = {answer("economic_buyer_amount", "2026-02-10")};
  EXPECT_EQ(state(deal, "budget_confirmed"), ItemState::kDone);
  EXPECT_EQ(state(deal, "timeline_established"), ItemState::kMissing);
  const std::optional<Evidence> evidence = evidence_in_answers(deal, "budget_confirmed");
  EXPECT_EQ(evidence->what, "In the plan");
  EXPECT_EQ(evidence->who, "Dana Wu");
  EXPECT_EQ(evidence->reference, "discovery.economic_buyer_amount");
  deal.discovery[0].who.reset();
  EXPECT_EQ(state(deal, "budget_confirmed"), ItemState::kMissing);
  deal.discovery = {answer("economic_buyer_amount", "2026-02-10")};
  deal.discovery[0].asked.reset();
  EXPECT_EQ(state(deal, "budget_confirmed"), ItemState::kMissing);
}

TEST(DiscoveryAnswers, AnAnswerSettlesOnlyWhatItListsWhereItListsAnything) {
  DealRecord deal;
  deal.discovery = {answer("economic_buyer_amount", "2026-02-10")};
  deal.discovery[0].settles = {"stage.budget_confirmed"};
  EXPECT_EQ(state(deal, "budget_confirmed"), ItemState::kDone);
  EXPECT_EQ(state(deal, "budget_approved"), ItemState::kMissing);
  deal.discovery[0].settles = std::vector<std::string>{};
  EXPECT_EQ(state(deal, "budget_confirmed"), ItemState::kMissing);
}

TEST(DiscoveryAnswers, OfAQuestionAskedTwiceTheLatestAnswerCountsAlone) {
  DealRecord deal;
  deal.discovery = {answer("economic_buyer_amount", "2026-02-10"),
                    answer("economic_buyer_amount", "2026-01-10")};
  EXPECT_EQ(counting_answers(deal).size(), 1U);
  EXPECT_EQ(counting_answers(deal)[0], deal.discovery.data());
  deal.discovery[0].settles.emplace();
  EXPECT_EQ(state(deal, "budget_confirmed"), ItemState::kMissing);
  deal.discovery[1].asked = deal.discovery[0].asked;
  EXPECT_EQ(counting_answers(deal)[0], &deal.discovery[1]);
}

TEST(DiscoveryAnswers, ExpiredEvidenceIsRenewedOnlyByALaterAnswer) {
  DealRecord deal;
  const Date expiry = *Date::from_iso("2026-01-31");
  deal.evidence = {{"budget_confirmed", {"Was in the plan", {}, Date::from_iso("2026-01-12"), {}, expiry}}};
  deal.discovery = {answer("economic_buyer_amount", "2026-01-31")};
  EXPECT_EQ(state(deal, "budget_confirmed"), ItemState::kExpired);
  deal.discovery = {answer("economic_buyer_amount", "2026-02-01")};
  EXPECT_EQ(state(deal, "budget_confirmed"), ItemState::kDone);
}

TEST(DiscoveryAnswers, WhatFollowsFromTheScorecardIsNotSettledByAnAnswer) {
  DealRecord deal;
  for (const DiscoveryQuestion& question : discovery_questions())
    deal.discovery.push_back(answer(question.id, "2026-02-10"));
  EXPECT_EQ(state(deal, "bant_qualified"), ItemState::kMissing);
  EXPECT_EQ(state(deal, "payment_received"), ItemState::kMissing);
}

TEST(DiscoveryLog, UnknownQuestionsTargetsAndNumbersAreFaultsWithTheirPlace) {
  DealRecord deal;
  DiscoveryEntry slip = answer("impact_cost_eech", "2026-03-10");
  DiscoveryEntry odd = answer("impact_cost_each", "2026-02-10");
  odd.settles = {"meddic.champion"};
  odd.days = 0;
  odd.per_year = 10'001;
  deal.discovery = {slip, odd};
  std::vector<std::pair<std::string, std::string>> found;
  for (const DealFault& fault : faults_of(deal, default_policy(), kToday))
    found.emplace_back(fault.path, fault.code);
  EXPECT_EQ(found, (std::vector<std::pair<std::string, std::string>>{
                       {"discovery.0.question", "deal_unknown_question"},
                       {"discovery.0.asked", "deal_date_in_future"},
                       {"discovery.1.settles.0", "deal_unknown_target"},
                       {"discovery.1.days", "deal_count_out_of_range"},
                       {"discovery.1.per_year", "deal_count_out_of_range"}}));
}

}  // namespace
}  // namespace ae
