#pragma once

#include <cstdint>
#include <optional>

#include "ae/base/exact.h"
#include "ae/base/money.h"

namespace ae {

/// What came of the selling of one owner, one team or everyone.
struct Outcome {
  std::int64_t won = 0, lost = 0;          ///< closed deals
  std::optional<Ratio> win_rate;           ///< won ÷ (won + lost)
  std::optional<Money> average_deal_size;  ///< won amount ÷ won deals with an amount
  std::optional<Days> sales_cycle_days;    ///< mean days from creation to close of won deals
  std::optional<Money> won_in_period;      ///< closed in the period, up to the as-of date
  std::optional<Money> quota;              ///< of the period
  std::optional<Ratio> quota_attainment;   ///< won in the period ÷ quota
  std::optional<Ratio> pipeline_coverage;  ///< all open pipeline ÷ quota
};

}  // namespace ae
