#include "ae/report/discount_simulation.h"

#include <gtest/gtest.h>

#include "ae/report/deals_for_test.h"

namespace ae::report {
namespace {

Deal closed(Stage stage, const std::string& discount, std::int64_t cents = 900'00,
            const std::string& margin = {}) {
  Deal deal;
  deal.stage = stage;
  deal.amount = cents;
  deal.discount = discount;
  deal.margin = margin;
  return deal;
}

Deal won(const std::string& discount, std::int64_t cents = 900'00, const std::string& margin = {}) {
  return closed(Stage::kClosedWon, discount, cents, margin);
}

/// The default policy with other limits, in percent.
Scope scope_with(int standard, int moderate, int deep) {
  Scope scope = scope_at("2026-02-15");
  scope.policy.discount.standard_up_to = Probability::of_percent(standard);
  scope.policy.discount.moderate_up_to = Probability::of_percent(moderate);
  scope.policy.discount.deep_below = Probability::of_percent(deep);
  return scope;
}

const DiscountBandFigures& band(const DiscountSimulation& result, DiscountBand wanted) {
  static const DiscountBandFigures none;
  for (const DiscountBandFigures& row : result.bands) {
    if (row.band == wanted) return row;
  }
  ADD_FAILURE() << "no band " << key(wanted);
  return none;
}

std::int64_t count_of(const std::vector<Note>& notes, std::string_view code) {
  return std::count_if(notes.begin(), notes.end(), [&](const Note& note) { return note.code == code; });
}

TEST(DiscountSimulation, AStricterPolicySendsDealsToAHigherApprover) {
  const auto result = report_on<DiscountSimulationReport>(
      {won("5%"), won("8%", 100'00), closed(Stage::kClosedLost, "12%"), won("35%")}, scope_with(5, 10, 20));
  EXPECT_EQ(result.closed, 4);
  ASSERT_EQ(result.rerouted.size(), 2U) << "5 % stays with the AE, 35 % with the VP";
  EXPECT_EQ(result.rerouted[0].from, Approver::kAe);
  EXPECT_EQ(result.rerouted[0].to, Approver::kManager);
  EXPECT_EQ(result.rerouted[0].amount->minor, 100'00);
  EXPECT_EQ(result.rerouted[1].from, Approver::kManager);
  EXPECT_EQ(result.rerouted[1].to, Approver::kDirector);
  EXPECT_EQ(result.higher.count, 2);
  EXPECT_EQ(result.higher.amount->minor, 1'000'00);
  EXPECT_EQ(result.lower.count, 0);
  EXPECT_EQ(DiscountSimulationReport::findings(result), 0);
}

TEST(DiscountSimulation, ALooserPolicyIsFoundByTheCheck) {
  const auto result = report_on<DiscountSimulationReport>({won("12%"), won("25%")}, scope_with(15, 30, 40));
  EXPECT_EQ(result.lower.count, 2);
  EXPECT_EQ(DiscountSimulationReport::findings(result), 2);
  EXPECT_EQ(result.approvers[0].baseline_count, 0);
  EXPECT_EQ(result.approvers[0].count, 1);
}

TEST(DiscountSimulation, TheBaselineCanBeAnotherPolicyThanTheDefault) {
  Scope scope = scope_with(5, 10, 20);
  scope.baseline = scope.policy;
  std::vector<Note> notes;
  const auto result = report_on<DiscountSimulationReport>({won("8%")}, scope, &notes);
  EXPECT_TRUE(result.rerouted.empty());
  EXPECT_EQ(count_of(notes, "same_policy"), 1);
}

TEST(DiscountSimulation, GivenAwayIsTheListPriceLessThePrice) {
  const auto result = report_on<DiscountSimulationReport>(
      {won("10%", 900'00), won("0%", 500'00), closed(Stage::kClosedLost, "10%", 900'00)},
      scope_at("2026-02-15"));
  EXPECT_EQ(band(result, DiscountBand::kStandard).given_away->minor, 100'00) << "900 is 1,000 less 10 %";
  EXPECT_EQ(band(result, DiscountBand::kNone).given_away->minor, 0);
}

TEST(DiscountSimulation, AMarginHasItsMeanAndFromTenDealsOnAnInterval) {
  std::vector<Deal> deals;
  for (int count = 0; count < 5; ++count) {
    deals.push_back(won("10%", 900'00, "40%"));
    deals.push_back(won("10%", 900'00, "60%"));
  }
  deals.push_back(won("25%", 750'00, "-5%"));
  const auto result = report_on<DiscountSimulationReport>(deals, scope_at("2026-02-15"));
  const DiscountBandFigures& standard = band(result, DiscountBand::kStandard);
  EXPECT_EQ(standard.margin->str(), "0.5000");
  // R: t.test(rep(c(.4, .6), 5))$conf.int gives 0.4245867 0.5754133
  EXPECT_EQ(standard.margin_low->str(), "0.4246");
  EXPECT_EQ(standard.margin_high->str(), "0.5754");
  const DiscountBandFigures& deep = band(result, DiscountBand::kDeep);
  EXPECT_EQ(deep.margin->str(), "-0.0500");
  EXPECT_FALSE(deep.margin_low.has_value()) << "one deal says nothing about the next";
}

TEST(DiscountSimulation, ABlankDiscountIsUnknownAndNotNone) {
  const auto result =
      report_on<DiscountSimulationReport>({won(""), won("0%"), won("5%")}, scope_at("2026-02-15"));
  EXPECT_EQ(result.closed, 2);
  EXPECT_EQ(result.without_discount, 1);
  EXPECT_EQ(band(result, DiscountBand::kNone).won, 1);
}

TEST(DiscountSimulation, WithoutAColumnItSaysWhichOneIsMissing) {
  std::vector<Note> notes;
  const auto result = report_on<DiscountSimulationReport>({won("5%")}, scope_at("2026-02-15"), &notes,
                                                          {OpportunityField::kDiscount});
  EXPECT_EQ(result.closed, 0);
  EXPECT_EQ(count_of(notes, "discount_missing"), 1);
}

TEST(DiscountSimulation, AMarginInMoneyIsSaidToBeNone) {
  std::vector<Note> notes;
  report_on<DiscountSimulationReport>({won("5%", 900'00, "420")}, scope_at("2026-02-15"), &notes);
  EXPECT_EQ(count_of(notes, "margin_is_money"), 1);
  EXPECT_EQ(count_of(notes, "margin_unread"), 0) << "the column is unread, not the cell";
}

TEST(DiscountSimulation, AmountsOfSeveralCurrenciesAreNotAdded) {
  Scope scope = scope_with(5, 10, 20);
  scope.currency = std::nullopt;
  Deal euros = won("8%");
  euros.currency = "EUR";
  const auto result = report_on<DiscountSimulationReport>({won("8%"), euros}, scope);
  EXPECT_EQ(result.higher.count, 2);
  EXPECT_FALSE(result.higher.amount.has_value());
  EXPECT_FALSE(band(result, DiscountBand::kModerate).given_away.has_value());
}

TEST(DiscountSimulation, ADiscountOfEverythingHasNoListPriceToReckonFrom) {
  const auto result =
      report_on<DiscountSimulationReport>({won("100%", 0), won("50%", 500'00)}, scope_at("2026-02-15"));
  EXPECT_EQ(band(result, DiscountBand::kException).given_away->minor, 500'00);
}

}  // namespace
}  // namespace ae::report
