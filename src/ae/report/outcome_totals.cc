#include "ae/report/outcome_totals.h"

#include <algorithm>

namespace ae::report {

void OutcomeTotals::Sums::add(const table::OpportunityChunk& chunk, std::size_t row, const Scope& scope) {
  closed.add(chunk, row);
  if (is_open(chunk, row)) open.add(chunk, row);
  if (report::won_in_period(chunk, row, scope)) won_in_period.add(chunk, row);
  if (chunk.state[row] != DealState::kWon) return;
  const Date created = chunk.dates(OpportunityField::kCreatedDate)[row];
  const Date done = chunk.dates(OpportunityField::kClosedDate)[row];
  if (!created.is_none() && done >= created) won_cycles.add(done - created);
}

void OutcomeTotals::Sums::merge(const Sums& other) {
  closed.merge(other.closed);
  open.merge(other.open);
  won_in_period.merge(other.won_in_period);
  won_cycles.merge(other.won_cycles);
}

void OutcomeTotals::add(const table::OpportunityChunk& chunk, const Scope& scope) {
  const bool has_owner = chunk.has(OpportunityField::kOwner), has_team = chunk.has(OpportunityField::kTeam);
  for (std::size_t row = 0; row < chunk.rows(); ++row) {
    all_.add(chunk, row, scope);
    const std::string owner(has_owner ? chunk.text(OpportunityField::kOwner).at(row) : "");
    const std::string team(has_team ? chunk.text(OpportunityField::kTeam).at(row) : "");
    if (has_owner) by_owner_[owner].add(chunk, row, scope);
    if (has_team) by_team_[team].add(chunk, row, scope);
    if (has_owner && !team.empty()) ++teams_[owner][team];
  }
}

void OutcomeTotals::merge(const OutcomeTotals& other) {
  all_.merge(other.all_);
  for (const auto& [owner, sums] : other.by_owner_) by_owner_[owner].merge(sums);
  for (const auto& [team, sums] : other.by_team_) by_team_[team].merge(sums);
  for (const auto& [owner, teams] : other.teams_) {
    for (const auto& [team, deals] : teams) teams_[owner][team] += deals;
  }
}

std::map<std::string, std::string> OutcomeTotals::team_of_owner() const {
  std::map<std::string, std::string> result;
  for (const auto& [owner, teams] : teams_) {
    result[owner] = std::max_element(teams.begin(), teams.end(), [](const auto& a, const auto& b) {
                      return a.second < b.second;
                    })->first;
  }
  return result;
}

Outcome OutcomeTotals::outcome(const Sums& sums, const std::optional<Money>& quota, Figures& figures) {
  Outcome result;
  result.won = sums.closed.won.count;
  result.lost = sums.closed.lost.count;
  result.win_rate = ratio(result.won, sums.closed.count());
  if (const std::optional<Int128> won = figures.exact(sums.closed.won.amount); won)
    result.average_deal_size = figures.money(won, sums.closed.won.with_amount);
  result.sales_cycle_days = mean_days(sums.won_cycles);
  result.won_in_period = figures.money_of(sums.won_in_period.count, sums.won_in_period.amount);
  result.quota = quota;
  result.quota_attainment = ratio(result.won_in_period, quota);
  result.pipeline_coverage = ratio(figures.money_of(sums.open.count, sums.open.amount), quota);
  return result;
}

}  // namespace ae::report
