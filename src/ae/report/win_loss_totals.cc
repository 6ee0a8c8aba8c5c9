#include "ae/report/win_loss_totals.h"

#include "ae/report/velocity.h"
#include "ae/statistics/survival.h"

namespace ae::report {

void WinLossTotals::add(const ChunkDeals& deals) {
  const table::OpportunityChunk& chunk = deals.chunk();
  const std::vector<Date>& created = chunk.dates(OpportunityField::kCreatedDate);
  const std::vector<Date>& closed = chunk.dates(OpportunityField::kClosedDate);
  const Date as_of = deals.scope().as_of;
  open_ += std::ssize(deals.open());
  const KindSums sums = deals.all();
  deals_.won.merge(sums.won());
  deals_.lost.merge(sums.lost());
  add_won_amounts(won_amounts_, deals);
  add_won_cycles(won_cycles_, deals);
  for (const std::uint32_t row : deals.lost()) {
    if (!created[row].is_none() && closed[row] >= created[row]) lost_cycles_.add(closed[row] - created[row]);
  }
  for (const std::uint32_t row : deals.open()) {
    if (!created[row].is_none() && created[row] <= as_of) open_ages_.add(as_of - created[row]);
  }
}

void WinLossTotals::merge(const WinLossTotals& other) {
  deals_.merge(other.deals_);
  for (const auto& [currency, amounts] : other.won_amounts_) won_amounts_[currency].merge(amounts);
  won_cycles_.merge(other.won_cycles_);
  lost_cycles_.merge(other.lost_cycles_);
  open_ages_.merge(other.open_ages_);
  open_ += other.open_;
}

WinLossFigures WinLossTotals::figures(Figures& figures, std::vector<Note>& notes) const {
  WinLossFigures result;
  static_cast<WinRateFigures&>(result) = win_rate_figures(deals_.won.count, deals_.lost.count);
  result.won_amount = figures.money_of(deals_.won.count, deals_.won.amount);
  result.lost_amount = figures.money_of(deals_.lost.count, deals_.lost.amount);
  result.win_rate_by_amount = report::win_rate_by_amount(deals_, figures, notes);
  result.mean_cycle_days_won = mean_days(won_cycles_);
  result.median_cycle_days_won = median_days(won_cycles_);
  result.mean_cycle_days_lost = mean_days(lost_cycles_);
  result.median_cycle_days_lost = median_days(lost_cycles_);
  const std::optional<Int128> won = figures.exact(deals_.won.amount);
  if (!won) return result;
  result.average_won_amount = figures.money(won, deals_.won.with_amount);
  result.median_won_amount = figures.money(won_amounts_.begin()->second.twice_median(), 2);
  return result;
}

CycleFigures WinLossTotals::cycle() const {
  NumberCounts ended = won_cycles_;
  ended.merge(lost_cycles_);
  const statistics::Survival open(ended.counts(), open_ages_.counts());
  CycleFigures cycle;
  cycle.closed = ended.count();
  cycle.open = open_ages_.count();
  cycle.quarter_closed_days = open.day_of(0.25);
  cycle.half_closed_days = open.day_of(0.5);
  cycle.three_quarters_closed_days = open.day_of(0.75);
  return cycle;
}

}  // namespace ae::report
