#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ae/base/note.h"
#include "ae/base/period.h"
#include "ae/doc/document.h"
#include "ae/domain/outcome.h"
#include "ae/domain/policy.h"
#include "ae/domain/work_calendar.h"
#include "ae/method/metrics_figures.h"

namespace ae::method {

/// The outcomes of the deals, where there are any.
struct Outcomes {
  Outcome all;
  std::map<std::string, Outcome> by_owner, by_team;
};

/// All that the metrics are made of.
struct MetricsInput {
  std::vector<Activity> activities;
  std::string source;  ///< the file that they stand in
  WorkCalendar calendar;
  Period period;
  Date as_of;
  Policy policy;
  std::map<std::string, std::string> team_of_owner;
  std::optional<Outcomes> outcomes;
  std::optional<Money> deal_size_target;
  std::optional<Days> cycle_target;
};

/// Counts activities from the period's first day to the as-of date (or the period's last day), both included,
/// and holds them and the outcomes against their targets. Notes: activities_after_as_of,
/// activities_outside_period, activities_on_days_off, activities_begin_late, activities_end_early,
/// owners_without_deals, owners_without_activities.
///
/// With 50 calls a day asked for, a week with two holidays and a worked Saturday has 4 working days and the
/// target_count 200; 15 meetings a week become 12.
Metrics measure(const MetricsInput& input, std::vector<Note>& notes);

/// Which activity goes with which outcome across the salespeople of `owners`.
std::vector<ActivityLink> links_of(const std::vector<OwnerMetrics>& owners);

/// Fewest salespeople that a link is looked for among: of five, a perfect order comes by chance 1 time in 60.
inline constexpr std::int64_t kFewestReps = 6;

doc::Document metrics_document(const Metrics& metrics);

/// Targets of everyone together that are missed.
std::int64_t missed_targets(const Metrics& metrics);

}  // namespace ae::method
