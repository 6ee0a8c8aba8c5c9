#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ae/base/text.h"
#include "ae/domain/hygiene_rule.h"

/// What to do next about an open deal, and by which rule.
namespace ae {

/// In order of urgency: of several rules that fit a deal, the first says what to do.
enum class ActionRule : std::uint8_t {
  kCloseDatePast,
  kNextStepPast,
  kStageUnknown,
  kAmountNegative,
  kAmountMissing,
  kCloseDateMissing,
  kNoRecentActivity,
  kStageOverdue,
  kNextStepMissing,
  kSingleThreaded,
  kAdvance,  ///< nothing is wrong: win the next stage
  kCount
};

/// Stable name: "close_date_past"; rules of the weekly review have its names.
std::string_view key(ActionRule rule);
/// What is the case: "Next step is past".
Text name(ActionRule rule);
/// What to do, beginning with a verb.
Text action(ActionRule rule);

/// The action that a check of the weekly review asks for; nullopt for checks of the whole pipeline.
std::optional<ActionRule> action_for(HygieneRule rule);

}  // namespace ae
