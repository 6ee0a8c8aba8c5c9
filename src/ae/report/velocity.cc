#include "ae/report/velocity.h"

namespace ae::report {

void add_won_amounts(std::map<Currency, NumberCounts>& amounts, const ChunkDeals& deals) {
  const table::OpportunityChunk& chunk = deals.chunk();
  if (deals.adds_plainly()) {
    if (deals.totals().front().second.won().with_amount == 0) return;
    NumberCounts& counts = amounts[chunk.currency.front()];
    for (const std::uint32_t row : deals.won()) {
      if (has_amount(chunk, row)) counts.add(chunk.amount[row]);
    }
    return;
  }
  NumberCounts* counts = nullptr;
  Currency currency;
  for (const std::uint32_t row : deals.won()) {
    if (!has_amount(chunk, row)) continue;
    if (counts == nullptr || chunk.currency[row] != currency) {
      currency = chunk.currency[row];
      counts = &amounts[currency];
    }
    counts->add(chunk.amount[row]);
  }
}

void add_won_cycles(NumberCounts& cycles, const ChunkDeals& deals) {
  const std::vector<Date>& created = deals.chunk().dates(OpportunityField::kCreatedDate);
  const std::vector<Date>& closed = deals.chunk().dates(OpportunityField::kClosedDate);
  for (const std::uint32_t row : deals.won()) {
    if (!created[row].is_none() && closed[row] >= created[row]) cycles.add(closed[row] - created[row]);
  }
}

void Velocity::add(const ChunkDeals& deals) {
  open_ += std::ssize(deals.open());
  const KindSums sums = deals.all();
  deals_.won.merge(sums.won());
  deals_.lost.merge(sums.lost());
  add_won_amounts(won_amounts_, deals);
}

void Velocity::merge(const Velocity& other) {
  open_ += other.open_;
  deals_.merge(other.deals_);
  for (const auto& [currency, amounts] : other.won_amounts_) won_amounts_[currency].merge(amounts);
}

VelocityFigures Velocity::figures(const NumberCounts& won_cycles, Figures& figures,
                                  std::vector<Note>& notes) const {
  VelocityFigures result;
  result.win_rate = ratio(won(), closed());
  result.win_rate_by_amount = win_rate_by_amount(deals_, figures, notes);
  const std::int64_t cycles = won_cycles.count();
  result.mean_cycle_days = mean_days(won_cycles);
  result.median_cycle_days = median_days(won_cycles);
  const std::optional<Int128> won = figures.exact(deals_.won.amount);
  if (!won) return result;
  result.average_won_amount = figures.money(won, won_with_amount());
  result.median_won_amount = figures.money(won_amounts_.begin()->second.twice_median(), 2);
  // open × won/(won+lost) × amount/with_amount ÷ (cycle_days/cycles), as one exact quotient.
  const auto numerator = product({*won, open_, this->won(), cycles});
  const auto denominator = product({won_cycles.sum(), closed(), won_with_amount()});
  if (denominator == Int128{0}) return result;
  result.value_per_day = figures.money(numerator, denominator);
  return result;
}

}  // namespace ae::report
