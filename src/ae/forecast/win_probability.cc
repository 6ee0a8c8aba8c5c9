#include "ae/forecast/win_probability.h"

#include <algorithm>
#include <cmath>
#include <numeric>

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

std::optional<WinProbability> evaluate(const FeatureTable& table) {
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
  for (std::uint64_t seed = 1; seed <= WinProbability::kSeeds; ++seed) {
    auto& scores = result.by_seed.emplace_back();
    for (const WinModel model : result.tried) {
      const std::vector<double> stated = out_of_fold(model, table, seed);
      std::vector<statistics::Stated> cases;
      for (std::size_t row = 0; row < table.size(); ++row)
        cases.push_back({stated[row], table.won[row], table.lost[row]});
      scores[model] = statistics::score(cases);
      add(result.models[model], scores[model], kWeight);
      const std::vector<double> of_rows = losses(table, stated);
      for (std::size_t row = 0; row < table.size(); ++row) loss[model][row] += of_rows[row] * kWeight;
    }
  }
  choose(result, table, loss);
  return result;
}

}  // namespace ae::forecast
