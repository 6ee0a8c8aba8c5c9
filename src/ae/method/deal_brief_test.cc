#include "ae/method/deal_brief.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace ae::method {
namespace {

const Date kToday = *Date::from_ymd(2026, 2, 15);
const Currency kDollars = *Currency::from_code("USD");

DealRecord in_discovery() {
  DealRecord deal;
  deal.name = "Crane";
  deal.account = "Harbor";
  deal.stage = Stage::kDiscovery;
  deal.currency = kDollars;
  deal.amount = Money{100'000'00, kDollars};
  deal.close_date = Date::from_ymd(2026, 3, 1);
  DealContact contact;
  contact.name = "Sara Holm";
  contact.last_contact = Date::from_ymd(2026, 2, 5);
  deal.contacts.push_back(contact);
  return deal;
}

DealObjection said(const std::string& id, std::optional<ObjectionOutcome> outcome) {
  return {*Date::from_ymd(2026, 2, 1), id, "Too much", std::nullopt, outcome};
}

DealBrief brief_of(const DealRecord& deal) {
  return brief(deal, usual_purpose(deal.stage), default_policy(), kToday);
}

TEST(DealBrief, AnOpenDealIsBriefedForACallAndAWonOneForAHandoff) {
  EXPECT_EQ(usual_purpose(Stage::kNegotiation), BriefPurpose::kCall);
  EXPECT_EQ(usual_purpose(Stage::kClosedLost), BriefPurpose::kCall);
  EXPECT_EQ(usual_purpose(Stage::kClosedWon), BriefPurpose::kHandoff);
}

TEST(DealBrief, DaysAreCountedFromTheAsOfDate) {
  const DealBrief page = brief_of(in_discovery());
  EXPECT_EQ(page.days_to_close, 14);
  EXPECT_EQ(page.people.at(0).days_since_contact, 10);
  DealRecord won = in_discovery();
  won.stage = Stage::kClosedWon;
  EXPECT_FALSE(brief_of(won).days_to_close.has_value()) << "a closed deal does not close again";
}

TEST(DealBrief, NothingScoredCanStillComeToAnything) {
  const DealBrief page = brief_of(in_discovery());
  EXPECT_EQ(page.scored, 0);
  EXPECT_EQ(page.score_min, 6);
  EXPECT_EQ(page.score_max, 30);
  EXPECT_EQ(page.score_most, 30);
  EXPECT_FALSE(page.band.has_value());
}

TEST(DealBrief, ACallHasTheObjectionsThatAreOpenAndAHandoffAll) {
  DealRecord deal = in_discovery();
  deal.objections = {said("too_expensive", ObjectionOutcome::kProgress),
                     said("bad_timing", ObjectionOutcome::kStalled), said("think_about_it", std::nullopt)};
  EXPECT_EQ(brief_of(deal).objections.size(), 2U);
  deal.stage = Stage::kClosedWon;
  EXPECT_EQ(brief_of(deal).objections.size(), 3U);
}

TEST(DealBrief, WhatTheFileDoesNotSayIsNamed) {
  const std::vector<std::string> blanks = brief_of(in_discovery()).blanks;
  EXPECT_EQ(blanks, std::vector<std::string>{"next_step"});
}

TEST(DealBrief, AHandoffNamesWhatIsOpenOfClosedWon) {
  DealRecord won = in_discovery();
  won.stage = Stage::kClosedWon;
  won.paid_date = Date::from_ymd(2026, 2, 14);
  const DealBrief page = brief_of(won);
  const auto missing = [&](const std::string& item) {
    return std::any_of(page.missing.begin(), page.missing.end(),
                       [&](const CheckedItem& each) { return each.item == item; });
  };
  EXPECT_TRUE(missing("customer_success_handoff"));
  EXPECT_FALSE(missing("payment_received"));
  EXPECT_TRUE(page.ask.empty()) << "nothing is asked of who has bought";
}

}  // namespace
}  // namespace ae::method
