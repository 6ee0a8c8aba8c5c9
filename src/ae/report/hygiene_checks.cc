#include "ae/report/hygiene_checks.h"

#include <algorithm>
#include <limits>

namespace ae::report {
namespace {

EnumArray<Stage, std::int64_t> age_limits(const Policy& policy) {
  EnumArray<Stage, std::int64_t> limits;
  for (const Stage stage : enumerators<Stage>())
    limits[stage] = policy.age_limit_days(stage).value_or(std::numeric_limits<std::int64_t>::max());
  return limits;
}

}  // namespace

bool applies(HygieneRule rule, const table::OpportunityChunk& chunk) {
  const auto columns = needs(rule);
  return std::all_of(columns.begin(), columns.end(),
                     [&](OpportunityField field) { return chunk.has(field); });
}

HygieneChecks::HygieneChecks(const ChunkDeals& deals)
    : chunk_(deals.chunk()),
      steps_(chunk_.text(OpportunityField::kNextStep).codes().data()),
      close_(chunk_.dates(OpportunityField::kCloseDate).data()),
      active_(chunk_.dates(OpportunityField::kLastActivityDate).data()),
      created_(chunk_.dates(OpportunityField::kCreatedDate).data()),
      entered_(chunk_.dates(OpportunityField::kStageDate).data()),
      amounts_(chunk_.amount.data()),
      stages_(chunk_.stage.data()),
      as_of_(deals.scope().as_of),
      most_idle_days_(deals.scope().policy.hygiene.recent_activity_days),
      most_new_days_(deals.scope().policy.hygiene.new_deal_days),
      limits_(age_limits(deals.scope().policy)) {}

bool HygieneChecks::breaks(HygieneRule rule, std::size_t row,
                           const std::optional<std::int64_t>& won_cycle_limit_days) const {
  switch (rule) {
    case HygieneRule::kCloseDatePast:
      return close_date_past(row);
    case HygieneRule::kCloseDateMissing:
      return close_date_missing(row);
    case HygieneRule::kAmountMissing:
      return amount_missing(row);
    case HygieneRule::kAmountNegative:
      return amount_negative(row);
    case HygieneRule::kNextStepMissing:
      return next_step_missing(row);
    case HygieneRule::kNoRecentActivity:
      return no_recent_activity(row);
    case HygieneRule::kStageOverdue:
      return stage_overdue(row);
    case HygieneRule::kStageUnknown:
      return stage_unknown(row);
    case HygieneRule::kOlderThanWonCycle: {
      const std::int64_t days = days_since(created_[row]);
      return won_cycle_limit_days && !created_[row].is_none() && days > *won_cycle_limit_days;
    }
    case HygieneRule::kNewDeals:
    case HygieneRule::kCount:
      break;
  }
  return false;
}

std::vector<HygieneRule> HygieneChecks::broken(
    std::size_t row, const std::optional<std::int64_t>& won_cycle_limit_days) const {
  std::vector<HygieneRule> rules;
  for (const HygieneRule rule : enumerators<HygieneRule>()) {
    if (applies(rule, chunk_) && breaks(rule, row, won_cycle_limit_days)) rules.push_back(rule);
  }
  return rules;
}

}  // namespace ae::report
