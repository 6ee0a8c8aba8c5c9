#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/fields.h"
#include "ae/domain/account_facts.h"

/// Potential business space: what is sold to which unit of the account, what is in the pipeline, and where
/// nothing is.
namespace ae {

/// A product in a unit: bought (a deal was won), else in an open deal, else whitespace, whether a deal was
/// lost there or not.
enum class SpaceState : std::uint8_t { kCurrent, kOpen, kWhitespace, kCount };

constexpr std::string_view key(SpaceState state) {
  constexpr std::string_view kKeys[] = {"current", "open", "whitespace"};
  return kKeys[static_cast<std::size_t>(state)];
}

struct SpaceCell {
  std::string product;
  std::string unit;
  SpaceState state = SpaceState::kWhitespace;
  std::int64_t won_deals = 0, open_deals = 0, lost_deals = 0;
  std::optional<Money> won, open;   ///< null: no amount known, or several currencies
  std::optional<Money> list_price;  ///< of one; null: not on the price list

  static constexpr auto fields() {
    return std::tuple{field("product", &SpaceCell::product, Text{"Product", "产品"}),
                      field("unit", &SpaceCell::unit, Text{"Unit of the account", "账户的业务单元"}),
                      field("state", &SpaceCell::state,
                            Text{"current: a deal was won; open: one is open; whitespace: neither",
                                 "current：已有赢单；open：有未结商机；whitespace：两者皆无"}),
                      field("won_deals", &SpaceCell::won_deals, Text{"Deals won", "赢单数"}),
                      field("open_deals", &SpaceCell::open_deals, Text{"Open deals", "未结商机数"}),
                      field("lost_deals", &SpaceCell::lost_deals, Text{"Deals lost", "丢单数"}),
                      field("won", &SpaceCell::won, Text{"Sum of the amounts won", "赢单金额之和"}),
                      field("open", &SpaceCell::open, Text{"Sum of the open amounts", "未结金额之和"}),
                      field("list_price", &SpaceCell::list_price,
                            Text{"List price of one; null when it is not on the price list",
                                 "单份标价；不在价格表中为空"})};
  }
};

/// Every product in every unit: products in the order of the price list, then those of the deals alone by
/// name; for each the units in their order. Deals without a product are in none of it. Empty where neither
/// deals nor prices name a product.
std::vector<SpaceCell> whitespace_of(const AccountFacts& facts);

/// What is sold to the account: the cells with a deal won, and last the deals won without a product, under
/// the product "".
struct CurrentProduct {
  std::string product;
  std::string unit;
  std::int64_t deals = 0;
  std::optional<Money> won;
  std::optional<Date> last_won;

  static constexpr auto fields() {
    return std::tuple{
        field("product", &CurrentProduct::product,
              Text{"Product; \"\" where the deals name none", "产品；商机未写明时为 \"\""}),
        field("unit", &CurrentProduct::unit, Text{"Unit of the account", "账户的业务单元"}),
        field("deals", &CurrentProduct::deals, Text{"Deals won", "赢单数"}),
        field("won", &CurrentProduct::won, Text{"Sum of their known amounts", "其已知金额之和"}),
        field("last_won", &CurrentProduct::last_won, Text{"Day of the latest", "最近一次赢单日期"})};
  }
};

std::vector<CurrentProduct> current_products_of(const AccountFacts& facts);

/// The list prices of the whitespace of each product, one for each unit.
struct ProductSpace {
  std::string product;
  std::vector<std::string> units;
  std::optional<Money> amount;  ///< list price × units; null without a price, or when it does not fit
};

/// The products with whitespace, in the order of whitespace_of.
std::vector<ProductSpace> product_spaces(const std::vector<SpaceCell>& cells);

/// The exact sum when there is one figure for it: null when nothing is known, in several currencies, or when
/// it does not fit.
std::optional<Money> sum_of(const MoneySum& sum);

}  // namespace ae
