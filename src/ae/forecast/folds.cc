#include "ae/forecast/folds.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "ae/statistics/random.h"

namespace ae::forecast {
namespace {

/// The first day that has seven of ten dated deals before it, or the last day at all; none without dates.
Date day_of_split(const FeatureTable& table) {
  std::map<Date, double> cases;
  double all = 0;
  for (const std::vector<DatedOutcomes>& days : table.dated) {
    for (const DatedOutcomes& day : days) {
      cases[day.closed] += day.won + day.lost;
      all += day.won + day.lost;
    }
  }
  Date split;
  double before = 0;
  for (const auto& [day, count] : cases) {
    split = day;
    if (before + count > all * 0.7) break;
    before += count;
  }
  return split;
}

}  // namespace

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

std::optional<TimeSplit> split_by_time(const FeatureTable& table) {
  constexpr double kFewest = 20;
  TimeSplit split{day_of_split(table), {table.columns, table.levels, {}, {}, {}, {}}, {}, {}};
  const auto add = [&](std::size_t row, bool later, std::vector<std::size_t>& part) {
    double won = 0, lost = 0;
    for (const DatedOutcomes& day : table.dated[row]) {
      if ((day.closed >= split.from) != later) continue;
      won += day.won;
      lost += day.lost;
    }
    if (won + lost == 0) return;
    part.push_back(split.table.size());
    split.table.rows.push_back(table.rows[row]);
    split.table.won.push_back(won);
    split.table.lost.push_back(lost);
  };
  for (std::size_t row = 0; row < table.dated.size(); ++row) {
    add(row, false, split.before);
    add(row, true, split.after);
  }
  const double learnt = split.table.cases_of(split.before);
  const double won = split.table.won_of(split.before);
  if (learnt < kFewest || split.table.cases_of(split.after) < kFewest || won <= 0 || won >= learnt)
    return std::nullopt;
  return split;
}

}  // namespace ae::forecast
