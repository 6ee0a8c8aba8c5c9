#pragma once

#include <optional>
#include <vector>

#include "ae/base/enum_array.h"
#include "ae/forecast/deal_features.h"
#include "ae/forecast/learnt_forecast.h"

namespace ae::forecast {

/// What one method said on one day, in minor units; nullopt where it had nothing to go by.
struct MethodForecast {
  std::optional<double> forecast;
  std::optional<double> p10, p90;
};

/// One day in the past, what each method said then, and what came.
struct BacktestPoint {
  Date day;  ///< facts dated before it were known
  Period period;
  double actual = 0;
  EnumArray<ForecastMethod, MethodForecast> methods;
};

struct Backtest {
  std::vector<BacktestPoint> points;
  TrackRecord record;  ///< of the learnt method
};

/// True when at least 90 % of the quarter's days lie after the first close.
bool is_full_quarter(const Period& quarter, Date first_close);

/// Replays every full fiscal quarter from the first with at least 90 % of its days after the first close, up
/// to the earlier of as_of and the last close: at day 0, half and 80 % of its days. Each forecast sees only
/// facts dated before its day, and track records of quarters that had ended before it. With `features`
/// chances are shifted by what the deals closed by then taught of them.
Backtest run_backtest(const std::vector<Deal>& deals, Date as_of, const FiscalCalendar& calendar,
                      const Policy& policy, const DealFeatures& features = {});

/// How a method did over all points for which it had a forecast.
struct MethodScore {
  std::int64_t points = 0;
  std::optional<double> wape;           ///< Σ |forecast − actual| ÷ Σ actual
  std::optional<double> wape_at_start;  ///< over the points at day 0
  std::optional<double> bias;           ///< Σ (forecast − actual) ÷ Σ actual
  std::optional<double> coverage;       ///< share of actuals within P10–P90, of the points that have both
};

MethodScore score(const Backtest& backtest, ForecastMethod method);

}  // namespace ae::forecast
