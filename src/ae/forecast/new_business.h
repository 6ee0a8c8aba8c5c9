#pragma once

#include "ae/forecast/close_hazard.h"
#include "ae/forecast/forecast_method.h"
#include "ae/forecast/won_amounts.h"

namespace ae::forecast {

/// Business that is neither won nor in the book yet: deals to be created after as_of and won in the
/// period.
struct NewBusiness {
  double deals = 0;     ///< expected number won
  double mean = 0;      ///< expected amount, minor units
  double variance = 0;  ///< of the amount, as a compound Poisson sum

  /// Creations go on at the pace of the last 90 days (from the first creation on), and new deals are won by
  /// age as past ones were.
  static NewBusiness expect(const std::vector<Deal>& deals, const Vantage& vantage, const CloseHazard& hazard,
                            const WonAmounts& amounts);

  /// The same with `factor` times as many deals won.
  NewBusiness times(double factor) const { return {deals * factor, mean * factor, variance * factor}; }
};

}  // namespace ae::forecast
