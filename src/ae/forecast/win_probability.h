#pragma once

#include <optional>
#include <vector>

#include "ae/base/enum_array.h"
#include "ae/forecast/win_model.h"
#include "ae/statistics/probability_scores.h"

namespace ae::forecast {

/// How each model did on the latest deals when it had learnt from those that closed before.
struct LaterDeals {
  Date from;  ///< the first close date among the later ones
  double learnt = 0, judged = 0;
  EnumArray<WinModel, statistics::ProbabilityScores> models;
};

/// What cross-validation says of each model on the user's own closed deals.
struct WinProbability {
  static constexpr std::size_t kSeeds = 20;
  static constexpr std::size_t kFolds = 5;

  double rows = 0;       ///< closed deals
  double base_rate = 0;  ///< share of them won
  bool signal =
      false;  ///< the best model beats the base rate by more than one standard error of the difference
  WinModel chosen = WinModel::kBaseRate;  ///< the simplest within one standard error of the best; without
                                          ///< signal the base rate
  std::vector<WinModel> tried;            ///< those that this machine can learn
  EnumArray<WinModel, statistics::ProbabilityScores> models;  ///< means over the seeds
  std::vector<EnumArray<WinModel, statistics::ProbabilityScores>> by_seed;
  std::optional<LaterDeals> later;  ///< nullopt without close dates, or with too few deals
};

/// Five folds, once for each of the seeds 1 to 20; deals with the same features stay in one fold. nullopt
/// below 20 closed deals, below 10 distinct rows, or when all came out alike. The result does not depend on
/// the number of threads.
std::optional<WinProbability> evaluate(const FeatureTable& table, unsigned threads = 1);

}  // namespace ae::forecast
