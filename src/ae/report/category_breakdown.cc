#include "ae/report/category_breakdown.h"

namespace ae::report {

void CategoryBreakdown::add(const table::OpportunityChunk& chunk, const Scope& scope) {
  for (std::size_t index = 0; index < chunk.rows(); ++index) {
    if (!is_open(chunk, index)) continue;
    Row& row = rows_[category(chunk, index, scope.policy)];
    row.deals.add(chunk, index);
    const Probability probability = open_probability(chunk, index, scope.policy);
    if (!has_amount(chunk, index) || probability.is_none()) continue;
    row.weighted.add(chunk.currency[index], Int128{chunk.amount[index]} * probability.millionths());
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
