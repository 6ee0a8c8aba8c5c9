#include <map>
#include <tuple>

#include "ae/ingest/read_side_files.h"
#include "ae/ingest/side_table.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/money.h"

namespace ae::ingest {
namespace {

struct ErrorCodes {
  std::string_view missing, unreadable, currency, out_of_range, of_nobody, duplicate;
};
constexpr ErrorCodes kQuotaErrors{"quota_missing",      "quota_unreadable", "quota_currency",
                                  "quota_not_positive", "quota_of_nobody",  "duplicate_quota"};
constexpr ErrorCodes kCallErrors{"call_missing",  "call_unreadable", "call_currency",
                                 "call_negative", "call_of_nobody",  "duplicate_call"};

/// What a file of amounts by owner or team and period calls them.
struct Kind {
  std::string_view amount;  ///< the column
  Text word;                ///< in messages
  bool may_be_zero;
  const ErrorCodes& codes;
};

constexpr Kind kQuota{"quota", {"quota", "配额"}, false, kQuotaErrors};
constexpr Kind kCall{"call", {"call", "预测承诺"}, true, kCallErrors};

/// One file of such amounts.
class Reader {
 public:
  Reader(const SideTable& table, const Kind& kind, const FiscalCalendar& calendar, Date as_of,
         Currency currency)
      : table_(table), kind_(kind), calendar_(calendar), as_of_(as_of), currency_(currency) {
    NumberSurvey survey;
    for (const std::size_t row : table.rows()) {
      const MoneyCell cell = parse_money(table.cell(row, kind.amount));
      if (!cell.missing && !cell.fault) survey.add(cell.number);
    }
    format_ = survey.decide();
  }

  Result<std::vector<PeriodAmount>> all() const {
    std::map<std::tuple<std::string, std::string, Date>, std::int64_t> line_of;
    std::vector<PeriodAmount> rows;
    for (const std::size_t row : table_.rows()) {
      AE_TRY(PeriodAmount read, read_row(row));
      AE_TRY(read.amount, read_amount(row));
      const auto [earlier, fresh] =
          line_of.emplace(std::tuple{read.owner, read.team, read.period.start}, table_.line(row));
      if (!fresh) {
        return fail(error(row, kind_.codes.duplicate,
                          Message{Text{"The same owner, team and period have a {what} in line {line}",
                                       "相同负责人、团队和期间的{what}已在第 {line} 行给出"}}
                              .with("line", std::to_string(earlier->second)),
                          Text{"Keep one of the two rows", "请只保留其中一行"}));
      }
      rows.push_back(std::move(read));
    }
    return rows;
  }

 private:
  Error error(std::size_t row, std::string_view code, Message message, Message hint) const {
    return table_.error_at(row, kind_.amount, std::string(code), std::move(message).with("what", kind_.word),
                           std::move(hint).with("what", kind_.word));
  }

  Result<PeriodAmount> read_row(std::size_t row) const {
    PeriodAmount read;
    read.owner = table_.cell(row, "owner");
    read.team = table_.cell(row, "team");
    if (read.owner.empty() && read.team.empty()) {
      return fail(error(row, kind_.codes.of_nobody,
                        Text{"The {what} has neither an owner nor a team", "该{what}既无负责人也无团队"},
                        Text{"Fill in the column owner or team", "请填写 owner 或 team 列"}));
    }
    const std::optional<Period> period = calendar_.parse_quarter(table_.cell(row, "period"), as_of_);
    if (!period) {
      return fail(table_.error_at(
          row, "period", "unknown_period", Text{"The period is not a quarter", "期间不是季度"},
          Text{"Write it as Q4, 2026-Q4 or FY26-Q4", "请写成 Q4、2026-Q4 或 FY26-Q4"}));
    }
    read.period = *period;
    return read;
  }

  Result<void> check_currency(std::size_t row, const MoneyCell& cell) const {
    if (currency_.is_none() && cell.currency.kind != CurrencyMark::Kind::kNone) {
      return fail(error(
          row, kind_.codes.currency,
          Text{"The {what} names a currency, the opportunities name none", "该{what}写明了币种，而商机没有"},
          Text{"Say what the opportunities are in: --currency USD", "请指明商机的币种：--currency USD"}));
    }
    if (!cell.currency.allows(currency_) && !currency_.is_none()) {
      return fail(error(
          row, kind_.codes.currency,
          Message{Text{"The {what} is not in {currency}, as the report is",
                       "该{what}的币种不是报告所用的 {currency}"}}
              .with("currency", currency_.code()),
          Message{Text{"Write it in {currency}", "请换算为 {currency}"}}.with("currency", currency_.code())));
    }
    return {};
  }

  Result<Money> read_amount(std::size_t row) const {
    const Message hint = Text{"Write the {what} as 250000 or 250000.00", "{what}请写成 250000 或 250000.00"};
    const MoneyCell cell = parse_money(table_.cell(row, kind_.amount));
    if (cell.missing)
      return fail(error(row, kind_.codes.missing, Text{"The {what} is missing", "缺少{what}"}, hint));
    if (cell.fault) return fail(error(row, kind_.codes.unreadable, *cell.fault, hint));
    AE_TRY_VOID(check_currency(row, cell));
    const std::optional<Decimal> value = ingest::read_amount(cell, format_);
    if (!value) {
      return fail(
          table_.error_at(row, kind_.amount, "ambiguous_number",
                          Message{Text{"The {what} can be read with a decimal point and with a decimal comma",
                                       "该{what}以点或逗号为小数点均可读"}}
                              .with("what", kind_.word),
                          Message(hint).with("what", kind_.word)));
    }
    DoesNotFit why{};
    const std::optional<std::int64_t> minor = in_minor_units(*value, currency_.decimals(), why);
    if (!minor) {
      return fail(error(row, kind_.codes.unreadable,
                        why == DoesNotFit::kTooLarge ? Text{"The {what} is too large", "{what}过大"}
                                                     : Text{"The {what} has more decimals than its currency",
                                                            "{what}的小数位数超过币种的位数"},
                        hint));
    }
    AE_TRY_VOID(check_range(row, *minor));
    return Money{*minor, currency_};
  }

  Result<void> check_range(std::size_t row, std::int64_t minor) const {
    if (kind_.may_be_zero ? minor >= 0 : minor > 0) return {};
    if (kind_.may_be_zero) {
      return fail(error(row, kind_.codes.out_of_range, Text{"A {what} is not below 0", "{what}不应小于 0"},
                        Text{"Write what was said the period would bring", "请填写当时预测的本期金额"}));
    }
    return fail(error(row, kind_.codes.out_of_range, Text{"A {what} is above 0", "{what}应大于 0"},
                      Text{"Write what is to be won, or remove the row", "请填写目标金额，或删除该行"}));
  }

  const SideTable& table_;
  const Kind& kind_;
  const FiscalCalendar& calendar_;
  Date as_of_;
  Currency currency_;
  NumberFormat format_;
};

Result<std::vector<PeriodAmount>> read_kind(const Kind& kind, std::string_view section, const Source& source,
                                            const FiscalCalendar& calendar, Date as_of, Currency currency,
                                            std::vector<Note>& notes) {
  AE_TRY(const SideTable table,
         SideTable::read(source, section,
                         {{"owner", false}, {"team", false}, {"period", true}, {kind.amount, true}}));
  notes.insert(notes.end(), table.notes().begin(), table.notes().end());
  return Reader(table, kind, calendar, as_of, currency).all();
}

}  // namespace

Result<std::vector<Quota>> read_quotas(const Source& source, const FiscalCalendar& calendar, Date as_of,
                                       Currency currency, std::vector<Note>& notes) {
  return read_kind(kQuota, "quotas", source, calendar, as_of, currency, notes);
}

Result<std::vector<ForecastCall>> read_calls(const Source& source, const FiscalCalendar& calendar, Date as_of,
                                             Currency currency, std::vector<Note>& notes) {
  return read_kind(kCall, "calls", source, calendar, as_of, currency, notes);
}

}  // namespace ae::ingest
