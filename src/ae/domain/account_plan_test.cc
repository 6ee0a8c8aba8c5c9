// The rules of the account plan, with the figures of its documentation.

#include <gtest/gtest.h>

#include "ae/domain/account_health.h"
#include "ae/domain/plan_changes.h"
#include "ae/domain/plan_values.h"
#include "ae/domain/whitespace.h"

namespace ae {
namespace {

const Currency kUsd = *Currency::from_code("USD");
const Date kToday = *Date::from_iso("2026-03-31");

Money usd(std::int64_t dollars) { return {dollars * 100, kUsd}; }

TEST(PlanValues, SeveralRelationsStandInOneCell) {
  const auto relations = relations_of("Economic Buyer, Champion (strong)");
  EXPECT_TRUE(relations[Relation::kEconomicBuyer]);
  EXPECT_TRUE(relations[Relation::kChampion]);
  EXPECT_FALSE(relations[Relation::kOther]);
  EXPECT_TRUE(relations_of("内部支持者、使用者")[Relation::kUser]);
  EXPECT_TRUE(relations_of("former champion")[Relation::kOther]);
  EXPECT_FALSE(relations_of("former champion")[Relation::kChampion]);
}

TEST(PlanValues, DatesAreReadInTheFormsThatPeopleWrite) {
  for (const char* words : {"2026-03-05", "2026/3/5", "2026.3.5", "2026年3月5日", " 2026-3-5 "})
    EXPECT_EQ(plan_date(words), Date::from_iso("2026-03-05")) << words;
  for (const char* words : {"", "soon", "03/05/2026", "2026-02-30", "2026-03", "2026-03-05 to 09"})
    EXPECT_EQ(plan_date(words), std::nullopt) << words;
}

TEST(PlanValues, AmountsAreReadAsTheyAreWritten) {
  EXPECT_EQ(plan_amount("USD 2,400,000"), usd(2'400'000));
  EXPECT_EQ(plan_amount("$48,000.50"), (Money{4'800'050, kUsd}));
  EXPECT_EQ(plan_amount("1100.04"), (Money{110'004, {}}));
  EXPECT_EQ(plan_amount("￥1,200"), (Money{120'000, {}}));
  for (const char* words : {"", "about 5 m", "1.2345", "12,34", "2400k", "USD"})
    EXPECT_EQ(plan_amount(words), std::nullopt) << words;
}

TEST(PlanValues, WrittenAmountsAreReadBack) {
  for (const Money amount : {usd(0), usd(7), usd(1234567), Money{-1205, kUsd},
                             Money{120, *Currency::from_code("JPY")}, Money{5, {}}}) {
    EXPECT_EQ(plan_amount(plan_words(amount)), amount) << plan_words(amount);
  }
}

AccountFacts group() {
  AccountFacts facts;
  facts.units = {"North", "South"};
  facts.unit_kind = UnitKind::kSubsidiary;
  facts.prices = {{"Inspect", usd(24'000)}, {"Edge", std::nullopt}};
  facts.has_deals = facts.has_products = true;
  const auto deal = [&](std::string product, std::size_t unit, DealState state, std::optional<Money> amount) {
    AccountDeal made;
    made.name = "deal";
    made.product = std::move(product);
    made.unit = unit;
    made.state = state;
    made.amount = amount;
    facts.deals.push_back(made);
  };
  deal("Inspect", 0, DealState::kWon, usd(96'000));
  deal("Inspect", 0, DealState::kOpen, std::nullopt);
  deal("Edge", 1, DealState::kLost, usd(9'000));
  deal("Trace", 1, DealState::kOpen, usd(36'000));
  return facts;
}

TEST(Whitespace, IsWhereNoDealIsWonOrOpen) {
  const std::vector<SpaceCell> cells = whitespace_of(group());
  ASSERT_EQ(cells.size(), 6U);  // Inspect and Edge of the list, then Trace of the deals, in two units
  EXPECT_EQ(cells[0].state, SpaceState::kCurrent);
  EXPECT_EQ(cells[0].won, usd(96'000));
  EXPECT_EQ(cells[0].open, std::nullopt);  // an open deal whose amount nobody knows
  EXPECT_EQ(cells[0].open_deals, 1);
  EXPECT_EQ(cells[1].state, SpaceState::kWhitespace);
  EXPECT_EQ(cells[1].list_price, usd(24'000));
  EXPECT_EQ(cells[3].state, SpaceState::kWhitespace);
  EXPECT_EQ(cells[3].lost_deals, 1);
  EXPECT_EQ(cells[5].state, SpaceState::kOpen);
  EXPECT_EQ(cells[5].product, "Trace");
}

TEST(Whitespace, OfAProductIsItsListPriceInEachUnit) {
  AccountFacts facts = group();
  facts.deals.clear();
  const std::vector<ProductSpace> spaces = product_spaces(whitespace_of(facts));
  ASSERT_EQ(spaces.size(), 2U);
  EXPECT_EQ(spaces[0].amount, usd(48'000));
  EXPECT_EQ(spaces[1].amount, std::nullopt);
}

AccountPlan plan_with(std::vector<PlanRow> people, std::vector<PlanRow> actions = {}) {
  AccountPlan plan;
  plan.tables[PlanPart::kRelationships].rows = std::move(people);
  plan.tables[PlanPart::kActions].rows = std::move(actions);
  return plan;
}

const HealthPart& part_of(const AccountHealth& health, HealthMeasure measure) {
  return health.parts[static_cast<std::size_t>(measure)];
}

TEST(AccountHealth, UnknownPartsDoNotCountAndTooFewGiveNoScore) {
  const AccountHealth health = health_of({}, {}, default_policy(), kToday);
  EXPECT_EQ(health.score, std::nullopt);
  EXPECT_EQ(health.known_parts, 0);
  for (const HealthPart& part : health.parts) EXPECT_EQ(part.points, std::nullopt);
}

TEST(AccountHealth, IsTheShareOfTheKnownWeight) {
  AccountFacts facts = group();
  facts.deals[1].last_activity = kToday + -30;
  const AccountPlan plan =
      plan_with({{{"Ada", "", "Champion", ""}, {}}, {{"Bo", "", "", ""}, {}}},
                {{{"call", "", "2026-03-30", ""}, {}}, {{"visit", "", "2026-04-01", "open"}, {}}});
  const AccountHealth health = health_of(plan, facts, default_policy(), kToday);
  EXPECT_EQ(part_of(health, HealthMeasure::kContacts).points, Ratio::of(2, 3));
  EXPECT_EQ(part_of(health, HealthMeasure::kEconomicBuyer).points, Ratio::of(0, 1));
  EXPECT_EQ(part_of(health, HealthMeasure::kRecentActivity).points, Ratio::of(1, 1));  // 30 days are recent
  EXPECT_EQ(part_of(health, HealthMeasure::kWinRate).points, std::nullopt);  // two closed deals of three
  EXPECT_EQ(part_of(health, HealthMeasure::kOverdueActions).points, Ratio::of(1, 2));
  // (15 × 0.6667 + 20 × 0 + 20 + 15 + 10 + 10 × 0.5) ÷ 90 = 66.67
  EXPECT_EQ(health.score, 67);
  EXPECT_EQ(health.band, HealthBand::kWatch);
}

TEST(AccountHealth, FollowsThePolicy) {
  Policy policy = default_policy();
  policy.account_plan.contacts_known = 1;
  policy.account_plan.win_rate_minimum_deals = 2;
  const AccountHealth health = health_of(plan_with({{{"Ada", "", "", ""}, {}}}), group(), policy, kToday);
  EXPECT_EQ(part_of(health, HealthMeasure::kContacts).points, Ratio::of(1, 1));
  EXPECT_EQ(part_of(health, HealthMeasure::kEconomicBuyer).points,
            std::nullopt);                                                      // no relationship is recorded
  EXPECT_EQ(part_of(health, HealthMeasure::kWinRate).points, Ratio::of(1, 1));  // 50 % of at least 25 %
}

std::vector<std::string> rules_of(const AccountPlan& plan, const AccountFacts& facts) {
  std::vector<std::string> rules;
  for (const AccountWarning& warning : warnings_of(plan, facts, kToday)) rules.push_back(warning.rule);
  return rules;
}

TEST(AccountWarnings, SayWhatToSeeTo) {
  using Rules = std::vector<std::string>;
  AccountPlan plan =
      plan_with({{{"Ada", "", "Blocker", "High"}, {}}}, {{{"call", "Bo", "2026-03-30", "open"}, {}},
                                                         {{"visit", "", "soon", ""}, {}},
                                                         {{"mail", "", "", "done"}, {}}});
  plan.tables[PlanPart::kRisks].rows = {{{"merger", ""}, {}}};
  plan.goals[PlanPart::kShortTerm] = {"renew"};
  AccountFacts facts;
  facts.deals.emplace_back();
  facts.deals.back().close_date = kToday + -1;
  EXPECT_EQ(rules_of(plan, facts),
            (Rules{"single_threaded", "strong_blocker", "no_economic_buyer", "no_champion", "overdue_deal",
                   "overdue_action", "action_without_owner", "action_without_date", "no_long_term_goal",
                   "risk_without_mitigation"}));
  facts.has_contacts = true;
  EXPECT_EQ(rules_of({}, facts).front(), "no_contacts");
}

TEST(AccountWarnings, AnActionIsOverdueTheDayAfterItsDate) {
  const auto days = [](const char* date, const char* status) {
    return overdue_days({{"", "", date, status}, {}}, kToday);
  };
  EXPECT_EQ(days("2026-03-31", ""), std::nullopt);
  EXPECT_EQ(days("2026-03-30", ""), 1);
  EXPECT_EQ(days("2026-03-30", "Done"), std::nullopt);
  EXPECT_EQ(days("2026-03-30", "已取消"), std::nullopt);
  EXPECT_EQ(days("", ""), std::nullopt);
}

TEST(PlanChanges, AreAddedRemovedAndChangedRowsCellsGoalsAndNotes) {
  AccountPlan before = plan_with({{{"Ada", "CFO", "", ""}, {}}, {{"Bo", "", "", ""}, {}}});
  AccountPlan after = plan_with({{{"ada", "CEO", "", "High"}, {}}, {{"Cy", "CIO", "", ""}, {}}});
  before.goals[PlanPart::kShortTerm] = {"renew"};
  after.goals[PlanPart::kShortTerm] = {"renew", "grow"};
  after.notes = {{"Next year", "text"}};
  std::vector<std::string> said;
  for (const PlanChange& change : plan_changes(before, after))
    said.push_back(change.part + " " + std::string(key(change.kind)) + " " + change.item + "." +
                   change.column);
  EXPECT_EQ(said, (std::vector<std::string>{"relationships removed Bo.", "relationships changed ada.title",
                                            "relationships added ada.influence", "relationships added Cy.",
                                            "short_term added grow.", "Next year added ."}));
  EXPECT_TRUE(plan_changes(after, after).empty());
}

}  // namespace
}  // namespace ae
