#include <map>
#include <tuple>

#include "ae/ingest/read_side_files.h"
#include "ae/ingest/side_table.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/money.h"

namespace ae::ingest {
namespace {

NumberFormat number_format_of(const SideTable& table) {
  NumberSurvey survey;
  for (const std::size_t row : table.rows()) {
    const MoneyCell cell = parse_money(table.cell(row, "quota"));
    if (!cell.missing && !cell.fault) survey.add(cell.number);
  }
  return survey.decide();
}

Result<Money> read_quota(const SideTable& table, std::size_t row, Currency currency,
                         const NumberFormat& format) {
  const Text hint{"Write the quota as 250000 or 250000.00", "配额请写成 250000 或 250000.00"};
  const MoneyCell cell = parse_money(table.cell(row, "quota"));
  if (cell.missing) {
    return fail(
        table.error_at(row, "quota", "quota_missing", Text{"The quota is missing", "缺少配额"}, hint));
  }
  if (cell.fault) {
    return fail(table.error_at(row, "quota", "quota_unreadable", *cell.fault, hint));
  }
  if (currency.is_none() && cell.currency.kind != CurrencyMark::Kind::kNone) {
    return fail(table.error_at(
        row, "quota", "quota_currency",
        Text{"The quota names a currency, the opportunities name none", "该配额写明了币种，而商机没有"},
        Text{"Say what the opportunities are in: --currency USD", "请指明商机的币种：--currency USD"}));
  }
  if (!cell.currency.allows(currency) && !currency.is_none()) {
    return fail(table.error_at(
        row, "quota", "quota_currency",
        Message{
            Text{"The quota is not in {currency}, as the report is", "该配额的币种不是报告所用的 {currency}"}}
            .with("currency", currency.code()),
        Message{Text{"Write it in {currency}", "请换算为 {currency}"}}.with("currency", currency.code())));
  }
  const std::optional<Decimal> value = read_amount(cell, format);
  if (!value) {
    return fail(table.error_at(row, "quota", "ambiguous_number",
                               Text{"The quota can be read with a decimal point and with a decimal comma",
                                    "该配额以点或逗号为小数点均可读"},
                               hint));
  }
  DoesNotFit why{};
  const std::optional<std::int64_t> minor = in_minor_units(*value, currency.decimals(), why);
  if (!minor) {
    const Text reason = why == DoesNotFit::kTooLarge ? Text{"The quota is too large", "配额过大"}
                                                     : Text{"The quota has more decimals than its currency",
                                                            "配额的小数位数超过币种的位数"};
    return fail(table.error_at(row, "quota", "quota_unreadable", reason, hint));
  }
  if (*minor <= 0) {
    return fail(
        table.error_at(row, "quota", "quota_not_positive", Text{"A quota is above 0", "配额应大于 0"},
                       Text{"Write what is to be won, or remove the row", "请填写目标金额，或删除该行"}));
  }
  return Money{*minor, currency};
}

Result<Quota> read_row(const SideTable& table, std::size_t row, const FiscalCalendar& calendar, Date as_of) {
  Quota quota;
  quota.owner = table.cell(row, "owner");
  quota.team = table.cell(row, "team");
  if (quota.owner.empty() && quota.team.empty()) {
    return fail(table.error_at(row, "quota", "quota_of_nobody",
                               Text{"The quota has neither an owner nor a team", "该配额既无负责人也无团队"},
                               Text{"Fill in the column owner or team", "请填写 owner 或 team 列"}));
  }
  const std::optional<Period> period = calendar.parse_quarter(table.cell(row, "period"), as_of);
  if (!period) {
    return fail(table.error_at(row, "period", "unknown_period",
                               Text{"The period is not a quarter", "期间不是季度"},
                               Text{"Write it as Q4, 2026-Q4 or FY26-Q4", "请写成 Q4、2026-Q4 或 FY26-Q4"}));
  }
  quota.period = *period;
  return quota;
}

}  // namespace

Result<std::vector<Quota>> read_quotas(const Source& source, const FiscalCalendar& calendar, Date as_of,
                                       Currency currency, std::vector<Note>& notes) {
  AE_TRY(const SideTable table,
         SideTable::read(source, "quotas",
                         {{"owner", false}, {"team", false}, {"period", true}, {"quota", true}}));
  notes.insert(notes.end(), table.notes().begin(), table.notes().end());
  const NumberFormat format = number_format_of(table);
  std::map<std::tuple<std::string, std::string, Date>, std::int64_t> line_of_quota;
  std::vector<Quota> quotas;
  for (const std::size_t row : table.rows()) {
    AE_TRY(Quota quota, read_row(table, row, calendar, as_of));
    AE_TRY(quota.amount, read_quota(table, row, currency, format));
    const auto [earlier, fresh] =
        line_of_quota.emplace(std::tuple{quota.owner, quota.team, quota.period.start}, table.line(row));
    if (!fresh) {
      return fail(table.error_at(row, "quota", "duplicate_quota",
                                 Message{Text{"The same owner, team and period have a quota in line {line}",
                                              "相同负责人、团队和期间的配额已在第 {line} 行给出"}}
                                     .with("line", std::to_string(earlier->second)),
                                 Text{"Keep one of the two rows", "请只保留其中一行"}));
    }
    quotas.push_back(std::move(quota));
  }
  return quotas;
}

}  // namespace ae::ingest
