#pragma once

#include <cstdint>
#include <optional>
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

/// The past and what came after it: rows twice, once with the deals that closed before `from` and once with
/// those that closed from then on.
struct TimeSplit {
  Date from;
  FeatureTable table;
  std::vector<std::size_t> before, after;
};

/// Parts the deals with a known close date so that the latest three of ten, or a few more of the same day,
/// stand in the later part. nullopt when either part would hold fewer than 20 deals, or the earlier one only
/// won or only lost deals.
std::optional<TimeSplit> split_by_time(const FeatureTable& table);

}  // namespace ae::forecast
