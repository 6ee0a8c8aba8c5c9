#include "ae/forecast/open_book.h"

namespace ae::forecast {

void OpenBook::add(const Deal& deal, const DealChances& chances, const WonAmounts& amounts, double share) {
  if (!deal.is_open()) return;
  const std::optional<DealChance> chance = chances.of(deal);
  const double probability = chance ? chance->probability * share : 0;
  if (probability <= 0) return;
  const double amount = amounts.expected(deal);
  deals.push_back({probability, amount});
  mean += probability * amount;
  variance += probability * (1 - probability) * amount * amount;
  if (deal.amount) return;
  const double unknown = probability * amounts.variance_of(deal);
  unknown_amounts += unknown;
  variance += unknown;
}

}  // namespace ae::forecast
