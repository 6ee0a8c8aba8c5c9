#include "ae/domain/whitespace.h"

#include <algorithm>
#include <map>
#include <set>

namespace ae {
namespace {

struct Tally {
  std::int64_t won_deals = 0, open_deals = 0, lost_deals = 0;
  MoneySum won, open;
  std::optional<Date> last_won;

  void add(const AccountDeal& deal) {
    if (deal.state == DealState::kLost) {
      ++lost_deals;
      return;
    }
    const bool is_won = deal.state == DealState::kWon;
    ++(is_won ? won_deals : open_deals);
    if (deal.amount) (is_won ? won : open).add(deal.amount->currency, deal.amount->minor);
    if (is_won && !deal.closed_date.is_none())
      last_won = std::max(last_won.value_or(deal.closed_date), deal.closed_date);
  }
};

using Tallies = std::map<std::pair<std::string, std::size_t>, Tally>;

Tallies tallies_of(const AccountFacts& facts) {
  Tallies tallies;
  for (const AccountDeal& deal : facts.deals) tallies[{deal.product, deal.unit}].add(deal);
  return tallies;
}

/// On the price list first, in its order; then those that deals alone name.
std::vector<ProductPrice> products_of(const AccountFacts& facts) {
  std::vector<ProductPrice> products = facts.prices;
  std::set<std::string> known;
  for (const ProductPrice& price : products) known.insert(price.product);
  std::set<std::string> others;
  for (const AccountDeal& deal : facts.deals) {
    if (!deal.product.empty() && !known.contains(deal.product)) others.insert(deal.product);
  }
  for (const std::string& product : others) products.push_back({product, std::nullopt});
  return products;
}

SpaceState state_of(const Tally& tally) {
  if (tally.won_deals > 0) return SpaceState::kCurrent;
  return tally.open_deals > 0 ? SpaceState::kOpen : SpaceState::kWhitespace;
}

CurrentProduct current_product(const std::string& product, const std::string& unit, const Tally& tally) {
  return {product, unit, tally.won_deals, sum_of(tally.won), tally.last_won};
}

}  // namespace

std::optional<Money> sum_of(const MoneySum& sum) {
  const std::optional<Int128> exact = sum.exact();
  const std::optional<std::int64_t> minor = exact ? narrow(*exact) : std::nullopt;
  if (!minor) return std::nullopt;
  return Money{*minor, sum.by_currency().front().first};
}

std::vector<SpaceCell> whitespace_of(const AccountFacts& facts) {
  Tallies tallies = tallies_of(facts);
  std::vector<SpaceCell> cells;
  for (const ProductPrice& product : products_of(facts)) {
    for (std::size_t unit = 0; unit < facts.units.size(); ++unit) {
      const Tally& tally = tallies[{product.product, unit}];
      cells.push_back({product.product, facts.units[unit], state_of(tally), tally.won_deals, tally.open_deals,
                       tally.lost_deals, sum_of(tally.won), sum_of(tally.open), product.price});
    }
  }
  return cells;
}

std::vector<CurrentProduct> current_products_of(const AccountFacts& facts) {
  Tallies tallies = tallies_of(facts);
  std::vector<ProductPrice> products = products_of(facts);
  products.push_back({"", std::nullopt});
  std::vector<CurrentProduct> current;
  for (const ProductPrice& product : products) {
    for (std::size_t unit = 0; unit < facts.units.size(); ++unit) {
      const Tally& tally = tallies[{product.product, unit}];
      if (tally.won_deals > 0) current.push_back(current_product(product.product, facts.units[unit], tally));
    }
  }
  return current;
}

std::vector<ProductSpace> product_spaces(const std::vector<SpaceCell>& cells) {
  std::vector<ProductSpace> spaces;
  for (const SpaceCell& cell : cells) {
    if (cell.state != SpaceState::kWhitespace) continue;
    if (spaces.empty() || spaces.back().product != cell.product) spaces.push_back({cell.product, {}, {}});
    ProductSpace& space = spaces.back();
    space.units.push_back(cell.unit);
    const auto units = static_cast<Int128>(space.units.size());
    const auto minor = cell.list_price ? narrow(Int128{cell.list_price->minor} * units) : std::nullopt;
    space.amount = minor ? std::optional(Money{*minor, cell.list_price->currency}) : std::nullopt;
  }
  return spaces;
}

}  // namespace ae
