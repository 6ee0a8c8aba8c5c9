#pragma once

#include <utility>
#include <vector>

#include "ae/forecast/feature_table.h"

namespace ae::forecast {

/// The probability that frequencies of won and of lost cases give: S_w ÷ (S_w + S_l), where S is the product
/// of the outcome's share and of the value's share in each field. `fields` holds (won, lost) shares.
double naive_bayes_probability(double won_share, double lost_share,
                               const std::vector<std::pair<double, double>>& fields);

/// Naive Bayes as lead scorers do it: every count of a value, and of either outcome, begins at 0.1. Values
/// that were never seen say nothing.
std::vector<double> naive_bayes(const FeatureTable& table, const std::vector<std::size_t>& train,
                                const std::vector<std::size_t>& test);

}  // namespace ae::forecast
