#pragma once

#include <vector>

#include "ae/forecast/deal_chance.h"
#include "ae/forecast/new_business.h"
#include "ae/forecast/outcome.h"
#include "ae/forecast/track_record.h"
#include "ae/forecast/won_amounts.h"

namespace ae::forecast {

/// The learnt forecast of one period from one day. Minor units.
struct LearntForecast {
  double closed = 0;     ///< won in the period so far
  double open_mean = 0;  ///< Σ chance × expected amount of open deals, before blending
  NewBusiness new_business;
  std::optional<double> pace;  ///< what the run rate expects still to come
  double weight_of_deals = 0.5;
  double correction = 1;
  double still_to_come = 0;  ///< blended and corrected
  double scale = 1;          ///< still_to_come ÷ what open deals and `further` bring before it
  Further further;           ///< new business, and what unknown amounts add to the variance
  double common_variance = 0;
  double variance = 0;  ///< of what is still to come, if every deal were independent
  Outcome outcome;      ///< of the whole period

  double mean() const { return closed + still_to_come; }
  /// The parts of still_to_come, in proportion to what open deals and new business brought to it.
  double open_part() const;
  double new_part() const { return still_to_come - open_part(); }
};

/// Forecasts the period from the deals known at vantage.as_of and from how past forecasts came out. `record`
/// may hold only what was known then. `win_rate_factor` multiplies every chance, new business and the run
/// rate: for trying another win rate. nullopt when there is nothing to learn from: no closed deal.
std::optional<LearntForecast> learn(const std::vector<Deal>& known, const Vantage& vantage,
                                    const Policy& policy, const TrackRecord& record,
                                    double win_rate_factor = 1);

/// The point of a track record that `forecast` makes once the period's outcome is known: `actual` won in all
/// of it.
TrackPoint track_point(const LearntForecast& forecast, const Vantage& vantage, double actual);

}  // namespace ae::forecast
