#include "ae/app/load.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/base/near.h"
#include "ae/ingest/read_side_files.h"
#include "ae/table/change.h"

namespace ae::app {
namespace {

using ingest::Reading;
using ingest::ReadOptions;
using ingest::Source;

/// "NAME=VALUE" at its last '=' (a column may hold one); each half may not be empty.
Result<std::pair<std::string, std::string>> split_pair(std::string_view flag, const std::string& text,
                                                       std::string_view form) {
  const std::size_t equals = flag == "--map" ? text.find('=') : text.rfind('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
    return fail(bad_value(flag, text, Message::verbatim(std::string(form))));
  }
  return std::pair{text.substr(0, equals), text.substr(equals + 1)};
}

Result<OpportunityField> field_named(std::string_view flag, const std::string& name) {
  const OpportunityField field = enumerator_of_key<OpportunityField>(name);
  if (field != OpportunityField::kCount) return field;
  std::vector<std::string_view> names;
  for (const OpportunityField each : enumerators<OpportunityField>()) names.push_back(key(each));
  Error error{"unknown_field",
              Message{Text{"{flag}: there is no field \"{name}\"", "{flag}：没有字段“{name}”"}}
                  .with("flag", flag)
                  .with("name", name),
              Message{Text{"Fields: {fields}", "字段：{fields}"}}.with(
                  "fields", fmt::format("{}", fmt::join(names, ", "))),
              {},
              name,
              near_misses(name, names)};
  return fail(std::move(error));
}

Result<Stage> stage_named(const std::string& name) {
  const Stage stage = enumerator_of_key<Stage>(name);
  if (stage != Stage::kCount && stage != Stage::kUnknown) return stage;
  std::vector<std::string_view> names;
  for (const Stage each : enumerators<Stage>()) {
    if (each != Stage::kUnknown) names.push_back(key(each));
  }
  Error error{
      "unknown_stage",
      Message{Text{"--stage-map: the method has no stage \"{name}\"", "--stage-map：方法中没有阶段“{name}”"}}
          .with("name", name),
      Message{Text{"Stages: {stages}", "阶段：{stages}"}}.with("stages",
                                                               fmt::format("{}", fmt::join(names, ", "))),
      {},
      name,
      near_misses(name, names)};
  return fail(std::move(error));
}

Result<ReadOptions> read_options(const InputOptions& input, unsigned threads) {
  ReadOptions options;
  for (const std::string& text : input.map) {
    AE_TRY(const auto pair, split_pair("--map", text, "FIELD=COLUMN"));
    AE_TRY(const OpportunityField field, field_named("--map", pair.first));
    options.columns[field] = pair.second;
  }
  for (const std::string& text : input.stage_map) {
    AE_TRY(const auto pair, split_pair("--stage-map", text, "NAME=STAGE"));
    AE_TRY(const Stage stage, stage_named(pair.second));
    options.stages[pair.first] = stage;
  }
  options.date_order = input.date_order;
  options.decimal_mark = input.decimal;
  // With rates, --currency names what to report in; without, what bare amounts are in.
  options.currency = input.currency;
  options.strict = input.strict;
  options.include_deleted = input.include_deleted;
  options.threads = threads;
  return options;
}

Result<std::vector<Source>> read_sources(const InputOptions& input) {
  if (input.data.empty()) {
    return fail({"no_data",
                 Text{"No file of opportunities was given", "没有给出商机文件"},
                 Text{"Name one: ae pipeline --data opportunities.csv",
                      "请指定：ae pipeline --data opportunities.csv"},
                 {},
                 "",
                 {}});
  }
  std::vector<Source> sources;
  for (const FilePath& file : input.data) {
    AE_TRY(Source source, ingest::read_source(file.path));
    sources.push_back(std::move(source));
  }
  return sources;
}

Error no_rate(const Reading& reading, const table::Unconverted& row, Currency target,
              const std::string& rates_file) {
  const std::string from = row.currency.is_none() ? "?" : std::string(row.currency.code());
  return {"no_exchange_rate",
          Message{Text{"There is no rate from {from} to {to} on or before the day that counts for this row",
                       "在该行适用日期当天或之前没有 {from} 到 {to} 的汇率"}}
              .with("from", from)
              .with("to", target.code()),
          Message{Text{"Add a line to {file}: date,{from},{to},rate",
                       "请在 {file} 中添加一行：日期,{from},{to},汇率"}}
              .with("from", from)
              .with("to", target.code())
              .with("file", rates_file),
          {reading.sources[row.source].name, row.line, 0},
          from,
          {}};
}

Result<bool> convert(Reading& reading, const InputOptions& input, Date as_of) {
  if (!input.rates) return true;
  AE_TRY(const Source source, ingest::read_source(input.rates->path));
  AE_TRY(const ExchangeRates rates, ingest::read_exchange_rates(source));
  const std::optional<Currency> target = input.currency ? input.currency : rates.common_target();
  if (!target) {
    return fail({"no_target_currency",
                 Text{"The rates lead to several currencies", "汇率指向多个目标币种"},
                 Text{"Say which one to report in: --currency USD", "请指定报告币种：--currency USD"},
                 {source.name, 0, 0},
                 "",
                 {}});
  }
  if (const auto missing = table::convert(reading.table, rates, *target, as_of))
    return fail(no_rate(reading, *missing, *target, source.name));
  reading.currency = target;
  return true;
}

/// The one currency of all amounts; nullopt when there are several, or no amount.
std::optional<Currency> one_currency(const table::OpportunityTable& table) {
  std::optional<Currency> one;
  for (const table::OpportunityChunk& chunk : table.chunks) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      if (chunk.amount[row] == table::kNoAmount) continue;
      if (one && *one != chunk.currency[row]) return std::nullopt;
      one = chunk.currency[row];
    }
  }
  return one;
}

/// Keeps the deals that --where asks for. Before conversion, so that `currency` means what the file says.
Result<bool> keep_where(Reading& reading, const InputOptions& input) {
  if (input.where.empty()) return true;
  std::vector<table::Condition> conditions;
  for (const std::string& text : input.where) {
    AE_TRY(const auto pair, split_pair("--where", text, "FIELD=VALUE"));
    AE_TRY(const OpportunityField field, field_named("--where", pair.first));
    if (kind(field) == FieldKind::kMoney || kind(field) == FieldKind::kProbability ||
        field == OpportunityField::kIsDeleted) {
      return fail(
          bad_value("--where", text,
                    Text{"a field of words, dates, stages or states; not amounts, probabilities and "
                         "is_deleted (--include-deleted)",
                         "文本、日期、阶段或状态字段；不支持金额、概率和 is_deleted（--include-deleted）"}));
    }
    if (!reading.table.has(field)) {
      return fail(
          {"column_absent",
           Message{Text{"--where: no file has a column for {field}", "--where：没有文件包含“{field}”列"}}
               .with("field", Message{name(field)}),
           Message{Text{"Map one: --map {key}=COLUMN", "请映射一列：--map {key}=列名"}}.with("key",
                                                                                             key(field)),
           {},
           text,
           {}});
    }
    conditions.push_back({field, pair.second});
  }
  const auto all = static_cast<std::int64_t>(reading.table.rows());
  reading.table = table::select(reading.table, conditions);
  if (const auto one = one_currency(reading.table)) reading.currency = *one;
  reading.notes.push_back({"where",
                           Severity::kInfo,
                           Message{Text{"Only deals where {conditions}: {kept} of {all}",
                                        "仅含满足 {conditions} 的商机：{all} 个中的 {kept} 个"}}
                               .with("conditions", fmt::format("{}", fmt::join(input.where, ", ")))
                               .with("kept", static_cast<std::int64_t>(reading.table.rows()))
                               .with("all", all),
                           {}});
  return true;
}

/// A plain amount in minor units of the currency. Errors: too many decimals, too large.
Result<Money> quota_amount(const AmountText& amount, Currency currency) {
  const std::size_t point = amount.text.find('.');
  std::string digits = amount.text.substr(0, point);
  std::string decimals = point == std::string::npos ? "" : amount.text.substr(point + 1);
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  const auto places = static_cast<std::size_t>(currency.decimals());
  if (decimals.size() > places) {
    return fail(bad_value(
        "--quota", amount.text,
        Text{"an amount with no more decimals than its currency has", "小数位不超过币种精度的金额"}));
  }
  digits += decimals + std::string(places - decimals.size(), '0');
  Int128 minor = 0;
  for (const char digit : digits) {
    minor = minor * 10 + (digit - '0');
    if (!narrow(minor)) {
      return fail(bad_value("--quota", amount.text,
                            Text{"an amount that can be stated exactly: this one is far too large",
                                 "可精确表示的金额：此值过大"}));
    }
  }
  return Money{*narrow(minor), currency};
}

Note quota_not_used() {
  return {
      "quota_not_used",
      Severity::kWarning,
      Text{"The quota is not used: the amounts stand in several currencies; to convert them: --rates FILE "
           "--currency CODE",
           "未使用配额：金额涉及多个币种；如需换算：--rates 文件 --currency 币种"},
      {}};
}

/// Every sum of quotas that a report makes fits when that of the whole period does.
Result<bool> check_sum(const report::Scope& scope, const std::string& file) {
  Int128 sum = 0;
  for (const Quota& quota : scope.quotas) {
    if (quota.period.start == scope.period.start) sum += quota.amount.minor;
    if (narrow(sum)) continue;
    return fail({"amount_overflow",
                 Message{Text{"The quotas of {period} add up to more than can be stated exactly",
                              "{period} 的配额之和超出可精确表示的范围"}}
                     .with("period", scope.period.name),
                 Text{"Look for quotas that are far too large", "请检查是否有过大的配额"},
                 {file, 0, 0},
                 "",
                 {}});
  }
  return true;
}

Result<bool> add_quotas(report::Scope& scope, const ScopeOptions& options, const FiscalCalendar& calendar,
                        std::vector<Note>& notes) {
  if (!scope.currency) {
    if (options.quota || options.quotas) notes.push_back(quota_not_used());
    return true;
  }
  if (options.quota) {
    AE_TRY(scope.quota, quota_amount(*options.quota, *scope.currency));
  }
  if (options.quotas) {
    AE_TRY(const Source source, ingest::read_source(options.quotas->path));
    AE_TRY(scope.quotas, ingest::read_quotas(source, calendar, scope.as_of, *scope.currency));
    AE_TRY_VOID(check_sum(scope, source.name));
  }
  return true;
}

Result<report::Scope> make_scope(const ScopeOptions& options, const FiscalCalendar& calendar, Date today) {
  report::Scope scope;
  scope.as_of = options.as_of.value_or(today);
  scope.period = calendar.quarter_containing(scope.as_of);
  if (options.quarter) {
    const auto quarter = calendar.parse_quarter(*options.quarter, scope.as_of);
    if (!quarter)
      return fail(bad_value("--quarter", *options.quarter,
                            Text{"Q1 to Q4, 2026-Q4 or FY26-Q4", "Q1 至 Q4、2026-Q4 或 FY26-Q4"}));
    scope.period = *quarter;
  }
  AE_TRY(scope.policy, load_policy_option(options));
  return scope;
}

}  // namespace

Result<Policy> load_policy_option(const ScopeOptions& options) {
  if (!options.policy) return default_policy();
  AE_TRY(const Source source, ingest::read_source(options.policy->path));
  return load_policy(source.bytes, source.name);
}

Result<Loaded> load(const Invocation& invocation, const Environment& environment) {
  const InputOptions& input = invocation.input;
  const unsigned threads =
      invocation.run.threads.threads != 0 ? invocation.run.threads.threads : environment.threads;
  AE_TRY(const ReadOptions options, read_options(input, threads));
  const FiscalCalendar calendar{invocation.scope.fiscal_year_start.month};
  Loaded loaded;
  AE_TRY(loaded.scope, make_scope(invocation.scope, calendar, environment.today));
  AE_TRY(const std::vector<Source> sources, read_sources(input));
  AE_TRY(loaded.reading, ingest::read_opportunities(sources, options));
  AE_TRY_VOID(keep_where(loaded.reading, input));
  AE_TRY_VOID(convert(loaded.reading, input, loaded.scope.as_of));
  loaded.scope.currency = loaded.reading.currency;
  AE_TRY_VOID(add_quotas(loaded.scope, invocation.scope, calendar, loaded.reading.notes));
  return loaded;
}

}  // namespace ae::app
