#pragma once

#include <optional>
#include <vector>

#include "ae/doc/document.h"
#include "ae/forecast/learnt_forecast.h"

namespace ae::forecast {

/// The total of the period as it stands at the end of a day: what was won up to a day that is past, the
/// distribution of it on a day to come. Minor units.
struct FanPoint {
  Date day;
  std::optional<double> closed;
  std::optional<double> p10, p50, p90;
};

/// The way of the total through the period: weeks that are past, as_of, and up to six days to come of which
/// the last is the period's end, where the quantiles are those of `whole`. Until then each open
/// deal has the share of its chance that its age gives to these days, whatever its close date; new business
/// is reckoned for each day; scale and common factor are the whole's. `chances` and `win_rate_factor` are
/// those that made it.
std::vector<FanPoint> fan(const LearntForecast& whole, const std::vector<Deal>& known, const Vantage& vantage,
                          const DealChances& chances, const WonAmounts& amounts, double win_rate_factor = 1);

}  // namespace ae::forecast
