#include "ae/forecast/win_probability.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ae/base/parallel.h"
#include "ae/forecast/folds.h"

namespace ae::forecast {
namespace {

constexpr double kFewestCases = 20;
constexpr std::size_t kFewestRows = 10;

std::vector<WinModel> available_models() {
  std::vector<WinModel> models;
  for (const WinModel model : enumerators<WinModel>()) {
    if (is_available(model)) models.push_back(model);
  }
  return models;
}

/// Out-of-fold probabilities of every row.
std::vector<double> out_of_fold(WinModel model, const FeatureTable& table, std::uint64_t seed) {
  const auto folds = random_folds(table, WinProbability::kFolds, seed);
  std::vector<double> stated(table.size());
  for (std::size_t fold = 0; fold < folds.size(); ++fold) {
    const std::vector<double> of_fold = learn_and_state(model, table, others(folds, fold), folds[fold]);
    for (std::size_t at = 0; at < of_fold.size(); ++at) stated[folds[fold][at]] = of_fold[at];
  }
  return stated;
}

/// Out-of-fold probabilities by seed and model.
std::vector<EnumArray<WinModel, std::vector<double>>> stated_by_seed(const std::vector<WinModel>& models,
                                                                     const FeatureTable& table,
                                                                     unsigned threads) {
  std::vector<EnumArray<WinModel, std::vector<double>>> stated(WinProbability::kSeeds);
  parallel_for(stated.size() * models.size(), threads, [&](std::size_t index) {
    const std::size_t seed = index / models.size();
    const WinModel model = models[index % models.size()];
    stated[seed][model] = out_of_fold(model, table, seed + 1);
  });
  return stated;
}

std::vector<std::size_t> all_rows(const FeatureTable& table) {
  std::vector<std::size_t> rows(table.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  return rows;
}

/// `stated` holds a probability for each of `rows`.
statistics::ProbabilityScores scores_of(const FeatureTable& table, const std::vector<std::size_t>& rows,
                                        const std::vector<double>& stated) {
  std::vector<statistics::Stated> cases;
  for (std::size_t at = 0; at < rows.size(); ++at)
    cases.push_back({stated[at], table.won[rows[at]], table.lost[rows[at]]});
  return statistics::score(cases);
}

std::optional<LaterDeals> judge_later(const std::vector<WinModel>& models, const FeatureTable& table) {
  const std::optional<TimeSplit> split = split_by_time(table);
  if (!split) return std::nullopt;
  LaterDeals later{
      split->from, split->table.cases_of(split->before), split->table.cases_of(split->after), {}};
  for (const WinModel model : models) {
    later.models[model] = scores_of(split->table, split->after,
                                    learn_and_state(model, split->table, split->before, split->after));
  }
  return later;
}

/// Log loss of each row's cases together.
std::vector<double> losses(const FeatureTable& table, const std::vector<double>& stated) {
  std::vector<double> loss(table.size());
  for (std::size_t row = 0; row < table.size(); ++row) {
    const double inside = std::clamp(stated[row], 1e-9, 1 - 1e-9);
    loss[row] = -(table.won[row] * std::log(inside) + table.lost[row] * std::log1p(-inside));
  }
  return loss;
}

/// Mean difference a − b a case, and its standard error, rows being what is independent.
struct Paired {
  double mean = 0, error = 0;
};

Paired paired(const FeatureTable& table, const std::vector<double>& a, const std::vector<double>& b,
              double cases) {
  Paired difference;
  for (std::size_t row = 0; row < a.size(); ++row) difference.mean += (a[row] - b[row]) / cases;
  double squares = 0;
  for (std::size_t row = 0; row < a.size(); ++row) {
    const double around = a[row] - b[row] - difference.mean * (table.won[row] + table.lost[row]);
    squares += around * around;
  }
  difference.error = std::sqrt(squares) / cases;
  return difference;
}

void add(statistics::ProbabilityScores& sum, const statistics::ProbabilityScores& scores, double weight) {
  sum.auc += scores.auc * weight;
  sum.brier += scores.brier * weight;
  sum.log_loss += scores.log_loss * weight;
  sum.ece += scores.ece * weight;
}

void choose(WinProbability& result, const FeatureTable& table,
            const EnumArray<WinModel, std::vector<double>>& loss) {
  WinModel best = WinModel::kBaseRate;
  for (const WinModel model : result.tried) {
    if (result.models[model].log_loss < result.models[best].log_loss) best = model;
  }
  const Paired gain = paired(table, loss[WinModel::kBaseRate], loss[best], result.rows);
  result.signal = best != WinModel::kBaseRate && gain.mean > gain.error;
  if (!result.signal) return;
  for (const WinModel model : result.tried) {
    const Paired behind = paired(table, loss[model], loss[best], result.rows);
    if (behind.mean > behind.error) continue;
    result.chosen = model;
    return;
  }
}

}  // namespace

std::optional<WinProbability> evaluate(const FeatureTable& table, unsigned threads) {
  WinProbability result;
  const double won = std::accumulate(table.won.begin(), table.won.end(), 0.0);
  result.rows = won + std::accumulate(table.lost.begin(), table.lost.end(), 0.0);
  if (result.rows < kFewestCases || table.size() < kFewestRows || won <= 0 || won >= result.rows)
    return std::nullopt;
  result.base_rate = won / result.rows;
  result.tried = available_models();
  EnumArray<WinModel, std::vector<double>> loss;
  for (std::vector<double>& of_model : loss.values) of_model.assign(table.size(), 0);
  constexpr double kWeight = 1.0 / WinProbability::kSeeds;
  const std::vector<std::size_t> rows = all_rows(table);
  for (const EnumArray<WinModel, std::vector<double>>& stated :
       stated_by_seed(result.tried, table, threads)) {
    auto& scores = result.by_seed.emplace_back();
    for (const WinModel model : result.tried) {
      scores[model] = scores_of(table, rows, stated[model]);
      add(result.models[model], scores[model], kWeight);
      const std::vector<double> of_rows = losses(table, stated[model]);
      for (const std::size_t row : rows) loss[model][row] += of_rows[row] * kWeight;
    }
  }
  choose(result, table, loss);
  result.later = judge_later(result.tried, table);
  return result;
}

}  // namespace ae::forecast
