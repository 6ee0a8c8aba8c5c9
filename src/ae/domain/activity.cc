#include "ae/domain/activity.h"

namespace ae {

Text name(ActivityType type) {
  static constexpr Text kNames[] = {
      {"Calls", "电话"}, {"Emails", "邮件"}, {"Meetings", "会议"}, {"Demos", "演示"}, {"Proposals", "提案"}};
  return kNames[static_cast<std::size_t>(type)];
}

Text name(ActivityMetric metric) {
  static constexpr Text kNames[] = {{"Calls a day", "每日电话"},
                                    {"Emails a day", "每日邮件"},
                                    {"Meetings a week", "每周会议"},
                                    {"Demos a week", "每周演示"},
                                    {"Proposals a week", "每周提案"}};
  return kNames[static_cast<std::size_t>(metric)];
}

std::int64_t target_of(ActivityMetric metric, const ActivityPolicy& policy) {
  switch (metric) {
    case ActivityMetric::kCallsPerDay:
      return policy.calls_per_day;
    case ActivityMetric::kEmailsPerDay:
      return policy.emails_per_day;
    case ActivityMetric::kMeetingsPerWeek:
      return policy.meetings_per_week;
    case ActivityMetric::kDemosPerWeek:
      return policy.demos_per_week;
    case ActivityMetric::kProposalsPerWeek:
    case ActivityMetric::kCount:
      break;
  }
  return policy.proposals_per_week;
}

}  // namespace ae
