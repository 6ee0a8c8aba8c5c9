#include "ae/app/load.h"

#include <algorithm>

#include "ae/app/adjust_options.h"
#include "ae/app/field_pairs.h"
#include "ae/app/folder_data.h"
#include "ae/app/quota_options.h"
#include "ae/app/read_options.h"
#include "ae/app/where.h"
#include "ae/ingest/join_teams.h"
#include "ae/ingest/read_side_files.h"
#include "ae/ingest/supply_amounts.h"
#include "ae/table/change.h"

namespace ae::app {
namespace {

using ingest::Reading;
using ingest::Source;

Result<std::vector<Source>> read_sources(const std::vector<FilePath>& files) {
  if (files.empty()) {
    return fail({"no_data",
                 Text{"No file of opportunities was given", "没有给出商机文件"},
                 Text{"Name one: ae pipeline --data opportunities.csv",
                      "请指定：ae pipeline --data opportunities.csv"},
                 {},
                 "",
                 {}});
  }
  std::vector<Source> sources;
  for (const FilePath& file : files) {
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
  AE_TRY(const ExchangeRates rates, ingest::read_exchange_rates(source, reading.notes));
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

Result<void> supply_amounts(Reading& reading, const FilePath& products) {
  AE_TRY(const Source source, ingest::read_source(products.path));
  AE_TRY(const ingest::PriceList list, ingest::read_price_list(source, reading.currency));
  ingest::supply_amounts(reading, list);
  return {};
}

Result<void> join_teams(Reading& reading, const FilePath& teams) {
  AE_TRY(const Source source, ingest::read_source(teams.path));
  return ingest::join_teams(reading, source);
}

/// Supplies missing amounts from the list that a flag names, or that stands beside the deals.
Result<void> add_prices(Reading& reading, const InputOptions& input, const FolderData& found) {
  if (input.products) AE_TRY_VOID(supply_amounts(reading, *input.products));
  if (found.products)
    AE_TRY_VOID(
        passed_over(supply_amounts(reading, *found.products), *found.products, input.strict, reading.notes));
  return {};
}

/// Adds the quotas that the flags name, else those that stand beside the deals.
Result<void> add_quotas_of(Loaded& loaded, const ScopeOptions& options, const FolderData& found,
                           const FiscalCalendar& calendar, const std::vector<table::Condition>& where,
                           bool strict) {
  std::vector<Note>& notes = loaded.reading.notes;
  if (!found.quotas) return add_quotas(loaded.scope, options, calendar, where, notes);
  ScopeOptions with_quotas = options;
  with_quotas.quotas = found.quotas;
  Result<void> added = add_quotas(loaded.scope, with_quotas, calendar, where, notes);
  if (!added) loaded.scope.quotas.clear();
  return passed_over(std::move(added), *found.quotas, strict, notes);
}

Result<void> add_calls(Loaded& loaded, const CallOptions& options, const FiscalCalendar& calendar) {
  if (!options.calls) return {};
  std::vector<Note>& notes = loaded.reading.notes;
  if (!loaded.scope.currency) {
    notes.push_back({"calls_not_used",
                     Severity::kWarning,
                     Text{"The calls are not judged: the amounts stand in several currencies; to convert "
                          "them: --rates FILE --currency CODE",
                          "未评判预测承诺：金额涉及多个币种；如需换算：--rates 文件 --currency 币种"},
                     {}});
    return {};
  }
  AE_TRY(const Source source, ingest::read_source(options.calls->path));
  AE_TRY(loaded.scope.calls,
         ingest::read_calls(source, calendar, loaded.scope.as_of, *loaded.scope.currency, notes));
  return {};
}

/// What --by names, as fields of words that can be compared.
Result<std::vector<OpportunityField>> grouping(const GroupingOptions& options) {
  std::vector<OpportunityField> fields;
  for (const std::string& name : options.by) {
    AE_TRY(const OpportunityField field, field_named("--by", name));
    if (!is_kept_as_words(kind(field)))
      return fail(bad_value("--by", name,
                            Text{"a field of words: owner, team, segment, region, product …",
                                 "文本字段：owner、team、segment、region、product 等"}));
    if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(field);
  }
  return fields;
}

Result<Policy> read_policy(const FilePath& file, const std::optional<PolicyLayer>& changes = {}) {
  AE_TRY(const Source source, ingest::read_source(file.path));
  std::vector<PolicyLayer> layers{{source.bytes, source.name}};
  if (changes) layers.push_back(*changes);
  return load_policy(layers);
}

/// Every field of --by has to have a column.
Result<void> check_grouping(const Loaded& loaded) {
  for (const OpportunityField field : loaded.scope.by) {
    if (!loaded.reading.table.has(field)) return fail(column_absent("--by", field, std::string(key(field))));
  }
  return {};
}

/// Whether the deals go from the file into the fold with nothing in between.
bool can_scan(const Invocation& invocation, const FolderData& found, const report::Info& info) {
  const InputOptions& input = invocation.input;
  const bool one_file = found.data.size() == 1 && found.data.front().path != "-";
  const bool as_they_are = input.where.empty() && !input.rates && !input.products && !found.products &&
                           !found.teams && !invocation.history.history;
  return one_file && as_they_are && !info.attributes && !info.keeps_rows;
}

bool scan_file(const FilePath& file, const ingest::ReadOptions& options, const report::Info& info,
               ScanFold& scan, Reading& reading) {
  ingest::ScanPlan plan = scan_plan(info);
  for (const OpportunityField field : scan.scope.by) {
    plan.texts[static_cast<std::size_t>(field)] = true;
    plan.grouped[static_cast<std::size_t>(field)] = true;
  }
  std::optional<Reading> scanned = ingest::scan_opportunities(file.path, options, plan, scan);
  if (!scanned) return false;
  reading = std::move(*scanned);
  return true;
}

}  // namespace

ingest::ScanPlan scan_plan(const report::Info& info) {
  // Nearly every cell of these differs, and nobody asks which are equal.
  constexpr table::FieldSet kNeverGrouped =
      table::fields_of({OpportunityField::kId, OpportunityField::kName, OpportunityField::kNextStep});
  // Lists show them; no figure depends on whether they are there.
  constexpr table::FieldSet kListed = table::fields_of({OpportunityField::kId, OpportunityField::kName});
  ingest::ScanPlan plan;
  plan.texts = info.texts;
  plan.grouped = info.texts & ~kNeverGrouped;
  plan.listed = kListed;
  return plan;
}

Result<Policy> load_policy_option(const ScopeOptions& options, const std::optional<PolicyLayer>& changes) {
  if (options.policy) return read_policy(*options.policy, changes);
  return changes ? load_policy({&*changes, 1}) : default_policy();
}

Result<report::Scope> scope_of(const ScopeOptions& options, Date today) {
  const FiscalCalendar calendar{options.fiscal_year_start.month};
  report::Scope scope;
  scope.as_of = options.as_of.value_or(today);
  scope.calendar = calendar;
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

Result<Loaded> load(const Invocation& invocation, const Environment& environment, const report::Info& info,
                    ScanFold* scan) {
  const InputOptions& input = invocation.input;
  const unsigned threads =
      invocation.run.threads.threads != 0 ? invocation.run.threads.threads : environment.threads;
  AE_TRY(ingest::ReadOptions options, read_options(input, threads));
  options.attributes = info.attributes;
  options.progress = environment.progress;
  const FiscalCalendar calendar{invocation.scope.fiscal_year_start.month};
  Loaded loaded;
  AE_TRY(loaded.scope, scope_of(invocation.scope, environment.today));
  if (invocation.baseline.baseline) {
    AE_TRY(loaded.scope.baseline, read_policy(*invocation.baseline.baseline));
  }
  AE_TRY(loaded.scope.by, grouping(invocation.grouping));
  AE_TRY(const FolderData found, look_into_folders(invocation, options));
  Reading& reading = loaded.reading;
  if (scan != nullptr && can_scan(invocation, found, info)) {
    scan->scope = loaded.scope;
    loaded.scanned = scan_file(found.data.front(), options, info, *scan, reading);
  }
  if (!loaded.scanned) {
    AE_TRY(const std::vector<Source> sources, read_sources(found.data));
    AE_TRY(reading, ingest::read_opportunities(sources, options));
  }
  reading.notes.insert(reading.notes.begin(), found.notes.begin(), found.notes.end());
  if (found.teams)
    AE_TRY_VOID(passed_over(join_teams(reading, *found.teams), *found.teams, input.strict, reading.notes));
  AE_TRY(const std::vector<table::Condition> where, conditions_of(input, reading.table));
  keep_where(reading, where);
  if (invocation.history.history) AE_TRY_VOID(add_history(reading, *invocation.history.history, options));
  AE_TRY_VOID(check_grouping(loaded));
  AE_TRY_VOID(add_prices(reading, input, found));
  AE_TRY_VOID(convert(reading, input, loaded.scope.as_of));
  loaded.scope.currency = reading.currency;
  loaded.deals =
      loaded.scanned ? reading.sources.front().kept : static_cast<std::int64_t>(reading.table.rows());
  AE_TRY_VOID(add_calls(loaded, invocation.calls, calendar));
  AE_TRY_VOID(add_adjustments(loaded.scope, invocation.adjust, reading.notes));
  AE_TRY_VOID(add_quotas_of(loaded, invocation.scope, found, calendar, where, input.strict));
  return loaded;
}

}  // namespace ae::app
