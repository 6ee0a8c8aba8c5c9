#include <algorithm>
#include <cmath>

#include "ae/method/metrics.h"
#include "ae/statistics/false_discovery.h"
#include "ae/statistics/rank_correlation.h"

namespace ae::method {
namespace {

double number_of(const Quantity& quantity) {
  if (const auto* money = std::get_if<Money>(&quantity)) return static_cast<double>(money->minor);
  if (const auto* days = std::get_if<Days>(&quantity)) return days->as_double();
  return std::get<Ratio>(quantity).as_double();
}

/// Rounded for showing; −1 to 1 fits.
Ratio rounded(double value) { return Ratio::of_units(std::lround(value * static_cast<double>(Ratio::kOne))); }

bool all_alike(const std::vector<double>& values) {
  return std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
}

/// The link without its q value and verdict; nullopt in p_value when there is none to state.
ActivityLink link_of(const std::vector<OwnerMetrics>& owners, ActivityMetric activity,
                     OutcomeMetric outcome) {
  ActivityLink link{activity, outcome, 0, {}, {}, {}, {}, {}, LinkVerdict::kTooFew};
  std::vector<double> done, came;
  for (const OwnerMetrics& owner : owners) {
    const std::optional<Quantity>& actual = owner.outcome[static_cast<std::size_t>(outcome)].actual;
    if (!actual) continue;
    done.push_back(static_cast<double>(owner.activity[static_cast<std::size_t>(activity)].count));
    came.push_back(number_of(*actual));
  }
  link.reps = static_cast<std::int64_t>(done.size());
  if (link.reps < kFewestReps) return link;
  link.verdict = LinkVerdict::kNoSign;
  if (all_alike(done) || all_alike(came)) return link;
  const statistics::RankCorrelation found = statistics::rank_correlation(done, came);
  link.correlation = rounded(found.rho);
  link.chance_low = rounded(found.by_chance.low);
  link.chance_high = rounded(found.by_chance.high);
  link.p_value = rounded(found.p_value);
  return link;
}

/// Judges all links together.
void add_verdicts(std::vector<ActivityLink>& links) {
  std::vector<double> p_values;
  std::vector<ActivityLink*> judged;
  for (ActivityLink& link : links) {
    if (!link.p_value) continue;
    p_values.push_back(link.p_value->as_double());
    judged.push_back(&link);
  }
  constexpr double kLevel = 0.05;
  const std::vector<double> q_values = statistics::benjamini_hochberg(p_values);
  for (std::size_t at = 0; at < judged.size(); ++at) {
    ActivityLink& link = *judged[at];
    link.q_value = rounded(q_values[at]);
    if (q_values[at] >= kLevel) continue;
    link.verdict = link.correlation->units() > 0 ? LinkVerdict::kTogether : LinkVerdict::kOpposite;
  }
}

}  // namespace

std::vector<ActivityLink> links_of(const std::vector<OwnerMetrics>& owners) {
  std::vector<ActivityLink> links;
  for (const ActivityMetric activity : enumerators<ActivityMetric>()) {
    for (const OutcomeMetric outcome : enumerators<OutcomeMetric>())
      links.push_back(link_of(owners, activity, outcome));
  }
  add_verdicts(links);
  return links;
}

}  // namespace ae::method
