#include "ae/forecast/due_deals.h"

#include <array>
#include <vector>

namespace ae::forecast {

using report::has_amount;
using report::is_open;

void DueDeals::add_row(const table::OpportunityChunk& chunk, std::size_t row, const report::Scope& scope) {
  if (report::won_in_period(chunk, row, scope)) closed.add(chunk, row);
  if (!report::open_in_period(chunk, row, scope)) return;
  report::CategoryBreakdown::Row& category = due[report::category(chunk, row, scope.policy)];
  category.deals.add(chunk, row);
  const Probability probability = report::open_probability(chunk, row, scope.policy);
  if (!has_amount(chunk, row) || probability.is_none()) return;
  category.weighted.add(chunk.currency[row], Int128{chunk.amount[row]} * probability.millionths());
}

void DueDeals::merge(const DueDeals& other) {
  closed.merge(other.closed);
  for (const ForecastCategory category : enumerators<ForecastCategory>()) {
    due[category].deals.merge(other.due[category].deals);
    due[category].weighted.merge(other.due[category].weighted);
  }
}

report::CategoryBreakdown::Row DueDeals::all_due() const {
  report::CategoryBreakdown::Row all;
  for (const report::CategoryBreakdown::Row& row : due) {
    all.deals.merge(row.deals);
    all.weighted.merge(row.weighted);
  }
  return all;
}

void DueBreakdown::add(const table::OpportunityChunk& chunk, const report::Scope& scope) {
  static const std::vector<OpportunityField> kOwnersAndTeams{OpportunityField::kOwner,
                                                             OpportunityField::kTeam};
  const std::vector<Date>& close = chunk.dates(OpportunityField::kCloseDate);
  rows_ += static_cast<std::int64_t>(chunk.rows());
  for (std::size_t row = 0; row < chunk.rows(); ++row) {
    all_.add_row(chunk, row, scope);
    if (!is_open(chunk, row)) continue;
    ++open_;
    if (close[row].is_none()) ++open_undated_;
    if (close[row].is_none() || close[row] >= scope.as_of) continue;
    overdue_.add(chunk, row);
    if (scope.period.contains(close[row])) overdue_in_period_.add(chunk, row);
  }
  for (const OpportunityField field : scope.by.empty() ? kOwnersAndTeams : scope.by) {
    if (!chunk.has(field)) continue;
    std::map<std::string, DueDeals>& values = groups_[field];
    const table::TextColumn& names = chunk.text(field);
    std::vector<DueDeals*> group_of_code(names.distinct());
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      DueDeals*& group = group_of_code[names.code(row)];
      if (group == nullptr) group = &values[std::string(names.at(row))];
      group->add_row(chunk, row, scope);
    }
  }
}

void DueBreakdown::merge(const DueBreakdown& other) {
  all_.merge(other.all_);
  overdue_.merge(other.overdue_);
  overdue_in_period_.merge(other.overdue_in_period_);
  open_undated_ += other.open_undated_;
  open_ += other.open_;
  rows_ += other.rows_;
  for (const auto& [field, values] : other.groups_) {
    std::map<std::string, DueDeals>& mine = groups_[field];
    for (const auto& [value, deals] : values) mine[value].merge(deals);
  }
}

}  // namespace ae::forecast
