#include "ae/report/category_breakdown.h"

namespace ae::report {

void CategoryBreakdown::add(const ChunkDeals& deals) {
  const table::OpportunityChunk& chunk = deals.chunk();
  const Policy& policy = deals.scope().policy;
  EnumArray<ForecastCategory, KindSums> given;
  for (const std::uint32_t row : deals.open()) given[chunk.category[row]].add(deals.kind(row), chunk, row);
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
