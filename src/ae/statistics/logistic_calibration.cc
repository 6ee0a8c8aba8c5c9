#include "ae/statistics/logistic_calibration.h"

#include <algorithm>
#include <cmath>

namespace ae::statistics {
namespace {

constexpr double kSteepest = 1;
constexpr int kMostSteps = 50;
constexpr double kLongestStep = 1;

/// Slope and curvature of the log likelihood in both parameters.
struct Derivatives {
  double intercept = 0, slope = 0;
  double intercept_twice = 0, both = 0, slope_twice = 0;

  Derivatives(const std::vector<StatedOdds>& stated, const LogisticCalibration& at) {
    for (const StatedOdds& row : stated) {
      const double cases = row.won + row.lost;
      const double chance = 1 / (1 + std::exp(-at(row.log_odds)));
      const double residual = row.won - cases * chance;
      const double curve = cases * chance * (1 - chance);
      intercept += residual;
      slope += residual * row.log_odds;
      intercept_twice += curve;
      both += curve * row.log_odds;
      slope_twice += curve * row.log_odds * row.log_odds;
    }
  }
};

/// The intercept that makes the chances add up at this slope.
void fit_intercept(const std::vector<StatedOdds>& stated, LogisticCalibration& fitted) {
  for (int step = 0; step < kMostSteps; ++step) {
    const Derivatives at(stated, fitted);
    if (at.intercept_twice <= 0) return;
    const double change = std::clamp(at.intercept / at.intercept_twice, -kLongestStep, kLongestStep);
    fitted.intercept += change;
    if (std::abs(change) < 1e-10) return;
  }
}

}  // namespace

LogisticCalibration calibrate(const std::vector<StatedOdds>& stated) {
  LogisticCalibration fitted;
  for (int step = 0; step < kMostSteps; ++step) {
    fit_intercept(stated, fitted);
    const Derivatives at(stated, fitted);
    // How the likelihood curves along the slope when the intercept follows it.
    const double curve = at.slope_twice - at.both * at.both / std::max(at.intercept_twice, 1e-12);
    if (curve < 1e-12) {  // all were stated alike: nothing can be said of the slope
      fitted.slope = 0;
      break;
    }
    const double wanted =
        std::clamp(fitted.slope + std::clamp(at.slope / curve, -kLongestStep, kLongestStep), 0.0, kSteepest);
    const double change = wanted - fitted.slope;
    fitted.slope = wanted;
    if (std::abs(change) < 1e-10) break;
  }
  fit_intercept(stated, fitted);
  return fitted;
}

}  // namespace ae::statistics
