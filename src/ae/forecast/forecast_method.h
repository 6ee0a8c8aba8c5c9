#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ae/base/period.h"
#include "ae/base/text.h"
#include "ae/domain/policy.h"
#include "ae/forecast/deal.h"

namespace ae::forecast {

/// Ways to say what a quarter will bring.
enum class ForecastMethod : std::uint8_t {
  kLearnt,
  kCategories,
  kStageWeighted,
  kWinRateTimesAmount,
  kRunRate,
  kLastYearPace,
  kCount
};

constexpr std::string_view key(ForecastMethod method) {
  constexpr std::string_view kKeys[] = {
      "learnt", "categories", "stage_weighted", "win_rate_times_amount", "run_rate", "last_year_pace"};
  return kKeys[static_cast<std::size_t>(method)];
}
Text name(ForecastMethod method);
/// How the method reckons, in one sentence.
Text definition(ForecastMethod method);

/// A day from which a period is forecast.
struct Vantage {
  Date as_of;  ///< facts up to its end are known
  Period period;
  FiscalCalendar calendar;

  /// Days after as_of until the period's end.
  int days_left() const { return std::max(0, period.end - as_of); }
  /// Of these, days before the period begins: above 0 for a period to come.
  int days_before() const { return std::max(0, period.start - as_of - 1); }
};

/// The forecast of a simple method, in minor units: everything but kLearnt. `known` are the deals as known at
/// as_of. nullopt when the method has nothing to go by.
std::optional<double> simple_forecast(ForecastMethod method, const std::vector<Deal>& known,
                                      const Vantage& vantage, const Policy& policy);

/// Won in the period up to as_of; minor units.
double closed_so_far(const std::vector<Deal>& known, const Vantage& vantage);

}  // namespace ae::forecast
