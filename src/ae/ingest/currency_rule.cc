#include "ae/ingest/currency_rule.h"

#include <string>

#include "ae/ingest/sniff/script.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/money.h"

namespace ae::ingest {
namespace {

using enum OpportunityField;
using Kind = CurrencyMark::Kind;

/// What ¥ means in a source: by the words of its header, else by all its cells.
Currency yen_of(const Sheet& sheet) {
  std::string header;
  for (const std::string& name : sheet.map.headers) header += name;
  Script script = script_of(header);
  for (std::size_t record = 0; script == Script::kNeither && record < sheet.records.size(); ++record) {
    std::string cells;
    for (const csv::Cell& cell : sheet.records[record]) cells += cell.text;
    script = script_of(cells);
  }
  if (script == Script::kNeither) return {};
  return *Currency::from_code(script == Script::kChinese ? "CNY" : "JPY");
}

Error ambiguous_currency(const Sheet& sheet, std::size_t record) {
  return {"ambiguous_currency",
          Text{"¥ can be the yuan or the yen, and the file is neither in Chinese nor in Japanese",
               "¥ 可能是人民币或日元，且文件既非中文也非日文"},
          Text{"Say which: --currency CNY or --currency JPY", "请指明币种：--currency CNY 或 --currency JPY"},
          sheet.place(record, kAmount),
          std::string(sheet.cell(record, kAmount)),
          {}};
}

/// Goes through the sources and collects who names which currency.
class Survey {
 public:
  explicit Survey(const ReadOptions& options) : options_(options) {}

  Result<void> add(const Sheet& sheet) {
    std::optional<Currency> yen;
    for (std::size_t record = 0; record < sheet.records.size(); ++record) {
      if (sheet.shapes[record] != RowShape::kLive) continue;
      const std::optional<CurrencyMark> said = currency_said(sheet, record);
      if (!said) continue;
      if (said->kind == Kind::kYen && !yen) {
        yen = sign_currency(sheet);
        if (yen->is_none()) return fail(ambiguous_currency(sheet, record));
      }
      count(sheet, record, said->settled(yen.value_or(Currency{})));
    }
    rule_.yen.push_back(yen.value_or(Currency{}));
    return {};
  }

  CurrencyRule settle() {
    if (options_.currency) {
      rule_.bare = *options_.currency;
    } else if (named_.size() == 1) {
      rule_.bare = named_.begin()->first;
      if (bare_amounts_ > 0) note_assumed(named_.begin()->second);
    }
    return std::move(rule_);
  }

 private:
  struct Namer {
    Place place;
    std::string words;
  };

  Currency sign_currency(const Sheet& sheet) const {
    const bool said = options_.currency && CurrencyMark{Kind::kYen, {}}.allows(*options_.currency);
    return said ? *options_.currency : yen_of(sheet);
  }

  void count(const Sheet& sheet, std::size_t record, Currency currency) {
    if (currency.is_none()) {
      const MoneyCell amount = parse_money(sheet.cell(record, kAmount));
      if (!amount.missing && !amount.fault) ++bare_amounts_;
      return;
    }
    if (named_.contains(currency)) return;
    const bool by_column = !is_missing(sheet.cell(record, kCurrency));
    const bool by_header =
        !by_column && parse_money(sheet.cell(record, kAmount)).currency.kind == Kind::kNone;
    const OpportunityField field = by_column ? kCurrency : kAmount;
    const std::size_t where = by_header ? sheet.header : record;
    named_[currency] = {sheet.place(where, field),
                        by_header ? sheet.map.header(kAmount) : std::string(sheet.cell(record, field))};
  }

  void note_assumed(const Namer& namer) {
    const Text one{
        "{count} amount names no currency; it is read as {currency}, the only one named ({words}); "
        "--currency changes it",
        "{count} 个金额未写明币种，按文件中唯一出现的币种 {currency} 读取（{words}）；可用 "
        "--currency 更改"};
    const Text more{
        "{count} amounts name no currency; they are read as {currency}, the only one named ({words}); "
        "--currency changes it",
        "{count} 个金额未写明币种，按文件中唯一出现的币种 {currency} 读取（{words}）；可用 "
        "--currency 更改"};
    rule_.notes.push_back({"currency_assumed", Severity::kInfo,
                           Message{bare_amounts_ == 1 ? one : more}
                               .with("count", bare_amounts_)
                               .with("currency", rule_.bare.code())
                               .with("words", namer.words),
                           namer.place});
  }

  const ReadOptions& options_;
  CurrencyRule rule_;
  std::map<Currency, Namer> named_;
  std::int64_t bare_amounts_ = 0;
};

}  // namespace

std::optional<CurrencyMark> currency_said(const Sheet& sheet, std::size_t record) {
  CurrencyMark said = parse_money(sheet.cell(record, kAmount)).currency;
  const std::optional<CurrencyMark> column = parse_currency_name(sheet.cell(record, kCurrency));
  if (column) {
    const std::optional<CurrencyMark> both = agreed(said, *column);
    if (!both) return std::nullopt;
    said = *both;
  }
  return agreed(said, sheet.map.amount_mark);
}

Result<CurrencyRule> settle_currencies(std::span<const Sheet> sheets, const ReadOptions& options) {
  Survey survey(options);
  for (const Sheet& sheet : sheets) AE_TRY_VOID(survey.add(sheet));
  return survey.settle();
}

}  // namespace ae::ingest
