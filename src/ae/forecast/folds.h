#pragma once

#include <cstdint>
#include <vector>

#include "ae/forecast/feature_table.h"

namespace ae::forecast {

/// Parts all rows into `folds` parts of nearly equal size at random, the same for the same seed; rows that
/// were mostly won and those that were mostly lost are dealt out apart, so that the folds' win rates are
/// alike.
std::vector<std::vector<std::size_t>> random_folds(const FeatureTable& table, std::size_t folds,
                                                   std::uint64_t seed);

/// All rows of `folds` but those of fold `without`.
std::vector<std::size_t> others(const std::vector<std::vector<std::size_t>>& folds, std::size_t without);

}  // namespace ae::forecast
