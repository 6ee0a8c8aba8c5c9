#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "ae/base/enum_array.h"
#include "ae/base/text.h"
#include "ae/domain/opportunity_field.h"
#include "ae/domain/review_item.h"

namespace ae {

/// What the weekly review checks on every open deal, in the order in which it is shown.
enum class HygieneRule : std::uint8_t {
  kCloseDatePast,
  kCloseDateMissing,
  kAmountMissing,
  kAmountNegative,
  kNextStepMissing,
  kNoRecentActivity,
  kStageOverdue,
  kStageUnknown,
  kOlderThanWonCycle,
  kNewDeals,  ///< counts deals added lately; finding none is the finding
  kCount
};

/// Stable name: "close_date_past".
std::string_view key(HygieneRule rule);
Text name(HygieneRule rule);
Text definition(HygieneRule rule);
/// The item of the weekly review that the rule serves.
WeeklyItem weekly_item(HygieneRule rule);
/// The columns without which the rule has no count.
std::span<const OpportunityField> needs(HygieneRule rule);

}  // namespace ae
