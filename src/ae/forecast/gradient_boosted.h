#pragma once

#include <vector>

#include "ae/forecast/feature_table.h"

namespace ae::forecast {

/// True when XGBoost's shared library is on this machine. It is loaded when first asked for and stays loaded;
/// no other command pays for it.
bool has_gradient_boosting();

/// Gradient-boosted trees (Chen and Guestrin 2016) on one indicator for each value of each column: learns
/// from the rows `train` and states a probability for each row of `test`, in their order. Shallow trees on
/// half of the rows and columns each, so that a few hundred deals are enough. One thread and a fixed seed:
/// deterministic. Requires has_gradient_boosting() and a case in `train`.
std::vector<double> gradient_boosted(const FeatureTable& table, const std::vector<std::size_t>& train,
                                     const std::vector<std::size_t>& test);

}  // namespace ae::forecast
