#include "ae/forecast/open_book.h"

namespace ae::forecast {

void OpenBook::add(const Deal& deal, const DealChances& chances, const WonAmounts& amounts) {
  if (!deal.is_open()) return;
  const std::optional<DealChance> chance = chances.of(deal);
  if (!chance || chance->probability <= 0) return;
  const double amount = amounts.expected(deal);
  deals.push_back({chance->probability, amount});
  mean += chance->probability * amount;
  variance += chance->probability * (1 - chance->probability) * amount * amount;
  if (deal.amount) return;
  const double unknown = chance->probability * amounts.variance_of(deal);
  unknown_amounts += unknown;
  variance += unknown;
}

}  // namespace ae::forecast
