#include "ae/method/metrics.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ae::method {
namespace {

using Counts = EnumArray<ActivityType, std::int64_t>;

/// What was counted, and what was not.
struct Tally {
  Counts all;
  std::map<std::string, Counts> by_owner;
  std::map<Date, Counts> by_week;
  std::optional<Date> first, last;  ///< of the file, up to the as-of date
  std::int64_t rows_in = 0, rows_after = 0, rows_outside = 0, rows_on_days_off = 0;
};

Tally tally_of(const MetricsInput& input) {
  Tally tally;
  for (const Activity& activity : input.activities) {
    if (activity.day > input.as_of) {
      ++tally.rows_after;
      continue;
    }
    if (!tally.first || activity.day < *tally.first) tally.first = activity.day;
    if (!tally.last || activity.day > *tally.last) tally.last = activity.day;
    if (!input.period.contains(activity.day)) {
      ++tally.rows_outside;
      continue;
    }
    ++tally.rows_in;
    if (!input.calendar.is_workday(activity.day)) ++tally.rows_on_days_off;
    tally.all[activity.type] += activity.count;
    tally.by_owner[activity.owner][activity.type] += activity.count;
    tally.by_week[monday_of(activity.day)][activity.type] += activity.count;
  }
  return tally;
}

std::vector<ActivityFigures> activity_figures(const Counts& counts, std::int64_t working_days,
                                              std::int64_t reps, const Policy& policy) {
  std::vector<ActivityFigures> rows;
  const std::int64_t person_days = working_days * reps;
  for (const ActivityMetric metric : enumerators<ActivityMetric>()) {
    ActivityFigures row;
    row.metric = metric;
    row.target = target_of(metric, policy.activity);
    row.count = counts[type_of(metric)];
    const Int128 asked = Int128{row.target} * person_days;
    const Int128 done = Int128{row.count} * days_of(metric);
    row.target_count = Rounded<2>::of(asked, days_of(metric)).value_or(Rounded<2>());
    if (person_days > 0) {
      row.actual = Rounded<2>::of(done, person_days);
      row.status = done >= asked ? MetricStatus::kOnTarget : MetricStatus::kBelow;
    }
    rows.push_back(row);
  }
  return rows;
}

MetricStatus at_least(bool reached) { return reached ? MetricStatus::kOnTarget : MetricStatus::kBelow; }

/// A metric that is to be at least its target.
template <typename Figure>
OutcomeFigures least(OutcomeMetric metric, const std::optional<Figure>& target,
                     const std::optional<Figure>& actual) {
  OutcomeFigures row{metric, target, actual, std::nullopt};
  if (target && actual) row.status = at_least(*actual >= *target);
  return row;
}

std::vector<OutcomeFigures> outcome_figures(const Outcome& outcome, const MetricsInput& input) {
  const OutcomePolicy& policy = input.policy.outcome;
  std::vector<OutcomeFigures> rows;
  rows.push_back(least(OutcomeMetric::kWinRate, std::optional(policy.win_rate.ratio()), outcome.win_rate));
  OutcomeFigures size{OutcomeMetric::kAverageDealSize, input.deal_size_target, outcome.average_deal_size,
                      std::nullopt};
  if (input.deal_size_target && outcome.average_deal_size)
    size.status = at_least(outcome.average_deal_size->minor >= input.deal_size_target->minor);
  rows.push_back(size);
  OutcomeFigures cycle{OutcomeMetric::kSalesCycleDays, input.cycle_target, outcome.sales_cycle_days,
                       std::nullopt};
  if (input.cycle_target && outcome.sales_cycle_days) {
    cycle.status =
        *outcome.sales_cycle_days <= *input.cycle_target ? MetricStatus::kOnTarget : MetricStatus::kAbove;
  }
  rows.push_back(cycle);
  rows.push_back(least(OutcomeMetric::kQuotaAttainment, std::optional(policy.quota_attainment),
                       outcome.quota_attainment));
  rows.push_back(least(OutcomeMetric::kPipelineCoverage, std::optional(policy.pipeline_coverage),
                       outcome.pipeline_coverage));
  return rows;
}

const Outcome& outcome_of(const std::map<std::string, Outcome>& outcomes, const std::string& name) {
  static const Outcome kNone;
  const auto found = outcomes.find(name);
  return found == outcomes.end() ? kNone : found->second;
}

/// The mean share of the five targets that is reached, none counted beyond itself.
double reached(const std::vector<ActivityFigures>& activity) {
  double sum = 0;
  for (const ActivityFigures& row : activity) {
    const double target = row.target_count.as_double();
    sum += target > 0 ? std::min(1.0, static_cast<double>(row.count) / target) : 0;
  }
  return sum;
}

std::string team_of(const MetricsInput& input, const std::string& owner) {
  const auto team = input.team_of_owner.find(owner);
  return team == input.team_of_owner.end() ? "" : team->second;
}

std::optional<std::string> unless_blank(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

void add_owners(Metrics& metrics, const Tally& tally, const MetricsInput& input) {
  const std::map<std::string, Outcome> none;
  const auto& outcomes = input.outcomes ? input.outcomes->by_owner : none;
  for (const auto& [owner, counts] : tally.by_owner) {
    metrics.by_owner.push_back({owner, unless_blank(team_of(input, owner)),
                                activity_figures(counts, metrics.working_days, 1, input.policy),
                                outcome_figures(outcome_of(outcomes, owner), input)});
  }
  std::stable_sort(
      metrics.by_owner.begin(), metrics.by_owner.end(),
      [](const OwnerMetrics& a, const OwnerMetrics& b) { return reached(a.activity) > reached(b.activity); });
}

void add_teams(Metrics& metrics, const Tally& tally, const MetricsInput& input) {
  std::map<std::string, Counts> counts;
  std::map<std::string, std::int64_t> reps;
  for (const auto& [owner, of_owner] : tally.by_owner) {
    const std::string team = team_of(input, owner);
    ++reps[team];
    for (const ActivityType type : enumerators<ActivityType>()) counts[team][type] += of_owner[type];
  }
  if (reps.size() == 1 && reps.begin()->first.empty()) return;  // nobody has a team
  const std::map<std::string, Outcome> none;
  const auto& outcomes = input.outcomes ? input.outcomes->by_team : none;
  for (const auto& [team, of_team] : counts) {
    metrics.by_team.push_back({unless_blank(team), reps[team],
                               activity_figures(of_team, metrics.working_days, reps[team], input.policy),
                               outcome_figures(outcome_of(outcomes, team), input)});
  }
}

void add_weeks(Metrics& metrics, const Tally& tally, const MetricsInput& input) {
  const Date from = *metrics.counted_from, to = *metrics.counted_to;
  for (Date week = monday_of(from); week <= to; week = week + 7) {
    const std::int64_t days = input.calendar.workdays(std::max(from, week), std::min(to, week + 6));
    const auto counts = tally.by_week.find(week);
    metrics.trend.push_back({week, days,
                             activity_figures(counts == tally.by_week.end() ? Counts{} : counts->second, days,
                                              metrics.reps, input.policy)});
  }
}

Note note(std::string code, Severity severity, Message text, const MetricsInput& input) {
  return {std::move(code), severity, std::move(text), {input.source, 0, 0}};
}

void note_rows(const Tally& tally, const MetricsInput& input, std::vector<Note>& notes) {
  if (tally.rows_after > 0) {
    notes.push_back(note("activities_after_as_of", Severity::kWarning,
                         Message{Text{"Rows of activities after {day}, not counted: {count}",
                                      "日期晚于 {day}的活动行，未计入：{count}"}}
                             .with("day", input.as_of)
                             .with("count", tally.rows_after),
                         input));
  }
  if (tally.rows_outside > 0) {
    notes.push_back(note("activities_outside_period", Severity::kInfo,
                         Message{Text{"Rows of activities outside {period}, not counted: {count}",
                                      "不在 {period} 内的活动行，未计入：{count}"}}
                             .with("period", input.period.name)
                             .with("count", tally.rows_outside),
                         input));
  }
  if (tally.rows_on_days_off > 0) {
    notes.push_back(note("activities_on_days_off", Severity::kInfo,
                         Message{Text{"Rows of activities on days off, whose counts are in but whose days "
                                      "are no working days: {count}",
                                      "非工作日的活动行，数量计入但当天不计为工作日：{count}"}}
                             .with("count", tally.rows_on_days_off),
                         input));
  }
}

/// Whether the file covers the days that it is judged by.
void note_span(const Tally& tally, const Metrics& metrics, const MetricsInput& input,
               std::vector<Note>& notes) {
  constexpr std::int64_t kManyDays = 5;
  if (!metrics.counted_from || !tally.first) return;
  const std::int64_t before = input.calendar.workdays(*metrics.counted_from, *tally.first + -1);
  const std::int64_t after = input.calendar.workdays(*tally.last + 1, *metrics.counted_to);
  if (before >= kManyDays) {
    notes.push_back(note("activities_begin_late", Severity::kWarning,
                         Message{Text{"The activities begin on {day}; the {count} working days of the period "
                                      "before count without any",
                                      "活动自 {day}开始；本期在此之前的 {count} 个工作日按无活动计"}}
                             .with("day", *tally.first)
                             .with("count", before),
                         input));
  }
  if (after >= kManyDays) {
    notes.push_back(note("activities_end_early", Severity::kWarning,
                         Message{Text{"The activities end on {day}; the {count} working days since count "
                                      "without any",
                                      "活动止于 {day}；此后的 {count} 个工作日按无活动计"}}
                             .with("day", *tally.last)
                             .with("count", after),
                         input));
  }
}

void note_owners(const Tally& tally, const MetricsInput& input, std::vector<Note>& notes) {
  if (!input.outcomes || input.outcomes->by_owner.empty()) return;
  std::vector<std::string> without_deals, without_activities;
  for (const auto& [owner, counts] : tally.by_owner) {
    if (!input.outcomes->by_owner.contains(owner)) without_deals.push_back(owner);
  }
  for (const auto& [owner, outcome] : input.outcomes->by_owner) {
    if (!owner.empty() && !tally.by_owner.contains(owner)) without_activities.push_back(owner);
  }
  const auto add = [&](const char* code, Text words, const std::vector<std::string>& owners) {
    if (owners.empty()) return;
    notes.push_back(note(code, Severity::kWarning,
                         Message{words}.with("owners", fmt::format("{}", fmt::join(owners, ", "))), input));
  };
  add("owners_without_deals",
      Text{"Owners of activities who have no deal, so no outcomes: {owners}",
           "有活动但没有商机、因而没有结果指标的负责人：{owners}"},
      without_deals);
  add("owners_without_activities",
      Text{"Owners of deals who have no activity in these days, so not among the salespeople: {owners}",
           "有商机但期间没有活动、未计入销售人数的负责人：{owners}"},
      without_activities);
}

}  // namespace

Metrics measure(const MetricsInput& input, std::vector<Note>& notes) {
  const Tally tally = tally_of(input);
  Metrics metrics;
  metrics.period = input.period.name;
  metrics.has_deals = input.outcomes.has_value();
  metrics.rows_in = tally.rows_in;
  metrics.rows_out = static_cast<std::int64_t>(input.activities.size()) - tally.rows_in;
  metrics.reps = static_cast<std::int64_t>(tally.by_owner.size());
  metrics.working_days_in_period = input.calendar.workdays(input.period.start, input.period.end);
  if (input.period.start <= input.as_of) {
    metrics.counted_from = input.period.start;
    metrics.counted_to = std::min(input.as_of, input.period.end);
    metrics.working_days = input.calendar.workdays(*metrics.counted_from, *metrics.counted_to);
  }
  metrics.activity = activity_figures(tally.all, metrics.working_days, metrics.reps, input.policy);
  metrics.outcome = outcome_figures(input.outcomes ? input.outcomes->all : Outcome{}, input);
  add_owners(metrics, tally, input);
  add_teams(metrics, tally, input);
  if (metrics.counted_from) add_weeks(metrics, tally, input);
  if (input.outcomes) metrics.links = links_of(metrics.by_owner);
  note_rows(tally, input, notes);
  note_span(tally, metrics, input, notes);
  note_owners(tally, input, notes);
  return metrics;
}

std::int64_t missed_targets(const Metrics& metrics) {
  const auto missed = [](const auto& row) { return row.status && *row.status != MetricStatus::kOnTarget; };
  return std::count_if(metrics.activity.begin(), metrics.activity.end(), missed) +
         std::count_if(metrics.outcome.begin(), metrics.outcome.end(), missed);
}

}  // namespace ae::method
