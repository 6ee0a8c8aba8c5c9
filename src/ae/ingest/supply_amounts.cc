#include "ae/ingest/supply_amounts.h"

#include <map>
#include <string>
#include <string_view>

#include "ae/ingest/mapping/normalised_name.h"
#include "ae/table/change.h"

namespace ae::ingest {
namespace {

using enum OpportunityField;

constexpr std::size_t kNamesShown = 5;

/// Names with how many deals carry each.
using Counted = std::map<std::string, std::int64_t, std::less<>>;

std::int64_t total(const Counted& names) {
  std::int64_t sum = 0;
  for (const auto& [name, count] : names) sum += count;
  return sum;
}

/// "GTX Pro (3), MG Special (1), …"; a blank name stands as "–".
std::string listed(const Counted& names) {
  std::string list;
  std::size_t shown = 0;
  for (const auto& [name, count] : names) {
    if (!list.empty()) list += ", ";
    if (shown++ == kNamesShown) return list + "…";
    list += (name.empty() ? "–" : name) + " (" + group_thousands(count) + ")";
  }
  return list;
}

class Supply {
 public:
  explicit Supply(const PriceList& list) : list_(list) {
    for (const ListPrice& price : list.prices)
      prices_of_[without_blanks_and_case(price.product)].push_back(&price);
  }

  void add(table::OpportunityChunk& chunk) {
    bool any = false;
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      if (chunk.state[row] == DealState::kOpen && chunk.amount[row] == table::kNoAmount)
        any = supply(chunk, row) || any;
    }
    if (any) chunk.add_field(kAmount);
  }

  std::int64_t supplied() const { return supplied_; }

  void add_notes(std::vector<Note>& notes) const {
    const auto note = [&](std::string code, Severity severity, Text text, std::int64_t count,
                          const std::string& names) {
      notes.push_back({std::move(code),
                       severity,
                       Message{text}.with("file", list_.source).with("count", count).with("names", names),
                       {list_.source, 0, 0}});
    };
    note("amounts_supplied", Severity::kInfo,
         Text{"Missing amounts of open deals taken from the list prices of {file}: {count}",
              "未结商机缺失的金额按 {file} 的标价补充：{count} 个"},
         supplied_, "");
    for (const auto& [names, count] : named_otherwise_) {
      notes.push_back(
          {"product_named_otherwise",
           Severity::kInfo,
           Message{Text{"The product {product} of the deals is taken for {listed} of {file}: {count}",
                        "商机中的产品 {product} 视为 {file} 中的 {listed}：{count} 个"}}
               .with("product", names.first)
               .with("listed", names.second)
               .with("file", list_.source)
               .with("count", count),
           {list_.source, 0, 0}});
    }
    if (!unknown_.empty())
      note("products_unknown", Severity::kWarning,
           Text{"Open deals whose amount stays missing, because {file} has no price for their product: "
                "{count}: "
                "{names}",
                "{file} 中没有其产品的价格、金额仍缺失的未结商机：{count} 个：{names}"},
           total(unknown_), listed(unknown_));
    if (!other_currency_.empty())
      note("prices_in_other_currency", Severity::kWarning,
           Text{"Open deals whose amount stays missing, because {file} prices their product in another "
                "currency: {count}: {names}",
                "{file} 以其他币种为其产品标价、金额仍缺失的未结商机：{count} 个：{names}"},
           total(other_currency_), listed(other_currency_));
  }

 private:
  bool supply(table::OpportunityChunk& chunk, std::size_t row) {
    const std::string product(chunk.text(kProduct).at(row));
    const auto found = prices_of_.find(without_blanks_and_case(product));
    if (found == prices_of_.end()) {
      ++unknown_[product];
      return false;
    }
    for (const ListPrice* price : found->second) {
      if (price->price.currency != chunk.currency[row]) continue;
      chunk.amount[row] = price->price.minor;
      chunk.amount_source[row] = table::AmountSource::kPriceList;
      ++supplied_;
      if (price->product != product) ++named_otherwise_[{product, price->product}];
      return true;
    }
    ++other_currency_[product];
    return false;
  }

  const PriceList& list_;
  std::map<std::string, std::vector<const ListPrice*>, std::less<>> prices_of_;
  std::int64_t supplied_ = 0;
  std::map<std::pair<std::string, std::string>, std::int64_t> named_otherwise_;
  Counted unknown_;
  Counted other_currency_;
};

Note products_not_used(const PriceList& list) {
  return {"products_not_used",
          Severity::kWarning,
          Message{Text{"The prices of {file} are not used: the deals have no column for the product; if they "
                       "do: --map product=COLUMN",
                       "未使用 {file} 的价格：商机没有产品列；若有：--map product=列名"}}
              .with("file", list.source),
          {list.source, 0, 0}};
}

}  // namespace

void supply_amounts(Reading& reading, const PriceList& list) {
  reading.notes.insert(reading.notes.end(), list.notes.begin(), list.notes.end());
  if (!reading.table.has(kProduct)) {
    reading.notes.push_back(products_not_used(list));
    return;
  }
  Supply supply(list);
  for (table::OpportunityChunk& chunk : reading.table.chunks) supply.add(chunk);
  supply.add_notes(reading.notes);
  // An amount in a currency of its own may have come to those of the others.
  if (supply.supplied() > 0) reading.currency = table::one_currency(reading.table);
}

}  // namespace ae::ingest
