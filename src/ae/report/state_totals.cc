#include "ae/report/state_totals.h"

namespace ae::report {

void StateTotals::add_open(Open& open, const table::OpportunityChunk& chunk, std::size_t row,
                           const Policy& policy) {
  open.deals.add(chunk, row);
  if (!has_amount(chunk, row)) return;
  const Int128 amount = chunk.amount[row];
  const Probability ours = open_probability(chunk, row, policy);
  if (!ours.is_none()) open.weighted.add(chunk.currency[row], amount * ours.millionths());
  const Probability theirs = chunk.probability[row];
  if (!theirs.is_none()) open.imported_weighted.add(chunk.currency[row], amount * theirs.millionths());
}

void StateTotals::add(const table::OpportunityChunk& chunk, const Scope& scope) {
  PerCurrency* last = nullptr;
  for (std::size_t row = 0; row < chunk.rows(); ++row) {
    if (last == nullptr || chunk.currency[row] != chunk.currency[row - 1])
      last = &currencies_[chunk.currency[row]];
    PerCurrency& totals = *last;
    switch (chunk.state[row]) {
      case DealState::kWon:
        totals.won.add(chunk, row);
        break;
      case DealState::kLost:
        totals.lost.add(chunk, row);
        break;
      case DealState::kOpen:
      case DealState::kCount:
        add_open(totals.open, chunk, row, scope.policy);
        break;
    }
  }
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
