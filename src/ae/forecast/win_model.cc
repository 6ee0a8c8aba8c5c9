#include "ae/forecast/win_model.h"

#include "ae/forecast/gradient_boosted.h"
#include "ae/forecast/logistic.h"
#include "ae/forecast/naive_bayes.h"

namespace ae::forecast {

Text name(WinModel model) {
  static constexpr Text kNames[] = {{"Base rate", "基准赢单率"},
                                    {"Naive Bayes", "朴素贝叶斯"},
                                    {"Logistic regression", "逻辑回归"},
                                    {"Gradient boosting", "梯度提升"}};
  return kNames[static_cast<std::size_t>(model)];
}

bool is_available(WinModel model) { return model != WinModel::kGradientBoosted || has_gradient_boosting(); }

std::vector<double> learn_and_state(WinModel model, const FeatureTable& table,
                                    const std::vector<std::size_t>& train,
                                    const std::vector<std::size_t>& test) {
  if (model == WinModel::kNaiveBayes) return naive_bayes(table, train, test);
  if (model == WinModel::kBaseRate)
    return std::vector<double>(test.size(), table.won_of(train) / table.cases_of(train));
  if (model == WinModel::kGradientBoosted) return gradient_boosted(table, train, test);
  const LogisticAverage logistic = LogisticAverage::fit(table, train);
  std::vector<double> stated;
  for (const std::size_t row : test) stated.push_back(logistic.probability(table.rows[row]));
  return stated;
}

}  // namespace ae::forecast
