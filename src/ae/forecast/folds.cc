#include "ae/forecast/folds.h"

#include <algorithm>
#include <numeric>

#include "ae/statistics/random.h"

namespace ae::forecast {

std::vector<std::vector<std::size_t>> random_folds(const FeatureTable& table, std::size_t folds,
                                                   std::uint64_t seed) {
  std::vector<std::size_t> rows(table.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  statistics::Random random(seed);
  random.shuffle(rows);
  std::stable_partition(rows.begin(), rows.end(),
                        [&](std::size_t row) { return table.won[row] > table.lost[row]; });
  std::vector<std::vector<std::size_t>> parts(folds);
  for (std::size_t at = 0; at < rows.size(); ++at) parts[at % folds].push_back(rows[at]);
  for (std::vector<std::size_t>& part : parts) std::sort(part.begin(), part.end());
  return parts;
}

std::vector<std::size_t> others(const std::vector<std::vector<std::size_t>>& folds, std::size_t without) {
  std::vector<std::size_t> rows;
  for (std::size_t fold = 0; fold < folds.size(); ++fold) {
    if (fold != without) rows.insert(rows.end(), folds[fold].begin(), folds[fold].end());
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

}  // namespace ae::forecast
