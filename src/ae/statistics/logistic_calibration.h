#pragma once

#include <vector>

namespace ae::statistics {

/// Log odds that were stated for `won` + `lost` cases alike, without having seen them.
struct StatedOdds {
  double log_odds = 0;
  double won = 0;
  double lost = 0;
};

/// What stated log odds are worth: calibrated = intercept + slope × stated. A slope below 1 says that they
/// were too far from the base rate, 0 that they say nothing.
struct LogisticCalibration {
  double intercept = 0;
  double slope = 1;

  double operator()(double log_odds) const { return intercept + slope * log_odds; }
};

/// By maximum likelihood (Platt 1999; Cox 1958), so that the calibrated chances of all cases add up to those
/// won. The slope is kept within 0 to 1: odds are drawn
/// in and never spread, since what was held back from a model may have made it timid. Requires won and lost
/// cases.
LogisticCalibration calibrate(const std::vector<StatedOdds>& stated);

}  // namespace ae::statistics
