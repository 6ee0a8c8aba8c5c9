#include "ae/report/state_totals.h"

namespace ae::report {

void StateTotals::add(const ChunkDeals& deals) {
  for (const auto& [currency, sums] : deals.totals()) {
    PerCurrency& totals = currencies_[currency];
    totals.open.deals.merge(sums.open());
    totals.open.weighted.merge(sums.weighted(deals.scope().policy));
    totals.won.merge(sums.won());
    totals.lost.merge(sums.lost());
  }
  const table::OpportunityChunk& chunk = deals.chunk();
  if (deals.adds_plainly()) {
    std::int64_t known = 0;
    Int128 sum = 0;
    for (const std::uint32_t row : deals.open()) {
      const Probability theirs = chunk.probability[row];
      const std::int64_t counts = !theirs.is_none() && has_amount(chunk, row) ? 1 : 0;
      known += counts;
      sum += Int128{-counts & chunk.amount[row]} * theirs.millionths();
    }
    if (known > 0)
      currencies_[chunk.currency.front()].open.imported_weighted.add(chunk.currency.front(), sum);
    return;
  }
  MoneySum imported;
  for (const std::uint32_t row : deals.open()) {
    const Probability theirs = chunk.probability[row];
    if (theirs.is_none() || !has_amount(chunk, row)) continue;
    imported.add(chunk.currency[row], Int128{chunk.amount[row]} * theirs.millionths());
  }
  for (const auto& [currency, sum] : imported.by_currency())
    currencies_[currency].open.imported_weighted.add(currency, sum);
}

void StateTotals::merge(const StateTotals& other) {
  for (const auto& [currency, totals] : other.currencies_) {
    PerCurrency& ours = currencies_[currency];
    ours.open.deals.merge(totals.open.deals);
    ours.open.weighted.merge(totals.open.weighted);
    ours.open.imported_weighted.merge(totals.open.imported_weighted);
    ours.won.merge(totals.won);
    ours.lost.merge(totals.lost);
  }
}

StateTotals::Open StateTotals::open() const {
  Open all;
  for (const auto& [currency, totals] : currencies_) {
    all.deals.merge(totals.open.deals);
    all.weighted.merge(totals.open.weighted);
    all.imported_weighted.merge(totals.open.imported_weighted);
  }
  return all;
}

DealSum StateTotals::closed(DealState state) const {
  DealSum all;
  for (const auto& [currency, totals] : currencies_)
    all.merge(state == DealState::kWon ? totals.won : totals.lost);
  return all;
}

OpenFigures StateTotals::figures(const Open& open, Figures& figures) {
  return {open.deals.count, open.deals.with_amount, figures.money(open.deals.amount),
          figures.weighted(open.weighted), figures.weighted(open.imported_weighted)};
}

ClosedFigures StateTotals::figures(const DealSum& closed, Figures& figures) {
  return {closed.count, figures.money(closed.amount)};
}

Result<std::vector<CurrencyFigures>> StateTotals::by_currency() const {
  std::vector<CurrencyFigures> rows;
  for (const auto& [currency, totals] : currencies_) {
    Figures one_currency(currency);
    rows.push_back({currency.is_none() ? std::nullopt : std::optional(std::string(currency.code())),
                    figures(totals.open, one_currency), figures(totals.won, one_currency),
                    figures(totals.lost, one_currency)});
    AE_TRY_VOID(one_currency.check());
  }
  return rows;
}

}  // namespace ae::report
