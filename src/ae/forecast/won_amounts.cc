#include "ae/forecast/won_amounts.h"

namespace ae::forecast {

WonAmounts WonAmounts::fit(const std::vector<Deal>& deals) {
  WonAmounts amounts;
  for (const Deal& deal : deals) {
    if (deal.state != DealState::kWon || !deal.amount) continue;
    for (Sums* sums : {&amounts.overall_, &amounts.products_[deal.product]}) {
      sums->count += 1;
      sums->sum += *deal.amount;
      sums->squares += *deal.amount * *deal.amount;
    }
  }
  return amounts;
}

double WonAmounts::expected(const Deal& deal) const {
  if (deal.amount) return *deal.amount;
  const auto product = deal.product == 0 ? products_.end() : products_.find(deal.product);
  if (product == products_.end()) return mean();
  return (product->second.sum + kPriorDeals * mean()) / (product->second.count + kPriorDeals);
}

double WonAmounts::variance_of(const Deal& deal) const {
  const auto product = deal.product == 0 ? products_.end() : products_.find(deal.product);
  const double overall = mean_square() - mean() * mean();
  if (product == products_.end()) return overall;
  const Sums& sums = product->second;
  const double own = sums.squares - sums.sum * sums.sum / sums.count;  // × count
  return (own + kPriorDeals * overall) / (sums.count + kPriorDeals);
}

}  // namespace ae::forecast
