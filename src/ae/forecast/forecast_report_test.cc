#include "ae/forecast/forecast_report.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "ae/report/deals_for_test.h"

namespace ae::forecast {
namespace {

using report::Deal;

constexpr std::int64_t kThousand = 100'000;  // in cents

Deal open(std::int64_t thousands, Stage stage = Stage::kProposal, const std::string& close = "2026-03-15") {
  return {.stage = stage, .amount = thousands * kThousand, .close = close, .created = "2026-01-02"};
}

Deal won(std::int64_t thousands, const std::string& close = "2026-01-20") {
  return {
      .stage = Stage::kClosedWon, .amount = thousands * kThousand, .close = close, .created = "2025-12-01"};
}

Deal lost(std::int64_t thousands, const std::string& close = "2026-01-20") {
  return {
      .stage = Stage::kClosedLost, .amount = thousands * kThousand, .close = close, .created = "2025-12-01"};
}

ForecastResult forecast(const std::vector<Deal>& deals, std::vector<Note>* notes = nullptr,
                        std::int64_t quota = 100 * kThousand) {
  return report::report_on<ForecastReport>(deals, report::scope_at("2026-02-15", quota), notes);
}

bool has(const std::vector<Note>& notes, const std::string& code) {
  return std::any_of(notes.begin(), notes.end(), [&](const Note& note) { return note.code == code; });
}

TEST(Forecast, LostDealsAreNoRevenue) {
  const ForecastResult result = forecast({won(30), lost(50)});
  EXPECT_EQ(result.closed.count, 1);
  EXPECT_EQ(result.closed.amount->minor, 30 * kThousand);
}

TEST(Forecast, OpenDealsAreNotLost) {
  const ForecastResult result = forecast({won(30), open(40)});
  EXPECT_EQ(result.open_in_period.count, 1);
  EXPECT_EQ(result.model->closed_deals_used, 1);
}

TEST(Forecast, BookedRevenueCountsTowardsTheQuota) {
  const ForecastResult result = forecast({won(30), open(40)});
  EXPECT_EQ(result.gap_to_quota->minor, 70 * kThousand);
  EXPECT_EQ(result.stage_weighted->minor, 54 * kThousand) << "30 + 60 % of 40";
  EXPECT_EQ(result.required_win_rate, Ratio::of_units(17'500)) << "70 of 40 still open: more than there is";
}

TEST(Forecast, DealsOfALaterYearAreInNoCategoryOfThisQuarter) {
  const ForecastResult result = forecast({open(40, Stage::kProposal, "2027-03-15")});
  EXPECT_EQ(result.open_in_period.count, 0);
  EXPECT_EQ(result.stage_weighted->minor, 0);
}

TEST(Forecast, CategoriesCumulateFromCommitDown) {
  Deal called = open(10);
  called.category = ForecastCategory::kCommit;
  const ForecastResult result = forecast({called, open(40), open(20, Stage::kDemo)});
  ASSERT_EQ(result.by_category.size(), 4U);
  EXPECT_EQ(result.by_category[0].cumulative_amount->minor, 10 * kThousand);
  EXPECT_EQ(result.by_category[1].cumulative_amount->minor, 50 * kThousand);
  EXPECT_EQ(result.by_category[2].cumulative_amount->minor, 70 * kThousand);
  EXPECT_EQ(result.closed_and_commit->minor, 10 * kThousand);
}

TEST(Forecast, OverdueDealsAreShownApartAndNoneIsDropped) {
  std::vector<Note> notes;
  const ForecastResult result =
      forecast({open(10, Stage::kProposal, "2026-01-31"), open(20, Stage::kProposal, "2025-12-15")}, &notes);
  EXPECT_EQ(result.overdue.count, 2);
  EXPECT_EQ(result.overdue.amount->minor, 30 * kThousand);
  EXPECT_EQ(result.overdue_in_period.count, 1);
  EXPECT_EQ(result.deals.size(), 2U);
  EXPECT_TRUE(has(notes, "overdue_deals"));
}

TEST(Forecast, WhatClosesAfterAsOfIsNotYetClosed) {
  std::vector<Note> notes;
  EXPECT_EQ(forecast({won(30, "2026-03-01")}, &notes).closed.count, 0);
  EXPECT_TRUE(has(notes, "closed_after_as_of"));
}

TEST(Forecast, WithoutClosedDealsThereIsNoModel) {
  std::vector<Note> notes;
  const ForecastResult result = forecast({open(40)}, &notes);
  EXPECT_FALSE(result.model.has_value());
  EXPECT_TRUE(has(notes, "no_closed_deals"));
  EXPECT_EQ(result.deals[0].probability, Ratio::of_units(4'200)) << "60 % of the stage × 70 % in time";
}

TEST(Forecast, ClosedDealsWithoutDatesAreSaidAsSuch) {
  std::vector<Note> notes;
  EXPECT_FALSE(forecast({won(30, ""), open(40)}, &notes).model.has_value());
  EXPECT_TRUE(has(notes, "closed_deals_undated"));
  EXPECT_FALSE(has(notes, "no_closed_deals"));
}

TEST(Forecast, WhenEveryClosedDealIsWonOrEveryOneLostItSaysWhatMayBeMissing) {
  std::vector<Note> all_won, all_lost, both;
  forecast({won(30), won(20), open(40)}, &all_won);
  forecast({lost(30), lost(20), open(40)}, &all_lost);
  forecast({won(30), lost(20), open(40)}, &both);
  EXPECT_TRUE(has(all_won, "no_lost_deals"));
  EXPECT_TRUE(has(all_lost, "no_won_deals"));
  EXPECT_FALSE(has(both, "no_lost_deals") || has(both, "no_won_deals"));
}

TEST(Forecast, WithoutQuotaThereIsNoGap) {
  std::vector<Note> notes;
  const ForecastResult result = forecast({won(30), open(40)}, &notes, 0);
  EXPECT_FALSE(result.gap_to_quota.has_value());
  EXPECT_FALSE(result.required_win_rate.has_value());
  EXPECT_TRUE(has(notes, "no_quota"));
}

TEST(Forecast, WithoutCloseDatesItSaysThatCategoriesAreEmpty) {
  std::vector<Note> notes;
  forecast({open(40, Stage::kProposal, "")}, &notes);
  EXPECT_TRUE(has(notes, "no_close_dates"));
}

TEST(Forecast, MissingAmountsAreSaidAndNotZero) {
  Deal unknown = open(0);
  unknown.amount = table::kNoAmount;
  std::vector<Note> notes;
  const ForecastResult result = forecast({unknown}, &notes);
  EXPECT_FALSE(result.open_in_period.amount.has_value());
  EXPECT_TRUE(has(notes, "forecast_without_amounts"));
}

TEST(Forecast, QuantilesAreInOrderAndTheMeanAmongThem) {
  std::vector<Deal> deals;
  for (int index = 0; index < 30; ++index)
    deals.push_back(index % 2 == 0 ? won(5, "2026-01-20") : lost(5, "2026-02-01"));
  for (int index = 0; index < 20; ++index) deals.push_back(open(4 + index));
  const ForecastResult result = forecast(deals, nullptr, 200 * kThousand);
  ASSERT_TRUE(result.model.has_value());
  EXPECT_LE(result.closed.amount->minor, result.model->p10->minor);
  EXPECT_LT(result.model->p10->minor, result.model->p50->minor);
  EXPECT_LT(result.model->p50->minor, result.model->p90->minor);
  EXPECT_GT(result.model->mean->minor, result.model->p10->minor);
  EXPECT_LT(result.model->mean->minor, result.model->p90->minor);
  EXPECT_GT(result.model->probability_of_quota->units(), 0);
}

TEST(Forecast, TheMeanIsClosedOpenAndNewBusinessTogether) {
  const ForecastResult result = forecast({won(30), won(20), lost(10), open(40), open(60)});
  const std::int64_t parts =
      result.closed.amount->minor + result.model->open_mean->minor + result.model->new_business_mean->minor;
  EXPECT_NEAR(static_cast<double>(result.model->mean->minor), static_cast<double>(parts), 2);
}

TEST(Forecast, OwnersExpectTogetherWhatIsExpectedOfAll) {
  std::vector<Deal> deals{won(30), won(20), lost(10), open(40), open(60), won(25), open(15)};
  for (std::size_t at = 0; at < deals.size(); ++at) deals[at].owner = at < 5 ? "Ines" : "Tom";
  deals.push_back(open(80));
  deals.back().owner = "Wei";
  const ForecastResult result = forecast(deals);
  double sum = 0;
  int owners = 0;
  for (const ForecastGroupFigures& owner : result.by) {
    if (owner.dimension != OpportunityField::kOwner) continue;
    ++owners;
    ASSERT_TRUE(owner.mean.has_value());
    sum += static_cast<double>(owner.mean->minor);
    EXPECT_LE(owner.closed->minor, owner.p10->minor);
    EXPECT_LE(owner.p10->minor, owner.p50->minor);
    EXPECT_LE(owner.p50->minor, owner.p90->minor);
  }
  EXPECT_EQ(owners, 3);
  EXPECT_NEAR(sum, static_cast<double>(result.model->mean->minor), 3);
}

TEST(Forecast, AnOwnersAdjustmentIsPartOfItsTeamAndATeamsOfNoOwner) {
  std::vector<Deal> deals{won(30), won(20), lost(10), open(40), open(60), open(25)};
  for (std::size_t at = 0; at < deals.size(); ++at) {
    deals[at].owner = at % 2 == 0 ? "Ines" : "Tom";
    deals[at].team = "North";
  }
  deals.push_back(open(15));
  deals.back().owner = "Ines";  // once in another team
  deals.back().team = "South";
  report::Scope scope = report::scope_at("2026-02-15", 100 * kThousand);
  const Currency dollars = *scope.currency;
  scope.adjustments = {{"Ines", {-5 * kThousand, dollars}, "legal"},
                       {"Tom", {2 * kThousand, dollars}, "renewal"},
                       {"North", {1 * kThousand, dollars}, "event"}};
  const ForecastResult result = report::report_on<ForecastReport>(deals, scope);
  const auto row = [&](const std::string& value) {
    return *std::find_if(result.by.begin(), result.by.end(),
                         [&](const ForecastGroupFigures& each) { return each.value == value; });
  };
  EXPECT_EQ(row("Ines").adjustment->minor, -5 * kThousand);
  EXPECT_EQ(row("Ines").adjusted->minor, row("Ines").mean->minor - 5 * kThousand);
  EXPECT_EQ(row("Tom").adjustment->minor, 2 * kThousand);
  EXPECT_EQ(row("North").adjustment->minor, -2 * kThousand);
  EXPECT_EQ(row("North").adjusted->minor, row("North").mean->minor - 2 * kThousand);
  EXPECT_FALSE(row("South").adjusted.has_value());
  const double teams =
      static_cast<double>(row("North").adjusted->minor) + static_cast<double>(row("South").mean->minor);
  EXPECT_NEAR(teams, static_cast<double>(result.adjusted_total->minor), 3)
      << "teams add up to the adjusted total";
}

TEST(Forecast, WhoNeverWonHasNoShareOfNewBusiness) {
  Deal of_wei = open(80);
  of_wei.owner = "Wei";
  Deal of_ines = won(30);
  of_ines.owner = "Ines";
  const ForecastResult result = forecast({of_ines, of_wei});
  const auto wei = std::find_if(result.by.begin(), result.by.end(),
                                [](const ForecastGroupFigures& row) { return row.value == "Wei"; });
  ASSERT_NE(wei, result.by.end());
  EXPECT_NEAR(static_cast<double>(wei->mean->minor), static_cast<double>(result.model->open_mean->minor), 2);
}

TEST(Forecast, ProbabilitiesThatAreAllOneHundredAreNotTakenAtFaceValue) {
  const report::Scope scope = report::scope_at("2026-02-15", 100 * kThousand);
  table::OpportunityTable table = report::table_of({open(10), open(20)});
  for (Probability& probability : table.chunks[0].probability) probability = Probability::of_percent(100);
  ForecastReport::Partial partial;
  partial.add(table.chunks[0], scope);
  std::vector<Note> notes;
  const ForecastResult result = *ForecastReport::finalize(partial, scope, notes);
  EXPECT_TRUE(has(notes, "probabilities_all_certain"));
  EXPECT_EQ(result.stage_weighted->minor, 18 * kThousand);
}

TEST(Forecast, SeveralCurrenciesAreNotAdded) {
  Deal euro = open(10);
  euro.currency = "EUR";
  report::Scope scope = report::scope_at("2026-02-15", 100 * kThousand);
  scope.currency = std::nullopt;
  std::vector<Note> notes;
  const ForecastResult result = report::report_on<ForecastReport>({open(10), euro}, scope, &notes);
  EXPECT_FALSE(result.open_in_period.amount.has_value());
  EXPECT_FALSE(result.model.has_value());
  EXPECT_EQ(result.deals.size(), 2U);
  EXPECT_TRUE(has(notes, "forecast_several_currencies"));
}

TEST(Forecast, CheckFindsAMissedQuota) {
  EXPECT_EQ(ForecastReport::findings(forecast({won(30), lost(30), open(5)})), 1);
  EXPECT_EQ(ForecastReport::findings(forecast({won(130), lost(30)})), 0);
}

}  // namespace
}  // namespace ae::forecast
