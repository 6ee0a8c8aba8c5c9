#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ae/forecast/feature_table.h"
#include "ae/forecast/logistic.h"
#include "ae/statistics/logistic_calibration.h"

namespace ae::forecast {

/// How far the features of a deal move its chance of being won from the base rate, in log odds:
///
///   shift = intercept + slope × logistic regression's log odds − log odds of the base rate
///
/// Learnt from closed deals. The intercept and the slope calibrate the log odds that each row was given by
/// the regression without it, so that shifted base rates of all closed deals add up to those won. There is a
/// signal when those log odds beat the base rate (without the row, too) by more than one standard error in
/// log loss; without one, or with fewer than kFewestOfEach won or lost deals, every shift is 0.
class WinShift {
 public:
  static constexpr double kFewestOfEach = 20;
  static constexpr std::size_t kFewestRows = 10;

  WinShift() = default;
  static WinShift learn(const FeatureTable& table);

  bool signal() const { return model_.has_value(); }
  double closed() const { return closed_; }  ///< deals learnt from
  double slope() const { return calibration_.slope; }
  /// Mean log loss of each row by the model, or the base rate, without it; 0 where nothing was learnt.
  double loss() const { return loss_; }
  double base_loss() const { return base_loss_; }

  /// 0 without a signal.
  double of(const std::vector<std::uint32_t>& row) const;
  /// What the value of a column adds against the mean of all closed deals; 0 without a signal.
  double effect(std::size_t column, std::uint32_t code) const;

 private:
  std::optional<LogisticAverage> model_;
  statistics::LogisticCalibration calibration_;
  std::vector<double> mean_effects_;  ///< by column
  double base_log_odds_ = 0;
  double closed_ = 0, loss_ = 0, base_loss_ = 0;
};

}  // namespace ae::forecast
