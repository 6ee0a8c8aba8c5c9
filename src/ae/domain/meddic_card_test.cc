#include "ae/domain/meddic_card.h"

#include <gtest/gtest.h>

#include "ae/domain/discovery_question.h"

namespace ae {
namespace {

const Date kToday = *Date::from_iso("2026-02-15");

Date day(std::string_view iso) { return *Date::from_iso(iso); }

LetterEntry said(std::string_view confirmed, std::optional<std::string> person = {}) {
  return {LetterState::kSaid, "as they told us", std::move(person), day(confirmed)};
}

LetterStanding standing(const DealRecord& deal, MeddicLetter letter, const GivenLetters& given = {}) {
  for (LetterStanding& each : meddic_card({&deal, given, true, {}, kToday, &default_policy()})) {
    if (each.letter == letter) return each;
  }
  ADD_FAILURE() << key(letter);
  return {};
}

std::vector<MeddicLetter> gaps_in(Stage stage) {
  std::vector<MeddicLetter> gaps;
  for (const LetterStanding& each : meddic_card({nullptr, {}, false, stage, kToday, &default_policy()})) {
    if (each.is_gap) gaps.push_back(each.letter);
  }
  return gaps;
}

TEST(MeddicCard, ALetterIsAGapFromTheStageOnByWhichItIsExpected) {
  using enum MeddicLetter;
  EXPECT_TRUE(gaps_in(Stage::kProspect).empty());
  EXPECT_EQ(gaps_in(Stage::kDiscovery), (std::vector{kMetrics, kDecisionProcess, kIdentifyPain}));
  EXPECT_EQ(gaps_in(Stage::kDemo),
            (std::vector{kMetrics, kEconomicBuyer, kDecisionCriteria, kDecisionProcess, kIdentifyPain}));
  EXPECT_EQ(gaps_in(Stage::kNegotiation).size(), 6U);
  EXPECT_TRUE(gaps_in(Stage::kClosedWon).empty());
  EXPECT_EQ(meddic_card({nullptr, {}, true, {}, kToday, &default_policy()}).size(), 8U);
}

TEST(MeddicCard, ConfirmedThirtyDaysAgoIsFreshAndADayMoreIsStale) {
  DealRecord deal;
  deal.stage = Stage::kDiscovery;
  deal.meddic.metrics = said("2026-01-16");
  EXPECT_FALSE(standing(deal, MeddicLetter::kMetrics).stale);
  EXPECT_FALSE(standing(deal, MeddicLetter::kMetrics).is_gap);
  deal.meddic.metrics = said("2026-01-15");
  EXPECT_EQ(standing(deal, MeddicLetter::kMetrics).stale, Doubt::kTooOld);
  EXPECT_TRUE(standing(deal, MeddicLetter::kMetrics).is_gap);
  deal.meddic.metrics.confirmed.reset();
  EXPECT_EQ(standing(deal, MeddicLetter::kMetrics).stale, Doubt::kUndated);
  deal.meddic.metrics = said("2025-01-15");
  deal.stage = Stage::kClosedWon;
  EXPECT_FALSE(standing(deal, MeddicLetter::kMetrics).stale);
}

TEST(MeddicCard, WhatALeaverSaidIsStaleFromTheDayOn) {
  DealRecord deal;
  deal.stage = Stage::kProposal;
  deal.contacts.push_back({"Dana Wu", {}, ContactRole::kChampion, {}, {}, {}, {}, day("2026-02-15"), {}});
  deal.meddic.champion = said("2026-02-10", "Dana Wu");
  EXPECT_EQ(standing(deal, MeddicLetter::kChampion).stale, Doubt::kPersonLeft);
  deal.contacts[0].left = day("2026-02-16");
  EXPECT_FALSE(standing(deal, MeddicLetter::kChampion).stale);
}

TEST(MeddicCard, AChampionWithoutANameIsTheOneContactWithThatRole) {
  DealRecord deal;
  deal.stage = Stage::kProposal;
  deal.meddic.champion = said("2026-02-10");
  EXPECT_EQ(standing(deal, MeddicLetter::kChampion).stale, Doubt::kNobody);
  deal.contacts.push_back({"Dana Wu", {}, ContactRole::kChampion, {}, {}, {}, {}, {}, {}});
  EXPECT_EQ(standing(deal, MeddicLetter::kChampion).person, "Dana Wu");
  EXPECT_FALSE(standing(deal, MeddicLetter::kChampion).is_gap);
  deal.contacts.push_back({"Erik Sand", {}, ContactRole::kChampion, {}, {}, {}, {}, {}, {}});
  EXPECT_EQ(standing(deal, MeddicLetter::kChampion).stale, Doubt::kNobody);
}

TEST(MeddicCard, AnAnswerWithPersonAndDayCountsAsSaidAndWithANumberAsQuantified) {
  DealRecord deal;
  deal.stage = Stage::kDiscovery;
  DiscoveryEntry entry;
  entry.question = "problem_what_happens";
  entry.answer = "A night shift drives out";
  deal.discovery = {entry};
  EXPECT_EQ(standing(deal, MeddicLetter::kIdentifyPain).state, LetterState::kUnknown);
  deal.discovery[0].who = "Dana Wu";
  deal.discovery[0].asked = day("2026-02-10");
  const LetterStanding told = standing(deal, MeddicLetter::kIdentifyPain);
  EXPECT_EQ(told.state, LetterState::kSaid);
  EXPECT_EQ(told.answer, "A night shift drives out");
  EXPECT_EQ(told.person, "Dana Wu");
  EXPECT_EQ(told.confirmed, day("2026-02-10"));
  EXPECT_EQ(told.answered_in, std::vector<std::string>{"problem_what_happens"});
  EXPECT_FALSE(told.is_gap);
  deal.discovery[0].days = 2;
  EXPECT_EQ(standing(deal, MeddicLetter::kIdentifyPain).state, LetterState::kQuantified);
  deal.discovery[0].settles.emplace();
  EXPECT_EQ(standing(deal, MeddicLetter::kIdentifyPain).state, LetterState::kUnknown);
}

TEST(MeddicCard, AnAnswerConfirmsAgainWhatTheFileSays) {
  DealRecord deal;
  deal.meddic.metrics = said("2025-12-01");
  deal.meddic.metrics.state = LetterState::kQuantified;
  deal.discovery.push_back(
      {"metrics_success", day("2026-02-01"), "Half the outages", "Dana Wu", {}, {}, {}, {}, {}});
  const LetterStanding metrics = standing(deal, MeddicLetter::kMetrics);
  EXPECT_EQ(metrics.state, LetterState::kQuantified);
  EXPECT_EQ(metrics.answer, "as they told us");
  EXPECT_EQ(metrics.confirmed, day("2026-02-01"));
  EXPECT_FALSE(metrics.stale);
}

TEST(MeddicCard, AStateGivenBesideTheDealStandsInItsPlace) {
  DealRecord deal;
  deal.stage = Stage::kProposal;
  deal.meddic.champion = said("2025-12-01");
  GivenLetters given;
  given[MeddicLetter::kChampion] = LetterState::kAssumed;
  EXPECT_EQ(standing(deal, MeddicLetter::kChampion, given).state, LetterState::kAssumed);
  given[MeddicLetter::kChampion] = LetterState::kSaid;
  EXPECT_FALSE(standing(deal, MeddicLetter::kChampion, given).is_gap);
}

TEST(MeddicCard, TheNextQuestionIsTheFirstThatWasNotAsked) {
  DealRecord deal;
  EXPECT_EQ(next_question(MeddicLetter::kChampion, &deal), "champion_advocate");
  deal.discovery.emplace_back().question = "champion_advocate";
  EXPECT_EQ(next_question(MeddicLetter::kChampion, &deal), "champion_others");
  for (const std::string_view id : question_ids()) deal.discovery.emplace_back().question = id;
  deal.discovery.back().question = "competition_options";
  EXPECT_EQ(next_question(MeddicLetter::kChampion, &deal), std::nullopt);
}

TEST(MeddicCard, TheEconomicBuyerAndTheChampionHaveToBeContacts) {
  DealRecord deal;
  deal.meddic.champion.person = deal.meddic.economic_buyer.person = deal.meddic.metrics.person = "Dana Wu";
  std::vector<std::string> paths;
  for (const DealFault& fault : faults_of(deal, default_policy(), kToday)) paths.push_back(fault.path);
  EXPECT_EQ(paths, (std::vector<std::string>{"meddic.economic_buyer.person", "meddic.champion.person"}));
  deal.contacts.emplace_back().name = "Dana Wu";
  EXPECT_TRUE(faults_of(deal, default_policy(), kToday).empty());
}

}  // namespace
}  // namespace ae
