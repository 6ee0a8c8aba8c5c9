#pragma once

#include <cstdint>
#include <string_view>

#include "ae/base/text.h"

/// What a team goes through together, week by week and month by month.
namespace ae {

/// The five items of the weekly review, in their order.
enum class WeeklyItem : std::uint8_t {
  kUpdateStages,
  kVerifyCloseDates,
  kConfirmNextSteps,
  kRemoveStaleDeals,
  kAddOpportunities,
  kCount
};

constexpr std::string_view key(WeeklyItem item) {
  constexpr std::string_view kKeys[] = {"update_stages", "verify_close_dates", "confirm_next_steps",
                                        "remove_stale_deals", "add_opportunities"};
  return kKeys[static_cast<std::size_t>(item)];
}
Text name(WeeklyItem item);

/// The four items of the monthly review, in their order.
enum class MonthlyItem : std::uint8_t {
  kWinLossReasons,
  kPipelineCoverage,
  kForecastAccuracy,
  kCoaching,
  kCount
};

constexpr std::string_view key(MonthlyItem item) {
  constexpr std::string_view kKeys[] = {"win_loss_reasons", "pipeline_coverage", "forecast_accuracy",
                                        "coaching"};
  return kKeys[static_cast<std::size_t>(item)];
}
Text name(MonthlyItem item);

}  // namespace ae
