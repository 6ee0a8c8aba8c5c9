#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ae/base/date.h"
#include "ae/base/text.h"
#include "ae/domain/policy.h"

/// What a salesperson does, and how much of it the method asks for.
namespace ae {

enum class ActivityType : std::uint8_t { kCall, kEmail, kMeeting, kDemo, kProposal, kCount };

constexpr std::string_view key(ActivityType type) {
  constexpr std::string_view kKeys[] = {"call", "email", "meeting", "demo", "proposal"};
  return kKeys[static_cast<std::size_t>(type)];
}

/// "Calls".
Text name(ActivityType type);

/// The method's five activity metrics, one for each type in the same order.
enum class ActivityMetric : std::uint8_t {
  kCallsPerDay,
  kEmailsPerDay,
  kMeetingsPerWeek,
  kDemosPerWeek,
  kProposalsPerWeek,
  kCount
};

constexpr std::string_view key(ActivityMetric metric) {
  constexpr std::string_view kKeys[] = {"calls_per_day", "emails_per_day", "meetings_per_week",
                                        "demos_per_week", "proposals_per_week"};
  return kKeys[static_cast<std::size_t>(metric)];
}

/// "Calls a day".
Text name(ActivityMetric metric);

constexpr ActivityType type_of(ActivityMetric metric) { return static_cast<ActivityType>(metric); }

/// Working days that the metric is stated for: 1 for a day, 5 for a week.
constexpr std::int64_t days_of(ActivityMetric metric) {
  return metric == ActivityMetric::kCallsPerDay || metric == ActivityMetric::kEmailsPerDay ? 1 : 5;
}

/// What the policy asks of one salesperson.
std::int64_t target_of(ActivityMetric metric, const ActivityPolicy& policy);

/// Activities of one type, by one owner, on one day.
struct Activity {
  Date day;
  std::string owner;
  std::string team;  ///< as the file says it; may be empty
  ActivityType type = ActivityType::kCall;
  std::int64_t count = 0;  ///< not negative
};

}  // namespace ae
