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

Message two_meanings_of(Kind kind) {
  if (kind == Kind::kKrone) {
    return Text{
        "kr can be the Swedish krona, the Norwegian, Danish or Icelandic krone, and nothing says which",
        "kr 可能是瑞典、挪威、丹麦或冰岛克朗，且无从判断"};
  }
  if (kind == Kind::kRupee) {
    return Text{
        "Rs can be the rupee of India, Pakistan, Sri Lanka, Nepal or Mauritius, and nothing says which",
        "Rs 可能是印度、巴基斯坦、斯里兰卡、尼泊尔或毛里求斯卢比，且无从判断"};
  }
  return Text{"¥ can be the yuan or the yen, and the file is neither in Chinese nor in Japanese",
              "¥ 可能是人民币或日元，且文件既非中文也非日文"};
}

Message flags_for(Kind kind) {
  if (kind == Kind::kKrone) {
    return Text{"Say which: --currency SEK, --currency NOK, --currency DKK or --currency ISK",
                "请指明币种：--currency SEK、--currency NOK、--currency DKK 或 --currency ISK"};
  }
  if (kind == Kind::kRupee) {
    return Text{
        "Say which: --currency INR, --currency PKR, --currency LKR, --currency NPR or --currency MUR",
        "请指明币种：--currency INR、--currency PKR、--currency LKR、--currency NPR 或 --currency MUR"};
  }
  return Text{"Say which: --currency CNY or --currency JPY", "请指明币种：--currency CNY 或 --currency JPY"};
}

Error ambiguous_currency(const Sheet& sheet, std::size_t record, Kind kind) {
  const bool by_amount = parse_money(sheet.cell(record, kAmount)).currency.kind == kind;
  const OpportunityField field = by_amount ? kAmount : kCurrency;
  return {"ambiguous_currency",
          two_meanings_of(kind),
          flags_for(kind),
          sheet.place(record, field),
          std::string(sheet.cell(record, field)),
          {}};
}

/// Goes through the sources and collects who names which currency.
class Survey {
 public:
  explicit Survey(const ReadOptions& options) : options_(options) {}

  Result<void> add(const Sheet& sheet) {
    SharedMarks marks;
    for (std::size_t record = 0; record < sheet.records.size(); ++record) {
      if (sheet.shapes[record] != RowShape::kLive) continue;
      const std::optional<CurrencyMark> said = currency_said(sheet, record);
      if (!said) continue;
      Currency& shared = marks.currency[said->kind];
      if (said->needs_settling() && shared.is_none()) {
        shared = currency_of(said->kind, sheet);
        if (shared.is_none()) return fail(ambiguous_currency(sheet, record, said->kind));
      }
      count(sheet, record, marks.settled(*said));
    }
    marks_.push_back(marks);
    return {};
  }

  CurrencyRule settle() {
    CurrencyRule rule = rule_of(named_, options_);
    rule.marks = std::move(marks_);
    return rule;
  }

 private:
  Currency currency_of(Kind kind, const Sheet& sheet) const {
    const bool said = options_.currency && CurrencyMark{kind, {}}.allows(*options_.currency);
    if (said) return *options_.currency;
    return kind == Kind::kYen ? yen_of(sheet) : Currency{};
  }

  void count(const Sheet& sheet, std::size_t record, Currency currency) {
    if (currency.is_none()) {
      const MoneyCell amount = parse_money(sheet.cell(record, kAmount));
      if (!amount.missing && !amount.fault) ++named_.bare_amounts;
      return;
    }
    if (!named_.by.contains(currency)) named_.by[currency] = namer_of(sheet, record);
  }

  const ReadOptions& options_;
  NamedCurrencies named_;
  std::vector<SharedMarks> marks_;
};

Note currency_assumed(std::int64_t bare_amounts, Currency currency, const CurrencyNamer& namer) {
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
  return {"currency_assumed", Severity::kInfo,
          Message{bare_amounts == 1 ? one : more}
              .with("count", bare_amounts)
              .with("currency", currency.code())
              .with("words", namer.words),
          namer.place};
}

}  // namespace

CurrencyNamer namer_of(const Sheet& sheet, std::size_t record) {
  const bool by_column = !is_missing(sheet.cell(record, kCurrency));
  const bool by_header = !by_column && parse_money(sheet.cell(record, kAmount)).currency.kind == Kind::kNone;
  const OpportunityField field = by_column ? kCurrency : kAmount;
  if (by_header) return {sheet.place(sheet.header, field), sheet.map.header(kAmount)};
  return {sheet.place(record, field), std::string(sheet.cell(record, field))};
}

CurrencyRule rule_of(const NamedCurrencies& named, const ReadOptions& options) {
  CurrencyRule rule;
  if (options.currency) {
    rule.bare = *options.currency;
  } else if (named.by.size() == 1) {
    const auto& [currency, namer] = *named.by.begin();
    rule.bare = currency;
    if (named.bare_amounts > 0) rule.notes.push_back(currency_assumed(named.bare_amounts, currency, namer));
  }
  return rule;
}

Currency CurrencyRule::of(const Sheet& sheet, std::size_t source, std::size_t record) const {
  const std::optional<CurrencyMark> said = currency_said(sheet, record);
  if (!said) return {};
  return said->kind == Kind::kNone ? bare : marks[source].settled(*said);
}

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
