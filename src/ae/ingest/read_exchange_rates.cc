#include "ae/ingest/read_side_files.h"
#include "ae/ingest/side_table.h"
#include "ae/ingest/values/date.h"
#include "ae/ingest/values/number.h"

namespace ae::ingest {
namespace {

Result<Date> read_day(const SideTable& table, std::size_t row) {
  const DateCell cell = parse_date(table.cell(row, "date"));
  if (!cell.missing && !cell.fault && cell.year_first) return *cell.readings[DateOrder::kYmd];
  return fail(table.error_at(row, "date", "rate_date_unreadable",
                             Text{"The date of a rate is written year first", "汇率日期应年在前"},
                             Text{"Write it as 2026-02-15", "请写成 2026-02-15"}));
}

Result<Currency> read_currency(const SideTable& table, std::size_t row, std::string_view column) {
  if (const std::optional<Currency> currency = Currency::from_code(table.cell(row, column))) return *currency;
  return fail(table.error_at(row, column, "unknown_currency",
                             Text{"This is no currency code of ISO 4217", "不是 ISO 4217 币种代码"},
                             Text{"Write a code such as USD, EUR or CNY", "请写 USD、EUR、CNY 等代码"}));
}

/// A rate has a decimal point and no grouping: 7.123 would be ambiguous otherwise.
Result<DecimalRate> read_rate(const SideTable& table, std::size_t row) {
  constexpr int kMostDecimals = 18;
  const Text hint{"Write it with a decimal point and without grouping: 7.1234",
                  "请以点为小数点，不用千位分隔：7.1234"};
  const std::string_view cell = table.cell(row, "rate");
  const bool plain = cell.find_first_not_of("0123456789.-") == std::string_view::npos;
  const std::string_view unsigned_cell = cell.starts_with('-') ? cell.substr(1) : cell;
  const std::optional<Decimal> value = plain ? read_number(unsigned_cell, DecimalMark::kPoint) : std::nullopt;
  const std::optional<std::int64_t> digits = value ? narrow(value->digits) : std::nullopt;
  if (!digits || value->scale > kMostDecimals) {
    return fail(table.error_at(row, "rate", "rate_unreadable", Text{"This is not a rate", "不是汇率"}, hint));
  }
  if (*digits == 0 || cell.starts_with('-')) {
    return fail(table.error_at(row, "rate", "rate_not_positive", Text{"A rate is above 0", "汇率应大于 0"},
                               Text{"Write how many units of `to` one unit of `from` is worth",
                                    "请填写一单位 from 币种可兑换的 to 币种数量"}));
  }
  return DecimalRate{*digits, value->scale};
}

}  // namespace

Result<ExchangeRates> read_exchange_rates(const Source& source, std::vector<Note>& notes) {
  AE_TRY(const SideTable table,
         SideTable::read(source, "rates", {{"date", true}, {"from", true}, {"to", true}, {"rate", true}}));
  notes.insert(notes.end(), table.notes().begin(), table.notes().end());
  ExchangeRates rates;
  for (const std::size_t row : table.rows()) {
    AE_TRY(const Date day, read_day(table, row));
    AE_TRY(const Currency from, read_currency(table, row, "from"));
    AE_TRY(const Currency to, read_currency(table, row, "to"));
    AE_TRY(const DecimalRate rate, read_rate(table, row));
    rates.add(day, from, to, rate);
  }
  return rates;
}

}  // namespace ae::ingest
