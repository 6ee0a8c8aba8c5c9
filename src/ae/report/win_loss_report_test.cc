#include "ae/report/win_loss_report.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "ae/report/deals_for_test.h"

namespace ae::report {
namespace {

Deal closed(bool won, const std::string& owner = {}, const std::string& reason = {}) {
  Deal deal;
  deal.stage = won ? Stage::kClosedWon : Stage::kClosedLost;
  deal.amount = 10'000'00;
  deal.created = "2025-10-01";
  deal.close = "2026-01-15";
  deal.owner = owner;
  deal.loss_reason = reason;
  return deal;
}

std::vector<Deal> deals(int won, int lost, const std::string& owner = {}) {
  std::vector<Deal> made;
  for (int index = 0; index < won; ++index) made.push_back(closed(true, owner));
  for (int index = 0; index < lost; ++index) made.push_back(closed(false, owner));
  return made;
}

WinLossResult win_loss(std::vector<Deal> all, const std::vector<Deal>& more = {},
                       std::vector<Note>* notes = nullptr) {
  all.insert(all.end(), more.begin(), more.end());
  return report_on<WinLossReport>(all, scope_at("2026-02-15"), notes);
}

const DimensionFigures& row(const WinLossResult& result, const std::string& value) {
  for (const DimensionFigures& each : result.by) {
    if (each.dimension == OpportunityField::kOwner && each.value == value) return each;
  }
  ADD_FAILURE() << "no row " << value;
  return result.by.front();
}

TEST(WinLoss, OpenDealsAreInNoRate) {
  Deal open;
  open.amount = 99'000'00;
  const WinLossResult result = win_loss(deals(3, 1), {open, open});
  EXPECT_EQ(result.overall.win_rate, Ratio::of_units(7'500));
  EXPECT_EQ(result.open_ignored, 2);
}

TEST(WinLoss, LostDealsAreNoRevenue) {
  const WinLossResult result = win_loss(deals(3, 1));
  EXPECT_EQ(result.overall.won_amount->minor, 30'000'00);
  EXPECT_EQ(result.overall.lost_amount->minor, 10'000'00);
}

TEST(WinLoss, FewDealsGetNoVerdict) {
  const WinLossResult result = win_loss(deals(9, 0, "Ana"), deals(0, 40, "Ben"));
  EXPECT_EQ(row(result, "Ana").verdict, WinRateVerdict::kTooFew);
  EXPECT_FALSE(row(result, "Ana").p_value.has_value());
  EXPECT_EQ(row(result, "Ben").verdict, WinRateVerdict::kWorse);
}

TEST(WinLoss, ADifferenceThatChanceExplainsIsNone) {
  const WinLossResult result = win_loss(deals(6, 4, "Ana"), deals(4, 6, "Ben"));
  EXPECT_EQ(row(result, "Ana").verdict, WinRateVerdict::kNoDifference);
  EXPECT_EQ(row(result, "Ana").p_value, Significance::of_units(656'282)) << "R: fisher.test gives 0.6562815";
  EXPECT_TRUE(result.findings.empty());
}

TEST(WinLoss, BlankOwnersAreUnknownAndNotOthers) {
  const WinLossResult result = win_loss(deals(10, 10, "Ana"), deals(50, 0));
  EXPECT_EQ(row(result, "Ana").others_closed, 0);
  EXPECT_EQ(row(result, "Ana").verdict, WinRateVerdict::kNoDifference);
}

std::vector<Deal> discounted(int won, int lost, const std::string& discount, std::uint32_t source = 0) {
  std::vector<Deal> made = deals(won, lost);
  for (Deal& deal : made) {
    deal.discount = discount;
    deal.source = source;
  }
  return made;
}

const DimensionFigures* band(const WinLossResult& result, const std::string& value) {
  for (const DimensionFigures& each : result.by) {
    if (each.dimension == OpportunityField::kDiscount && each.value == value) return &each;
  }
  return nullptr;
}

TEST(WinLoss, DiscountsAreComparedInTheTiersOfThePolicy) {
  std::vector<Deal> all = discounted(30, 10, "0%");
  for (const Deal& deal : discounted(2, 18, "35%")) all.push_back(deal);
  const WinLossResult result = win_loss(all, discounted(6, 6, "12.5%"));
  ASSERT_NE(band(result, "exception"), nullptr);
  EXPECT_EQ(band(result, "exception")->verdict, WinRateVerdict::kWorse);
  EXPECT_EQ(band(result, "moderate")->closed(), 12);
  EXPECT_EQ(band(result, "none")->others_closed, 32);
  EXPECT_EQ(band(result, "standard"), nullptr) << "a band without deals is no row";
  EXPECT_LT(band(result, "none"), band(result, "moderate")) << "from small to large, whatever their counts";
}

TEST(WinLoss, EachSourceWritesDiscountsInItsOwnWay) {
  std::vector<Note> notes;
  const WinLossResult result = win_loss(discounted(1, 0, "12.5", 0), discounted(1, 0, "0.125", 1), &notes);
  ASSERT_NE(band(result, "moderate"), nullptr);
  EXPECT_EQ(band(result, "moderate")->won, 2);
  EXPECT_TRUE(notes.empty() || notes.front().code != "number_unread");
}

TEST(WinLoss, ADiscountThatCannotBeReadIsSaidAndInNoRow) {
  std::vector<Note> notes;
  const WinLossResult result = win_loss(discounted(1, 0, "some"), discounted(3, 0, "5%"), &notes);
  EXPECT_EQ(band(result, "standard")->won, 3);
  EXPECT_EQ(band(result, "none"), nullptr);
  EXPECT_TRUE(
      std::any_of(notes.begin(), notes.end(), [](const Note& note) { return note.code == "number_unread"; }));
}

TEST(WinLoss, AFindingSaysWhatTheDifferenceIsWorth) {
  const WinLossResult result = win_loss(deals(2, 18, "Ben"), deals(30, 10, "Ana"));
  ASSERT_EQ(result.findings.size(), 2U);
  const WinLossFinding& ben = result.findings[0].value == "Ben" ? result.findings[0] : result.findings[1];
  EXPECT_EQ(ben.code, "wins_less");
  EXPECT_EQ(ben.money->minor, 130'000'00) << "20 deals × 75 % would be 15 won, not 2, at 10,000 each";
  EXPECT_EQ(WinLossReport::findings(result), 1);
}

TEST(WinLoss, ReasonsThatDifferInCaseAndBlanksAreOne) {
  std::vector<Deal> lost = {closed(false, {}, "Too expensive"), closed(false, {}, "too  expensive"),
                            closed(false, {}, "Too expensive"), closed(false, {}, "")};
  const WinLossResult result = win_loss(lost);
  ASSERT_EQ(result.loss_reasons.size(), 2U);
  EXPECT_EQ(result.loss_reasons[0].reason, "Too expensive");
  EXPECT_EQ(result.loss_reasons[0].count, 3);
  EXPECT_EQ(result.loss_reasons[0].group, "price");
  EXPECT_EQ(result.loss_reasons[0].share, Ratio::of_units(7'500));
  EXPECT_EQ(result.loss_reasons[1].reason, std::nullopt) << "no reason is a row";
}

TEST(WinLoss, NoDecisionIsAGroupOfItsOwn) {
  const WinLossResult result =
      win_loss({closed(false, {}, "No decision"), closed(false, {}, "Lost to competitor")});
  ASSERT_EQ(result.loss_groups.size(), 2U);
  EXPECT_EQ(result.loss_groups[0].group, "competition");
  EXPECT_EQ(result.loss_groups[1].group, "no_decision");
}

TEST(WinLoss, WithoutTheColumnReasonsAreNotAllBlank) {
  std::vector<Note> notes;
  const WinLossResult result =
      report_on<WinLossReport>(deals(1, 1), scope_at("2026-02-15"), &notes, {OpportunityField::kLossReason});
  EXPECT_TRUE(result.loss_reasons.empty());
  EXPECT_TRUE(std::any_of(notes.begin(), notes.end(),
                          [](const Note& note) { return note.code == "loss_reason_missing"; }));
}

TEST(WinLoss, OpenDealsStretchTheCycle) {
  std::vector<Deal> all = deals(2, 2);  // 106 days each
  EXPECT_EQ(win_loss(all).cycle.half_closed_days, 106);
  Deal open;
  open.created = "2025-01-01";
  const WinLossResult result = win_loss(all, {open, open, open, open, open});
  EXPECT_EQ(result.cycle.open, 5);
  EXPECT_EQ(result.cycle.half_closed_days, std::nullopt) << "of nine deals five are older and still open";
}

TEST(WinLoss, QuartersFollowTheCloseDate) {
  std::vector<Deal> all = deals(2, 1);
  all[0].close = "2025-12-31";
  const WinLossResult result = win_loss(all);
  ASSERT_EQ(result.trend.size(), 2U);
  EXPECT_EQ(result.trend[0].period, "2025-Q4");
  EXPECT_EQ(result.trend[0].won, 1);
  EXPECT_EQ(result.trend[1].lost, 1);
}

TEST(WinLoss, AllWonIsSaidAndHasAnHonestInterval) {
  std::vector<Note> notes;
  const WinLossResult result = win_loss(deals(3, 0), {}, &notes);
  EXPECT_EQ(result.overall.win_rate, Ratio::of_units(10'000));
  EXPECT_EQ(result.overall.win_rate_low, Ratio::of_units(4'385));
  EXPECT_TRUE(
      std::any_of(notes.begin(), notes.end(), [](const Note& note) { return note.code == "no_lost_deals"; }));
}

TEST(WinLoss, NothingClosedIsSaid) {
  std::vector<Note> notes;
  const WinLossResult result = win_loss({Deal{}}, {}, &notes);
  EXPECT_FALSE(result.overall.win_rate.has_value());
  EXPECT_EQ(result.open_ignored, 1);
  EXPECT_TRUE(std::any_of(notes.begin(), notes.end(),
                          [](const Note& note) { return note.code == "no_closed_deals"; }));
}

}  // namespace
}  // namespace ae::report
