#include "ae/forecast/deal.h"

#include <map>
#include <string>

namespace ae::forecast {
namespace {

/// What the open deals of a file have in common.
struct OpenDeals {
  bool any = false;
  bool any_amount = false;
  bool one_stage = true;
  Stage stage = Stage::kUnknown;
};

OpenDeals look_at_open(const std::vector<Deal>& deals) {
  OpenDeals open;
  for (const Deal& deal : deals) {
    if (!deal.is_open()) continue;
    if (!open.any) open.stage = deal.stage;
    open.any = true;
    open.any_amount |= deal.amount.has_value() && !deal.supplied;
    open.one_stage &= deal.stage == open.stage;
  }
  return open;
}

void reopen(Deal& deal, const OpenDeals& open) {
  deal.state = DealState::kOpen;
  deal.stage = open.any && open.one_stage ? open.stage : Stage::kUnknown;
  deal.category = ForecastCategory::kNone;
  deal.close = {};
  deal.closed = {};
  if (!open.any_amount) deal.amount.reset();
}

}  // namespace

std::vector<Deal> deals_of(const std::vector<DealFact>& facts, Currency currency) {
  std::map<std::string_view, std::uint32_t> codes{{"", 0}};
  std::vector<Deal> deals;
  deals.reserve(facts.size());
  for (const DealFact& fact : facts) {
    Deal deal;
    deal.fact = static_cast<std::uint32_t>(deals.size());
    deal.product = codes.try_emplace(fact.product, static_cast<std::uint32_t>(codes.size())).first->second;
    deal.stage = fact.stage;
    deal.state = fact.state;
    deal.category = fact.category;
    if (fact.has_amount() && fact.currency == currency) deal.amount = static_cast<double>(fact.amount);
    deal.supplied = fact.amount_source == table::AmountSource::kPriceList;
    deal.created = fact.created;
    deal.close = fact.close;
    deal.closed = fact.closed;
    deals.push_back(deal);
  }
  return deals;
}

std::vector<Deal> cut(const std::vector<Deal>& deals, Date day) {
  const OpenDeals open = look_at_open(deals);
  std::vector<Deal> known;
  known.reserve(deals.size());
  for (const Deal& deal : deals) {
    if (!deal.created.is_none() && deal.created > day) continue;
    known.push_back(deal);
    if (!deal.closed.is_none() && deal.closed > day) reopen(known.back(), open);
  }
  return known;
}

double won_between(const Deal& deal, Date from, Date to) {
  const bool won = deal.state == DealState::kWon && !deal.closed.is_none();
  return won && from <= deal.closed && deal.closed <= to ? deal.amount.value_or(0) : 0;
}

double won_between(const std::vector<Deal>& deals, Date from, Date to) {
  double sum = 0;
  for (const Deal& deal : deals) sum += won_between(deal, from, to);
  return sum;
}

Date first_close(const std::vector<Deal>& deals) {
  Date first;
  for (const Deal& deal : deals) {
    if (!deal.closed.is_none() && (first.is_none() || deal.closed < first)) first = deal.closed;
  }
  return first;
}

}  // namespace ae::forecast
