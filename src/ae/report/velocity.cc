#include "ae/report/velocity.h"

namespace ae::report {

void Velocity::add(const table::OpportunityChunk& chunk, const Scope&) {
  const std::vector<Date>& created = chunk.dates(OpportunityField::kCreatedDate);
  const std::vector<Date>& closed = chunk.dates(OpportunityField::kClosedDate);
  for (std::size_t row = 0; row < chunk.rows(); ++row) {
    if (is_open(chunk, row)) ++open_;
    if (chunk.state[row] == DealState::kLost) lost_.add(chunk, row);
    if (chunk.state[row] != DealState::kWon) continue;
    won_.add(chunk, row);
    if (has_amount(chunk, row)) won_amounts_[chunk.currency[row]].add(chunk.amount[row]);
    if (!created[row].is_none() && closed[row] >= created[row]) won_cycles_.add(closed[row] - created[row]);
  }
}

void Velocity::merge(const Velocity& other) {
  open_ += other.open_;
  won_.merge(other.won_);
  lost_.merge(other.lost_);
  for (const auto& [currency, amounts] : other.won_amounts_) won_amounts_[currency].merge(amounts);
  won_cycles_.merge(other.won_cycles_);
}

void Velocity::win_rate_by_amount(VelocityFigures& result, const Figures& figures,
                                  std::vector<Note>& notes) const {
  if (closed() == 0) return;
  const std::optional<Int128> lost = figures.exact(lost_.amount);
  if (lost_.amount.empty() || lost == Int128{0}) {
    notes.push_back({"lost_amounts_zero",
                     Severity::kInfo,
                     Text{"No lost deal has an amount above 0: there is no win rate by amount",
                          "丢单均无大于 0 的金额：无法计算按金额的赢单率"},
                     {}});
    return;
  }
  const std::optional<Int128> won = won_.count == 0 ? Int128{0} : figures.exact(won_.amount);
  if (won && lost) result.win_rate_by_amount = Ratio::of(*won, *won + *lost);
}

VelocityFigures Velocity::figures(Figures& figures, std::vector<Note>& notes) const {
  VelocityFigures result;
  result.win_rate = ratio(won_.count, closed());
  win_rate_by_amount(result, figures, notes);
  const std::int64_t cycles = won_cycles_.count();
  result.mean_cycle_days = Days::of(won_cycles_.sum(), cycles);
  if (const auto twice = won_cycles_.twice_median()) result.median_cycle_days = Days::of(*twice, 2);
  const std::optional<Int128> won = figures.exact(won_.amount);
  if (!won) return result;
  result.average_won_amount = figures.money(*won, won_.with_amount);
  result.median_won_amount = figures.money(*won_amounts_.begin()->second.twice_median(), 2);
  // open × won/(won+lost) × amount/with_amount ÷ (cycle_days/cycles), as one exact quotient.
  const auto numerator = product({*won, open_, won_.count, cycles});
  const auto denominator = product({won_cycles_.sum(), closed(), won_.with_amount});
  if (denominator == Int128{0}) return result;
  result.value_per_day = figures.money(numerator, denominator);
  return result;
}

}  // namespace ae::report
