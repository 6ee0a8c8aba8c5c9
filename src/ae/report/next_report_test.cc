#include "ae/report/next_report.h"

#include <gtest/gtest.h>

#include "ae/report/deals_for_test.h"

namespace ae::report {
namespace {

/// Nothing is wrong with it on 2026-02-15.
Deal sound(const std::string& name, Stage stage, std::int64_t cents) {
  Deal deal;
  deal.name = name;
  deal.stage = stage;
  deal.amount = cents;
  deal.close = "2026-03-31";
  deal.created = "2026-01-20";
  deal.stage_since = "2026-02-10";
  deal.last_activity = "2026-02-13";
  deal.next_step = "Call on Monday";
  deal.next_step_date = "2026-02-16";
  deal.contacts = "3";
  deal.owner = "Ana";
  return deal;
}

NextResult next(const std::vector<Deal>& deals) {
  return report_on<NextReport>(deals, scope_at("2026-02-15"));
}

const NextAction& first(const NextResult& result) { return result.owners.at(0).actions.at(0); }

TEST(Next, ADealInGoodOrderIsWorthWhatItsNextStageAdds) {
  const NextResult result = next({sound("Crane", Stage::kDemo, 100'000'00)});
  EXPECT_EQ(first(result).rule, ActionRule::kAdvance);
  EXPECT_EQ(first(result).worth->minor, 20'000'00) << "60 % of Proposal less 40 % of Demo";
  EXPECT_TRUE(first(result).also.empty());
  EXPECT_EQ(NextReport::findings(result), 0);
}

TEST(Next, ABrokenRuleIsWorthTheDealsWeightInTheForecast) {
  Deal deal = sound("Crane", Stage::kProposal, 100'000'00);
  deal.last_activity = "2026-01-10";
  const NextResult result = next({deal});
  EXPECT_EQ(first(result).rule, ActionRule::kNoRecentActivity);
  EXPECT_EQ(first(result).worth->minor, 60'000'00);
  EXPECT_EQ(first(result).why.in(Language::kEnglish), "36 days, limit 14");
  EXPECT_EQ(NextReport::findings(result), 1);
}

TEST(Next, TheMostUrgentRuleSpeaksAndTheOthersAreNamed) {
  Deal deal = sound("Crane", Stage::kProposal, 100'000'00);
  deal.close = "2026-02-01";
  deal.next_step = "";
  deal.contacts = "1";
  const NextResult result = next({deal});
  EXPECT_EQ(first(result).rule, ActionRule::kCloseDatePast);
  EXPECT_EQ(first(result).why.in(Language::kEnglish), "14 days ago");
  EXPECT_EQ(first(result).also, (std::vector{ActionRule::kNextStepMissing, ActionRule::kSingleThreaded}));
}

TEST(Next, OneContactIsTooFewFromTheDemoOn) {
  Deal early = sound("Early", Stage::kDiscovery, 100'00), late = sound("Late", Stage::kDemo, 1'000'00);
  early.contacts = late.contacts = "1";
  const NextResult result = next({early, late});
  EXPECT_EQ(result.owners[0].actions[0].rule, ActionRule::kSingleThreaded);
  EXPECT_EQ(result.owners[0].actions[1].rule, ActionRule::kAdvance);
}

TEST(Next, ANextStepOfYesterdayHasToBeFollowedUp) {
  Deal deal = sound("Crane", Stage::kDemo, 100'00);
  deal.next_step_date = "2026-02-14";
  EXPECT_EQ(first(next({deal})).rule, ActionRule::kNextStepPast);
  EXPECT_EQ(first(next({deal})).why.in(Language::kEnglish), "1 day ago");
  deal.next_step_date = "2026-02-15";
  EXPECT_EQ(first(next({deal})).rule, ActionRule::kAdvance) << "today is not past";
}

TEST(Next, AnAmountThatIsNotKnownIsWorthNothingKnownAndStillCounted) {
  Deal deal = sound("Crane", Stage::kDemo, table::kNoAmount);
  const NextResult result = next({deal, sound("Pump", Stage::kDemo, 1'00)});
  EXPECT_EQ(result.owners[0].actions[1].rule, ActionRule::kAmountMissing);
  EXPECT_FALSE(result.owners[0].actions[1].worth.has_value());
  EXPECT_EQ(result.rules[0].count, 1);
  EXPECT_FALSE(result.rules[0].worth.has_value());
}

TEST(Next, EveryOwnerHasTheTwentyWorthMost) {
  std::vector<Deal> deals;
  for (int count = 1; count <= 30; ++count)
    deals.push_back(sound("Deal " + std::to_string(count), Stage::kDemo, count * 100'00));
  Deal other = sound("Other", Stage::kDemo, 1'00);
  other.owner = "Ben";
  deals.push_back(other);
  const NextResult result = next(deals);
  ASSERT_EQ(result.owners.size(), 2U);
  EXPECT_EQ(*result.owners[0].owner, "Ana");
  EXPECT_EQ(result.owners[0].deals, 30);
  ASSERT_EQ(result.owners[0].actions.size(), NextReport::kActionsKept);
  EXPECT_EQ(*result.owners[0].actions.front().name, "Deal 30");
  EXPECT_EQ(*result.owners[0].actions.back().name, "Deal 11");
}

TEST(Next, CurrenciesAreNotRankedAgainstEachOther) {
  Deal euros = sound("Euros", Stage::kDemo, 5'00);
  euros.currency = "EUR";
  Scope scope = scope_at("2026-02-15");
  scope.currency = std::nullopt;
  std::vector<Note> notes;
  const auto result = report_on<NextReport>({sound("Dollars", Stage::kDemo, 100'00), euros}, scope, &notes);
  ASSERT_EQ(result.owners.size(), 2U) << "one list for each currency";
  EXPECT_EQ(result.owners[0].actions.size(), 1U);
  EXPECT_FALSE(result.rules[0].worth.has_value());
  EXPECT_EQ(notes.front().code, "ranked_by_currency");
}

TEST(Next, ClosedDealsAskForNothing) {
  EXPECT_EQ(next({sound("Won", Stage::kClosedWon, 100'00)}).open_count, 0);
}

}  // namespace
}  // namespace ae::report
