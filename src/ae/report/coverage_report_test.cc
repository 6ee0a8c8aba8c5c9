#include "ae/report/coverage_report.h"

#include <limits>

#include <gtest/gtest.h>

#include "ae/report/deals_for_test.h"

namespace ae::report {
namespace {

constexpr std::int64_t kThousand = 100'000;  // in cents

CoverageFigures coverage(const std::vector<Deal>& deals, const std::string& as_of,
                         std::int64_t quota = 100 * kThousand) {
  return report_on<CoverageReport>(deals, scope_at(as_of, quota));
}

Deal open_deal(std::int64_t thousands, const std::string& close = "2026-03-15") {
  return {.stage = Stage::kProposal, .amount = thousands * kThousand, .close = close};
}

TEST(Coverage, IsAllOpenPipelineOverQuota) {
  const CoverageFigures figures = coverage({open_deal(250), open_deal(100, "2026-07-01")}, "2026-02-15");
  EXPECT_EQ(figures.total, Ratio::of_units(35'000));
  EXPECT_EQ(figures.in_period, Ratio::of_units(25'000)) << "July is not in the first quarter";
}

TEST(Coverage, RemainingIsOverWhatIsNotYetWon) {
  const Deal won{.stage = Stage::kClosedWon, .amount = 60 * kThousand, .close = "2026-01-20"};
  const CoverageFigures figures = coverage({open_deal(80), won}, "2026-02-15");
  EXPECT_EQ(figures.won_in_period->minor, 60 * kThousand);
  EXPECT_EQ(figures.remaining_quota->minor, 40 * kThousand);
  EXPECT_EQ(figures.remaining, Ratio::of_units(20'000));
}

TEST(Coverage, ABeatenQuotaLeavesNothingToCover) {
  const Deal won{.stage = Stage::kClosedWon, .amount = 130 * kThousand, .close = "2026-01-20"};
  const CoverageFigures figures = coverage({open_deal(80), won}, "2026-02-15");
  EXPECT_EQ(figures.remaining_quota->minor, 0);
  EXPECT_FALSE(figures.remaining.has_value());
  EXPECT_FALSE(figures.remaining_status.has_value());
}

TEST(Coverage, WhatClosesAfterAsOfIsNotYetWon) {
  const Deal won{.stage = Stage::kClosedWon, .amount = 60 * kThousand, .close = "2026-03-01"};
  std::vector<Note> notes;
  const CoverageFigures figures =
      report_on<CoverageReport>({won}, scope_at("2026-02-15", 100 * kThousand), &notes);
  EXPECT_EQ(figures.won_in_period->minor, 0);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].code, "closed_after_as_of");
}

TEST(Coverage, OverdueDealsOfThePeriodAreCountedAndShownApart) {
  const CoverageFigures figures =
      coverage({open_deal(50, "2026-01-31"), open_deal(50, "2025-12-31")}, "2026-02-15");
  EXPECT_EQ(figures.open_in_period->minor, 50 * kThousand);
  EXPECT_EQ(figures.overdue.count, 1);
  EXPECT_EQ(figures.overdue.amount->minor, 50 * kThousand);
}

TEST(Coverage, EarlyQuarterWantsFourToFive) {
  EXPECT_EQ(coverage({open_deal(399)}, "2026-01-05").status, CoverageStatus::kBelow);
  EXPECT_EQ(coverage({open_deal(400)}, "2026-01-05").status, CoverageStatus::kOnTarget);
  EXPECT_EQ(coverage({open_deal(500)}, "2026-01-05").status, CoverageStatus::kOnTarget);
  EXPECT_EQ(coverage({open_deal(501)}, "2026-01-05").status, CoverageStatus::kAbove);
}

TEST(Coverage, MidQuarterWantsThreeWithNoUpperEnd) {
  EXPECT_EQ(coverage({open_deal(299)}, "2026-02-15").status, CoverageStatus::kBelow);
  EXPECT_EQ(coverage({open_deal(900)}, "2026-02-15").status, CoverageStatus::kOnTarget);
  EXPECT_FALSE(coverage({}, "2026-02-15").target_high.has_value());
}

TEST(Coverage, LateQuarterWantsOneAndAHalfToTwo) {
  EXPECT_EQ(coverage({open_deal(149)}, "2026-03-20").status, CoverageStatus::kBelow);
  EXPECT_EQ(coverage({open_deal(150)}, "2026-03-20").status, CoverageStatus::kOnTarget);
  EXPECT_EQ(coverage({open_deal(201)}, "2026-03-20").status, CoverageStatus::kAbove);
}

TEST(Coverage, CategoriesCumulateFromCommitDown) {
  Deal called = open_deal(90);
  called.category = ForecastCategory::kCommit;
  const Deal discovery{.stage = Stage::kDiscovery, .amount = 300 * kThousand};
  const CoverageFigures figures = coverage({called, open_deal(60), discovery}, "2026-02-15");
  ASSERT_EQ(figures.by_category.size(), 3U);
  EXPECT_EQ(figures.by_category[0].amount_or_better->minor, 90 * kThousand);
  EXPECT_EQ(figures.by_category[0].status, CoverageStatus::kBelow);
  EXPECT_EQ(figures.by_category[1].multiple, Ratio::of_units(15'000));
  EXPECT_EQ(figures.by_category[1].status, CoverageStatus::kOnTarget);
  EXPECT_EQ(figures.by_category[2].amount_or_better->minor, 450 * kThousand);
}

TEST(Coverage, NoOpenStageReachesCommitByItself) {
  const Deal negotiation{.stage = Stage::kNegotiation, .amount = kThousand};
  EXPECT_EQ(coverage({negotiation}, "2026-02-15").by_category[0].amount_or_better->minor, 0);
  EXPECT_EQ(coverage({negotiation}, "2026-02-15").by_category[1].amount_or_better->minor, kThousand);
}

TEST(Coverage, IsNullWithoutAQuota) {
  const CoverageFigures figures = coverage({open_deal(50)}, "2026-02-15", 0);
  EXPECT_FALSE(figures.quota.has_value());
  EXPECT_FALSE(figures.total.has_value());
  EXPECT_FALSE(figures.status.has_value());
  EXPECT_EQ(figures.open_in_period->minor, 50 * kThousand);
  EXPECT_EQ(CoverageReport::findings(figures), 0);
}

TEST(Coverage, IsNullWhenCurrenciesAreMixed) {
  Scope scope = scope_at("2026-02-15", 100 * kThousand);
  scope.currency = std::nullopt;
  Deal euros = open_deal(50);
  euros.currency = "EUR";
  const CoverageFigures figures = report_on<CoverageReport>({open_deal(50), euros}, scope);
  EXPECT_FALSE(figures.open_in_period.has_value());
  EXPECT_FALSE(figures.total.has_value());
}

TEST(Coverage, UnknownAmountsAreSaidAndNotCountedAsZero) {
  std::vector<Note> notes;
  Deal without = open_deal(0);
  without.amount = table::kNoAmount;
  const CoverageFigures figures =
      report_on<CoverageReport>({without}, scope_at("2026-02-15", kThousand), &notes);
  EXPECT_FALSE(figures.total.has_value());
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].code, "coverage_without_amounts");
}

TEST(Coverage, TotalsBeyondSixtyFourBitsAreAnError) {
  const std::int64_t huge = std::numeric_limits<std::int64_t>::max() - 1;
  const Scope scope = scope_at("2026-02-15");
  CoverageReport::Partial partial;
  for (const auto& chunk :
       table_of({{.amount = huge, .close = "2026-03-01"}, {.amount = huge, .close = "2026-03-01"}}).chunks) {
    partial.add(chunk, scope);
  }
  std::vector<Note> notes;
  const auto figures = CoverageReport::finalize(partial, scope, notes);
  ASSERT_FALSE(figures.has_value());
  EXPECT_EQ(figures.error().code, "amount_overflow");
}

}  // namespace
}  // namespace ae::report
