#include "ae/report/velocity.h"

namespace ae::report {

void Velocity::add(const table::OpportunityChunk& chunk, const Scope&) {
  const std::vector<Date>& created = chunk.dates(OpportunityField::kCreatedDate);
  const std::vector<Date>& closed = chunk.dates(OpportunityField::kClosedDate);
  for (std::size_t row = 0; row < chunk.rows(); ++row) {
    if (is_open(chunk, row)) ++open_;
    deals_.add(chunk, row);
    if (chunk.state[row] != DealState::kWon) continue;
    if (has_amount(chunk, row)) won_amounts_[chunk.currency[row]].add(chunk.amount[row]);
    if (!created[row].is_none() && closed[row] >= created[row]) won_cycles_.add(closed[row] - created[row]);
  }
}

void Velocity::merge(const Velocity& other) {
  open_ += other.open_;
  deals_.merge(other.deals_);
  for (const auto& [currency, amounts] : other.won_amounts_) won_amounts_[currency].merge(amounts);
  won_cycles_.merge(other.won_cycles_);
}

VelocityFigures Velocity::figures(Figures& figures, std::vector<Note>& notes) const {
  VelocityFigures result;
  result.win_rate = ratio(won(), closed());
  result.win_rate_by_amount = win_rate_by_amount(deals_, figures, notes);
  const std::int64_t cycles = won_cycles_.count();
  result.mean_cycle_days = mean_days(won_cycles_);
  result.median_cycle_days = median_days(won_cycles_);
  const std::optional<Int128> won = figures.exact(deals_.won.amount);
  if (!won) return result;
  result.average_won_amount = figures.money(won, won_with_amount());
  result.median_won_amount = figures.money(won_amounts_.begin()->second.twice_median(), 2);
  // open × won/(won+lost) × amount/with_amount ÷ (cycle_days/cycles), as one exact quotient.
  const auto numerator = product({*won, open_, this->won(), cycles});
  const auto denominator = product({won_cycles_.sum(), closed(), won_with_amount()});
  if (denominator == Int128{0}) return result;
  result.value_per_day = figures.money(numerator, denominator);
  return result;
}

}  // namespace ae::report
