#include "ae/report/group_breakdown.h"

#include <algorithm>

namespace ae::report {

void GroupBreakdown::Group::merge(const Group& other) {
  open.merge(other.open);
  weighted.merge(other.weighted);
  won_in_period.merge(other.won_in_period);
  won += other.won;
  lost += other.lost;
}

void GroupBreakdown::add_row(Group& group, const table::OpportunityChunk& chunk, std::size_t row,
                             const Scope& scope) {
  if (chunk.state[row] == DealState::kLost) ++group.lost;
  if (chunk.state[row] == DealState::kWon) ++group.won;
  if (won_in_period(chunk, row, scope)) group.won_in_period.add(chunk, row);
  if (!is_open(chunk, row)) return;
  group.open.add(chunk, row);
  const Probability probability = open_probability(chunk, row, scope.policy);
  if (!has_amount(chunk, row) || probability.is_none()) return;
  group.weighted.add(chunk.currency[row], Int128{chunk.amount[row]} * probability.millionths());
}

void GroupBreakdown::add(const table::OpportunityChunk& chunk, const Scope& scope) {
  if (!chunk.has(field_)) return;
  const table::TextColumn& names = chunk.text(field_);
  std::vector<Group*> group_of_code(names.distinct());
  for (std::size_t row = 0; row < chunk.rows(); ++row) {
    Group*& group = group_of_code[names.code(row)];
    if (group == nullptr) group = &groups_[std::string(names.at(row))];
    add_row(*group, chunk, row, scope);
  }
}

void GroupBreakdown::merge(const GroupBreakdown& other) {
  for (const auto& [name, group] : other.groups_) groups_[name].merge(group);
}

GroupFigures GroupBreakdown::figures_of(const std::string& name, const Group& group,
                                        const std::optional<Money>& quota, Figures& figures) {
  GroupFigures row;
  if (!name.empty()) row.name = name;
  row.count = group.open.count;
  row.amount = figures.money(group.open.amount);
  row.weighted = figures.weighted(group.weighted);
  row.won_in_period = figures.money_of(group.won_in_period.count, group.won_in_period.amount);
  row.quota = quota;
  row.attainment = ratio(row.won_in_period, quota);
  row.coverage = ratio(figures.money_of(group.open.count, group.open.amount), quota);
  row.win_rate = ratio(group.won, group.won + group.lost);
  return row;
}

void GroupBreakdown::sort(std::vector<GroupFigures>& rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const GroupFigures& a, const GroupFigures& b) {
    if (a.amount && b.amount) return a.amount->minor > b.amount->minor;
    return a.amount.has_value() && !b.amount;
  });
}

}  // namespace ae::report
