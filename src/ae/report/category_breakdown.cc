#include "ae/report/category_breakdown.h"

namespace ae::report {
namespace {

/// The sums of open deals by the category that their source gives.
EnumArray<ForecastCategory, KindSums> by_given(const ChunkDeals& deals) {
  const table::OpportunityChunk& chunk = deals.chunk();
  EnumArray<ForecastCategory, KindSums> given;
  if (!deals.adds_plainly()) {
    for (const std::uint32_t row : deals.open()) given[chunk.category[row]].add(deals.kind(row), chunk, row);
    return given;
  }
  const ChunkDeals::PlainByCategory& sums = deals.plain_by_category();
  for (const ForecastCategory category : enumerators<ForecastCategory>()) {
    for (const DealKind kind : enumerators<DealKind>())
      given[category].merge(kind, sums[category][kind].in(chunk.currency.front()));
  }
  return given;
}

}  // namespace

void CategoryBreakdown::add(const ChunkDeals& deals) {
  const Policy& policy = deals.scope().policy;
  const EnumArray<ForecastCategory, KindSums> given = by_given(deals);
  for (const ForecastCategory category : enumerators<ForecastCategory>()) {
    if (category == ForecastCategory::kNone) continue;
    rows_[category].deals.merge(given[category].open());
    rows_[category].weighted.merge(given[category].weighted(policy));
  }
  const KindSums& silent = given[ForecastCategory::kNone];
  for (const DealKind kind : enumerators<DealKind>()) {
    const Probability probability = policy.probability(stage_of(kind));
    Row& row = rows_[policy.category_of(probability)];
    row.deals.merge(silent[kind]);
    if (!probability.is_none()) row.weighted.merge_times(silent[kind].amount, probability.millionths());
  }
}

void CategoryBreakdown::merge(const CategoryBreakdown& other) {
  for (const ForecastCategory category : enumerators<ForecastCategory>()) {
    rows_[category].deals.merge(other.rows_[category].deals);
    rows_[category].weighted.merge(other.rows_[category].weighted);
  }
}

std::vector<CategoryFigures> CategoryBreakdown::figures(Figures& figures) const {
  std::vector<CategoryFigures> rows;
  for (const ForecastCategory category : enumerators<ForecastCategory>()) {
    const Row& row = rows_[category];
    if (category >= ForecastCategory::kOmitted && row.deals.count == 0) continue;
    rows.push_back({category == ForecastCategory::kNone ? std::nullopt : std::optional(category),
                    row.deals.count, figures.money(row.deals.amount), figures.weighted(row.weighted)});
  }
  return rows;
}

}  // namespace ae::report
