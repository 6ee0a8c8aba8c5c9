#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ae/base/text.h"
#include "ae/forecast/feature_table.h"

namespace ae::forecast {

/// Ways to learn a deal's chance of being won from its features, simplest first.
enum class WinModel : std::uint8_t { kBaseRate, kNaiveBayes, kLogistic, kGradientBoosted, kCount };

constexpr std::string_view key(WinModel model) {
  constexpr std::string_view kKeys[] = {"base_rate", "naive_bayes", "logistic", "gradient_boosted"};
  return kKeys[static_cast<std::size_t>(model)];
}
Text name(WinModel model);
/// Whether this machine can learn it: gradient boosting needs a library that may be absent.
bool is_available(WinModel model);

/// Learns from the rows `train` and states a probability for each row of `test`, in their order.
/// Deterministic. Requires is_available(model) and a case in `train`.
std::vector<double> learn_and_state(WinModel model, const FeatureTable& table,
                                    const std::vector<std::size_t>& train,
                                    const std::vector<std::size_t>& test);

}  // namespace ae::forecast
