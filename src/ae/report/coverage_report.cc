#include "ae/report/coverage_report.h"

#include "ae/base/vectors.h"
#include "ae/report/labels.h"

namespace ae::report {
namespace {

std::optional<CoverageStatus> judged(const std::optional<Ratio>& coverage, const CoverageTarget& target) {
  if (!coverage) return std::nullopt;
  if (*coverage < target.low) return CoverageStatus::kBelow;
  return target.high && *coverage > *target.high ? CoverageStatus::kAbove : CoverageStatus::kOnTarget;
}

Ratio minimum(const CoverageOrBetterPolicy& policy, ForecastCategory category) {
  if (category == ForecastCategory::kCommit) return policy.commit;
  return category == ForecastCategory::kBestCase ? policy.best_case : policy.pipeline;
}

std::vector<CategoryCoverage> by_category(const CategoryBreakdown& categories, const Scope& scope,
                                          const std::optional<Money>& quota, Figures& figures) {
  std::vector<CategoryCoverage> rows;
  DealSum or_better;
  for (const ForecastCategory category :
       {ForecastCategory::kCommit, ForecastCategory::kBestCase, ForecastCategory::kPipeline}) {
    or_better.merge(categories.row(category).deals);
    CategoryCoverage row;
    row.category = category;
    row.amount_or_better = figures.money_of(or_better.count, or_better.amount);
    row.multiple = ratio(row.amount_or_better, quota);
    row.minimum = minimum(scope.policy.coverage.or_better, category);
    row.status = judged(row.multiple, {row.minimum, std::nullopt});
    rows.push_back(row);
  }
  return rows;
}

void note_partial_amounts(const DealSum& open, std::vector<Note>& notes) {
  if (open.with_amount == open.count) return;
  notes.push_back(
      {"coverage_without_amounts",
       Severity::kWarning,
       Message{Text{"{deals} without an amount: not in the coverage", "{deals}没有金额，未计入覆盖度"}}.with(
           "deals", open_deals(open.count - open.with_amount)),
       {}});
}

/// The open deals that close in the period, and those of them whose day has passed.
AE_FOR_WIDE_VECTORS std::array<DealSum, 2> closing_in_period(const ChunkDeals& deals) {
  const Date* const close = deals.chunk().dates(OpportunityField::kCloseDate).data();
  const Date first = deals.scope().period.start;
  const Date last = deals.scope().period.end;
  const Date as_of = deals.scope().as_of;
  const auto in_period = [=](std::size_t row) {
    return (static_cast<int>(close[row] >= first) & static_cast<int>(close[row] <= last)) != 0;
  };
  return deals.sums_of_open(in_period, [=](std::size_t row) {
    return (static_cast<int>(in_period(row)) & static_cast<int>(close[row] < as_of)) != 0;
  });
}

}  // namespace

void CoverageReport::Partial::add(const table::OpportunityChunk& chunk, const Scope& scope) {
  add(ChunkDeals(chunk, scope));
}

void CoverageReport::Partial::add(const ChunkDeals& deals) {
  rows_ += static_cast<std::int64_t>(deals.chunk().rows());
  const KindSums sums = deals.all();
  won_in_period_.merge(sums.won_in_period());
  open_.merge(sums.open());
  const auto [open_in_period, overdue] = closing_in_period(deals);
  open_in_period_.merge(open_in_period);
  overdue_.merge(overdue);
  categories_.add(deals);
  dates_.merge(deals.dates());
}

void CoverageReport::Partial::merge(const Partial& other) {
  rows_ += other.rows_;
  open_.merge(other.open_);
  open_in_period_.merge(other.open_in_period_);
  overdue_.merge(other.overdue_);
  won_in_period_.merge(other.won_in_period_);
  categories_.merge(other.categories_);
  dates_.merge(other.dates_);
}

CoverageFigures CoverageReport::Partial::figures(const Scope& scope, Figures& figures,
                                                 std::vector<Note>& notes) const {
  CoverageFigures result;
  result.rows = rows_;
  result.open_count = open_.count;
  result.open_in_period_count = open_in_period_.count;
  result.won_in_period_count = won_in_period_.count;
  result.one_currency = scope.currency.has_value();
  if (result.one_currency) result.quota = scope.total_quota();
  result.won_in_period = figures.money_of(won_in_period_.count, won_in_period_.amount);
  result.open_in_period = figures.money_of(open_in_period_.count, open_in_period_.amount);
  result.overdue = {overdue_.count, figures.money_of(overdue_.count, overdue_.amount)};
  result.open_amount = figures.money_of(open_.count, open_.amount);
  if (result.quota && result.won_in_period) {
    result.remaining_quota = figures.money(
        std::max(Int128{0}, Int128{result.quota->minor} - result.won_in_period->minor), Int128{1});
  }
  result.total = ratio(result.open_amount, result.quota);
  result.in_period = ratio(result.open_in_period, result.quota);
  result.remaining = ratio(result.open_in_period, result.remaining_quota);
  result.phase = scope.period.phase(scope.as_of);
  const CoverageTarget& target = scope.policy.coverage_target(result.phase);
  result.target_low = target.low;
  result.target_high = target.high;
  result.status = judged(result.total, target);
  result.in_period_status = judged(result.in_period, target);
  result.remaining_status = judged(result.remaining, target);
  result.by_category = by_category(categories_, scope, result.quota, figures);
  if (result.quota) note_partial_amounts(open_, notes);
  return result;
}

Result<CoverageFigures> CoverageReport::finalize(const Partial& partial, const Scope& scope,
                                                 std::vector<Note>& notes) {
  Figures figures(scope.currency);
  CoverageFigures result = partial.figures(scope, figures, notes);
  AE_TRY_VOID(figures.check());
  partial.dates().notes(notes);
  return result;
}

std::int64_t CoverageReport::findings(const CoverageFigures& output) {
  std::int64_t missed = output.status == CoverageStatus::kBelow ? 1 : 0;
  for (const CategoryCoverage& row : output.by_category)
    missed += row.status == CoverageStatus::kBelow ? 1 : 0;
  return missed;
}

std::vector<Headline> CoverageReport::headlines(const CoverageFigures& output) {
  const auto value = [](const auto& figure) { return doc::cell(figure).value; };
  return {
      {"open", Text{"Open pipeline", "未结商机"}, value(output.open_amount)},
      {"open_in_period", Text{"Open, closing in the period", "本期预计成交"}, value(output.open_in_period)},
      {"total", Text{"Total coverage", "总覆盖度"}, value(doc::multiple(output.total))},
      {"in_period", Text{"Coverage in the period", "本期覆盖度"}, value(doc::multiple(output.in_period))},
      {"remaining", Text{"Coverage of the remaining quota", "剩余配额覆盖度"},
       value(doc::multiple(output.remaining))}};
}

}  // namespace ae::report
