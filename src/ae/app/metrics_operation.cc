#include "ae/app/metrics_operation.h"

#include <algorithm>
#include <set>

#include "ae/app/amount_text.h"
#include "ae/app/field_pairs.h"
#include "ae/app/load.h"
#include "ae/app/operation_result.h"
#include "ae/base/near.h"
#include "ae/ingest/read_activities.h"
#include "ae/method/metrics.h"
#include "ae/render/json_schema.h"
#include "ae/report/outcome_totals.h"
#include "ae/table/change.h"

namespace ae::app {
namespace {

constexpr report::Info kInfo{
    .command = "metrics",
    .title = {"Sales metrics", "销售指标"},
    .question = {"Do activity and outcomes meet their targets?", "行为指标与结果指标是否达标？"},
    .texts = table::fields_of({OpportunityField::kOwner, OpportunityField::kTeam})};

constexpr std::string_view kNone = "none";

Result<std::optional<ActivityType>> type_named(const std::string& pair, const std::string& name) {
  if (name == kNone) return std::optional<ActivityType>{};
  if (const ActivityType type = enumerator_of_key<ActivityType>(name); type != ActivityType::kCount)
    return std::optional(type);
  Error error = bad_value("--activity-map", pair,
                          Text{"NAME=TYPE, where TYPE is call, email, meeting, demo, proposal or none",
                               "NAME=TYPE，其中 TYPE 为 call、email、meeting、demo、proposal 或 none"});
  std::vector<std::string_view> names{kNone};
  for (const ActivityType type : enumerators<ActivityType>()) names.push_back(key(type));
  error.did_you_mean = near_misses(name, names);
  return fail(std::move(error));
}

Result<ingest::ActivityReading> reading_of(const Invocation& invocation) {
  ingest::ActivityReading reading;
  reading.date_order = invocation.input.date_order;
  for (const std::string& text : invocation.metrics.activity_map) {
    AE_TRY(const auto pair, split_pair("--activity-map", text, "NAME=TYPE"));
    AE_TRY(reading.types[pair.first], type_named(text, pair.second));
  }
  return reading;
}

Result<void> read_activities(method::MetricsInput& input, const Invocation& invocation,
                             std::vector<Note>& notes) {
  if (!invocation.metrics.activities) {
    return fail({"no_activities",
                 Text{"No file of activities was given", "没有给出活动文件"},
                 Text{"Name one: ae metrics --activities activities.csv",
                      "请指定：ae metrics --activities activities.csv"},
                 {},
                 "",
                 {}});
  }
  AE_TRY(const ingest::ActivityReading reading, reading_of(invocation));
  AE_TRY(const ingest::Source source, ingest::read_source(invocation.metrics.activities->path));
  input.source = source.name;
  AE_TRY(input.activities, ingest::read_activities(source, reading, notes));
  return {};
}

Result<void> read_holidays(method::MetricsInput& input, const MetricsOptions& options,
                           std::vector<Note>& notes) {
  if (!options.holidays) {
    notes.push_back({"weekdays_only",
                     Severity::kInfo,
                     Text{"Monday to Friday count as working days; holidays and worked weekends come with "
                          "--holidays FILE",
                          "工作日按周一至周五计；节假日与调休请用 --holidays 文件 提供"},
                     {}});
    return {};
  }
  AE_TRY(const ingest::Source source, ingest::read_source(options.holidays->path));
  AE_TRY(input.calendar, ingest::read_work_calendar(source, notes));
  if (input.calendar.says_of(input.period.start, input.period.end)) return {};
  notes.push_back({"calendar_without_period",
                   Severity::kWarning,
                   Message{Text{"{file} names no day of {period}: every Monday to Friday counts as worked",
                                "{file} 中没有 {period} 的日期：周一至周五均按工作日计"}}
                       .with("file", source.name)
                       .with("period", input.period.name),
                   {source.name, 0, 0}});
  return {};
}

/// The outcomes and teams that the deals tell.
Result<void> add_outcomes(method::MetricsInput& input, const Loaded& loaded) {
  report::OutcomeTotals totals;
  for (const table::OpportunityChunk& chunk : loaded.reading.table.chunks) totals.add(chunk, loaded.scope);
  report::Figures figures(loaded.scope.currency);
  using report::OutcomeTotals;
  method::Outcomes& outcomes = input.outcomes.emplace();
  const bool one_currency = loaded.scope.currency.has_value();
  outcomes.all =
      OutcomeTotals::outcome(totals.all(), one_currency ? loaded.scope.total_quota() : std::nullopt, figures);
  for (const auto& [owner, sums] : totals.by_owner())
    outcomes.by_owner[owner] = OutcomeTotals::outcome(sums, loaded.scope.owner_quota(owner), figures);
  for (const auto& [team, sums] : totals.by_team())
    outcomes.by_team[team] = OutcomeTotals::outcome(sums, loaded.scope.team_quota(team), figures);
  AE_TRY_VOID(figures.check());
  for (const Quota& quota : loaded.scope.quotas) {
    if (!quota.owner.empty() && !quota.team.empty()) input.team_of_owner[quota.owner] = quota.team;
  }
  for (const auto& [owner, team] : totals.team_of_owner()) input.team_of_owner[owner] = team;
  return {};
}

/// The team that a file of activities itself names comes first.
void add_own_teams(method::MetricsInput& input) {
  for (const Activity& activity : input.activities) {
    if (!activity.team.empty()) input.team_of_owner[activity.owner] = activity.team;
  }
}

/// Keeps the activities of the owners and teams that --where asks for.
Result<void> keep_where(method::MetricsInput& input, const InputOptions& options, std::vector<Note>& notes) {
  std::vector<std::string> owners, teams;
  bool others = false;
  for (const std::string& text : options.where) {
    AE_TRY(const auto pair, split_pair("--where", text, "FIELD=VALUE"));
    AE_TRY(const OpportunityField field, field_named("--where", pair.first));
    if (field == OpportunityField::kOwner) {
      owners.push_back(pair.second);
    } else if (field == OpportunityField::kTeam) {
      teams.push_back(pair.second);
    } else {
      others = true;
    }
  }
  const auto among = [](const std::vector<std::string>& asked, const std::string& words) {
    return asked.empty() || std::any_of(asked.begin(), asked.end(), [&](const std::string& each) {
             return table::same_words(words, each);
           });
  };
  std::erase_if(input.activities, [&](const Activity& activity) {
    const auto team = input.team_of_owner.find(activity.owner);
    return !among(owners, activity.owner) ||
           !among(teams, team == input.team_of_owner.end() ? "" : team->second);
  });
  if (others) {
    notes.push_back(
        {"activities_of_all",
         Severity::kWarning,
         Text{"Activities have an owner and a team alone: the rest of --where narrows the deals only",
              "活动只有负责人与团队：--where 的其余条件仅限制商机"},
         {}});
  }
  return {};
}

Result<void> add_targets(method::MetricsInput& input, const MetricsOptions& options,
                         const std::optional<Currency>& currency, std::vector<Note>& notes) {
  if (options.cycle_target) input.cycle_target = Days::of(options.cycle_target->days, 1);
  if (!options.deal_size_target) return {};
  if (currency) {
    AE_TRY(input.deal_size_target,
           exact_amount("--deal-size-target", options.deal_size_target->text, *currency));
    return {};
  }
  notes.push_back({"deal_size_target_not_used",
                   Severity::kWarning,
                   Text{"The target of the deal size is not used: the amounts stand in several currencies",
                        "未使用平均成交额目标：金额涉及多个币种"},
                   {}});
  return {};
}

Message subtitle(const method::MetricsInput& input, const Answer& answer) {
  std::string files = input.source.substr(input.source.rfind('/') + 1);
  for (const ingest::SourceSummary& source : answer.sources)
    files += ", " + source.name.substr(source.name.rfind('/') + 1);
  return Message{Text{"{files} · as of {as_of} · {period}", "{files} · 基准日 {as_of} · {period}"}}
      .with("files", files)
      .with("as_of", input.as_of)
      .with("period", input.period.name);
}

/// Reads the deals, when there are any, into the input and the answer.
Result<void> read_deals(method::MetricsInput& input, Answer& answer, const Invocation& invocation,
                        const Environment& environment) {
  answer.currency = invocation.input.currency.value_or(Currency{});
  if (invocation.input.data.empty()) return {};
  AE_TRY(Loaded loaded, load(invocation, environment, kInfo));
  AE_TRY_VOID(add_outcomes(input, loaded));
  answer.currency = loaded.scope.currency;
  answer.notes = std::move(loaded.reading.notes);
  answer.sources = std::move(loaded.reading.sources);
  answer.quarantine = std::move(loaded.reading.quarantine);
  return {};
}

Result<Answer> run_metrics(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const report::Scope scope, scope_of(invocation.scope, environment.today));
  method::MetricsInput input;
  input.period = scope.period;
  input.as_of = scope.as_of;
  input.policy = scope.policy;
  Answer answer;
  std::vector<Note> notes;
  AE_TRY_VOID(read_activities(input, invocation, notes));
  AE_TRY_VOID(read_holidays(input, invocation.metrics, notes));
  AE_TRY_VOID(read_deals(input, answer, invocation, environment));
  add_own_teams(input);
  AE_TRY_VOID(keep_where(input, invocation.input, notes));
  AE_TRY_VOID(add_targets(input, invocation.metrics, answer.currency, notes));
  const method::Metrics metrics = method::measure(input, notes);
  answer.notes.insert(answer.notes.begin(), notes.begin(), notes.end());
  answer.document = method::metrics_document(metrics);
  answer.document.subtitle = subtitle(input, answer);
  answer.write_result = [metrics](render::JsonWriter& json) { render::write_json(json, metrics); };
  answer.as_of = input.as_of;
  answer.findings = method::missed_targets(metrics);
  return answer;
}

}  // namespace

Operation metrics_operation() {
  Operation operation{std::string(kInfo.command),
                      kInfo.title,
                      kInfo.question,
                      Effect::kReads,
                      flags_of(&Invocation::metrics),
                      "[FILE]",
                      "activities",
                      "ae metrics --activities examples/activities.csv --data examples/opportunities.csv",
                      {},
                      run_metrics};
  const auto add = [&](const std::vector<FlagSpec>& flags) {
    operation.flags.insert(operation.flags.end(), flags.begin(), flags.end());
  };
  add(flags_of(&Invocation::input));
  add(flags_of(&Invocation::scope));
  add(flags_of(&Invocation::output));
  add(flags_of(&Invocation::run));
  set_schema<method::Metrics>(operation);
  return operation;
}

}  // namespace ae::app
