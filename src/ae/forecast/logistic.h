#pragma once

#include <cstdint>
#include <vector>

#include "ae/forecast/feature_table.h"

namespace ae::forecast {

/// Logistic regression on one indicator for each value of each column, with a ridge penalty on all but the
/// intercept (le Cessie and van Houwelingen 1992). Values seen in fewer than kFewest cases share one
/// indicator. Solved by Newton's method.
class Logistic {
 public:
  static constexpr double kFewest = 3;

  static Logistic fit(const FeatureTable& table, const std::vector<std::size_t>& train, double penalty);

  double log_odds(const std::vector<std::uint32_t>& row) const;
  double probability(const std::vector<std::uint32_t>& row) const;
  /// What the value of a column adds to the log odds.
  double effect(std::size_t column, std::uint32_t code) const { return coefficients_[place_[column][code]]; }

  /// Log loss of all cases of `train`, each row judged by the model without it, to the first order (Meijer
  /// and Goeman 2013): what the choice of a penalty is judged by.
  double leave_one_out_loss() const { return loss_; }
  /// The log odds of each row of `train` by the model without it.
  const std::vector<double>& leave_one_out_log_odds() const { return without_; }

 private:
  std::vector<std::vector<std::size_t>> place_;  ///< of each column's codes among the coefficients
  std::vector<double> coefficients_;             ///< the intercept first
  std::vector<double> without_;
  double loss_ = 0;
};

/// Logistic regressions of several penalties, weighed by their leave-one-out likelihood, so that no single
/// penalty is trusted.
class LogisticAverage {
 public:
  static LogisticAverage fit(const FeatureTable& table, const std::vector<std::size_t>& train);

  double probability(const std::vector<std::uint32_t>& row) const;

  /// The weighed mean of the log odds: unlike that of the probabilities it is a sum of effects.
  double log_odds(const std::vector<std::uint32_t>& row) const;
  double effect(std::size_t column, std::uint32_t code) const;
  /// The same for each row of `train` by the models without it.
  std::vector<double> leave_one_out_log_odds() const;

 private:
  std::vector<Logistic> models_;
  std::vector<double> weights_;  ///< sum 1
};

}  // namespace ae::forecast
