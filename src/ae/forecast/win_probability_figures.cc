#include "ae/forecast/win_probability_figures.h"

#include <cmath>

#include "ae/forecast/backtest_figures.h"

namespace ae::forecast {
namespace {

std::optional<Ratio> ratio_or_null(double value) {
  return std::isfinite(value) ? ratio_of(value) : std::nullopt;
}

std::vector<WinModelFigures> models_of(const std::vector<WinModel>& tried,
                                       const EnumArray<WinModel, statistics::ProbabilityScores>& scores) {
  std::vector<WinModelFigures> rows;
  for (const WinModel model : tried) {
    rows.push_back({model, ratio_or_null(scores[model].auc), ratio_or_null(scores[model].brier),
                    ratio_or_null(scores[model].log_loss), ratio_or_null(scores[model].ece)});
  }
  return rows;
}

}  // namespace

WinProbabilityFigures figures_of(const WinProbability& evaluated, const FeatureTable& table) {
  WinProbabilityFigures figures;
  figures.rows = std::llround(evaluated.rows);
  figures.base_rate = ratio_or_null(evaluated.base_rate);
  figures.signal = evaluated.signal;
  figures.chosen = evaluated.chosen;
  figures.folds = static_cast<std::int64_t>(WinProbability::kFolds);
  figures.models = models_of(evaluated.tried, evaluated.models);
  for (std::size_t at = 0; at < evaluated.by_seed.size(); ++at) {
    const auto seed = static_cast<std::int64_t>(at) + 1;
    figures.seeds.push_back(seed);
    figures.by_seed.push_back({seed, models_of(evaluated.tried, evaluated.by_seed[at])});
  }
  if (evaluated.later) {
    figures.later = LaterDealsFigures{evaluated.later->from, std::llround(evaluated.later->learnt),
                                      std::llround(evaluated.later->judged),
                                      models_of(evaluated.tried, evaluated.later->models)};
  }
  figures.features = table.columns;
  return figures;
}

}  // namespace ae::forecast
