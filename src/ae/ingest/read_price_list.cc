#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/read_side_files.h"
#include "ae/ingest/side_table.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/money.h"

namespace ae::ingest {
namespace {

constexpr Text kWriteItSo{"Write the price as 1250 or 1250.00", "价格请写成 1250 或 1250.00"};

NumberFormat number_format_of(const SideTable& table) {
  NumberSurvey survey;
  for (const std::size_t row : table.rows()) {
    const MoneyCell cell = parse_money(table.cell(row, "price"));
    if (!cell.missing && !cell.fault) survey.add(cell.number);
  }
  return survey.decide();
}

/// What the row, the price and its header say about the currency together.
Result<CurrencyMark> mark_of(const SideTable& table, std::size_t row, const MoneyCell& price) {
  const std::string_view cell = table.cell(row, "currency");
  const std::optional<CurrencyMark> column = is_missing(cell) ? CurrencyMark{} : parse_currency_name(cell);
  if (!column) {
    return fail(table.error_at(row, "currency", "unknown_currency",
                               Text{"This is no currency code of ISO 4217", "不是 ISO 4217 币种代码"},
                               Text{"Write a code such as USD, EUR or CNY", "请写 USD、EUR、CNY 等代码"}));
  }
  const std::optional<CurrencyMark> own = agreed(price.currency, *column);
  const std::optional<CurrencyMark> all = own ? agreed(*own, table.unit("price")) : std::nullopt;
  if (all) return *all;
  return fail(table.error_at(
      row, "price", "price_currency",
      Text{"The price names another currency than its column or header", "价格上的币种与币种列或表头不一致"},
      Text{"Leave one of the two", "请只保留其中一个"}));
}

/// The currency of a price; nullopt when it names none and the deals have several.
Result<std::optional<Currency>> currency_of(const SideTable& table, std::size_t row, const CurrencyMark& mark,
                                            std::optional<Currency> deals) {
  if (mark.kind == CurrencyMark::Kind::kNone) return deals;
  if (deals && deals->is_none()) {
    return fail(table.error_at(
        row, "price", "price_currency",
        Text{"The price names a currency, the opportunities name none", "该价格写明了币种，而商机没有"},
        Text{"Say what the opportunities are in: --currency USD", "请指明商机的币种：--currency USD"}));
  }
  if (deals && mark.allows(*deals)) return deals;
  if (!mark.needs_settling()) return mark.settled({});
  return fail(table.error_at(
      row, "price", "ambiguous_currency",
      Text{"The sign of the price stands for several currencies", "价格上的符号可代表多个币种"},
      Text{"Add a column currency with codes: CNY, JPY, SEK",
           "请增加 currency 列并填写代码：CNY、JPY、SEK"}));
}

Result<std::int64_t> minor_units(const SideTable& table, std::size_t row, const MoneyCell& cell,
                                 const NumberFormat& format, Currency currency) {
  const std::optional<Decimal> value = read_amount(cell, format);
  if (!value) {
    return fail(table.error_at(row, "price", "ambiguous_number",
                               Text{"The price can be read with a decimal point and with a decimal comma",
                                    "该价格以点或逗号为小数点均可读"},
                               kWriteItSo));
  }
  DoesNotFit why{};
  const std::optional<std::int64_t> minor = in_minor_units(*value, currency.decimals(), why);
  if (!minor) {
    const Text reason = why == DoesNotFit::kTooLarge ? Text{"The price is too large", "价格过大"}
                                                     : Text{"The price has more decimals than its currency",
                                                            "价格的小数位数超过币种的位数"};
    return fail(table.error_at(row, "price", "price_unreadable", reason, kWriteItSo));
  }
  if (*minor >= 0) return *minor;
  return fail(table.error_at(
      row, "price", "price_negative", Text{"A price is not negative", "价格不能为负"},
      Text{"Write what the product is sold for, or remove the row", "请填写产品售价，或删除该行"}));
}

/// The prices that were read, each product once in each currency.
class Prices {
 public:
  Prices(const SideTable& table, std::optional<Currency> deals_currency)
      : table_(table), deals_currency_(deals_currency), format_(number_format_of(table)) {}

  Result<void> add(std::size_t row, PriceList& list) {
    const MoneyCell cell = parse_money(table_.cell(row, "price"));
    if (cell.missing) return {};
    if (cell.fault) return fail(table_.error_at(row, "price", "price_unreadable", *cell.fault, kWriteItSo));
    const std::string product(table_.cell(row, "product"));
    if (product.empty()) {
      return fail(table_.error_at(
          row, "product", "product_missing", Text{"The price has no product", "该价格没有产品名称"},
          Text{"Write its name as the deals do, or remove the row", "请按商机中的写法填写名称，或删除该行"}));
    }
    AE_TRY(const CurrencyMark mark, mark_of(table_, row, cell));
    AE_TRY(const std::optional<Currency> currency, currency_of(table_, row, mark, deals_currency_));
    if (!currency) {
      ++without_currency_;
      return {};
    }
    AE_TRY(const std::int64_t minor, minor_units(table_, row, cell, format_, *currency));
    const auto [known, fresh] =
        index_of_.emplace(std::pair{without_blanks_and_case(product), *currency}, list.prices.size());
    if (fresh) {
      list.prices.push_back({product, {minor, *currency}, table_.line(row)});
      return {};
    }
    const ListPrice& earlier = list.prices[known->second];
    if (earlier.price.minor == minor) return {};
    return fail(duplicate(row, earlier));
  }

  std::int64_t without_currency() const { return without_currency_; }

 private:
  Error duplicate(std::size_t row, const ListPrice& earlier) const {
    return table_.error_at(
        row, "price", "duplicate_price",
        Message{Text{"{product} has another price, {price}, in line {line}",
                     "{product} 在第 {line} 行另有价格 {price}"}}
            .with("product", earlier.product)
            .with("price", earlier.price.str())
            .with("line", std::to_string(earlier.line)),
        Text{"Keep one of the two rows; names that differ in blanks or case alone are one product",
             "请只保留其中一行；仅空格或大小写不同的名称视为同一产品"});
  }

  const SideTable& table_;
  std::optional<Currency> deals_currency_;
  NumberFormat format_;
  std::map<std::pair<std::string, Currency>, std::size_t> index_of_;
  std::int64_t without_currency_ = 0;
};

Note price_column_ambiguous(const SideTable& table) {
  return {
      "column_ambiguous", Severity::kWarning,
      Message{Text{"Several columns can be the price: {column} is read, {others} not; to change it, leave "
                   "out the others",
                   "有多列可作为价格：读取 {column}，未读取 {others}；如需更改，请去掉其余各列"}}
          .with("column", table.header("price"))
          .with("others", fmt::format("{}", fmt::join(table.also_named("price"), ", "))),
      table.header_place()};
}

Note prices_without_currency(std::int64_t count, const std::string& source) {
  return {
      "prices_without_currency",
      Severity::kWarning,
      Message{Text{"Prices of {file} that name no currency, while the deals stand in several: {count}, not "
                   "used; add a column currency",
                   "{file} 中未写明币种的价格：{count} 个；商机涉及多个币种，未予采用；请增加 currency 列"}}
          .with("file", source)
          .with("count", count),
      {source, 0, 0}};
}

}  // namespace

Result<PriceList> read_price_list(const Source& source, std::optional<Currency> deals_currency) {
  AE_TRY(
      const SideTable table,
      SideTable::read(source, "products", {{"product", true}, {"price", true, true}, {"currency", false}}));
  PriceList list;
  list.source = source.name;
  Prices prices(table, deals_currency);
  for (const std::size_t row : table.rows()) AE_TRY_VOID(prices.add(row, list));
  if (!table.also_named("price").empty()) list.notes.push_back(price_column_ambiguous(table));
  if (prices.without_currency() > 0)
    list.notes.push_back(prices_without_currency(prices.without_currency(), source.name));
  return list;
}

Result<std::vector<std::string>> read_product_names(const Source& source) {
  AE_TRY(const SideTable table, SideTable::read(source, "products", {{"product", true}}));
  std::vector<std::string> products;
  for (const std::size_t row : table.rows()) {
    if (!table.cell(row, "product").empty()) products.emplace_back(table.cell(row, "product"));
  }
  return products;
}

}  // namespace ae::ingest
