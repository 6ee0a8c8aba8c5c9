#pragma once

#include <vector>

#include "ae/base/exact.h"
#include "ae/base/fields.h"
#include "ae/forecast/win_probability.h"

namespace ae::forecast {

/// A score in four decimals; null where the cases cannot say.
struct WinModelFigures {
  WinModel model = WinModel::kBaseRate;
  std::optional<Ratio> auc, brier, log_loss, ece;

  static constexpr auto fields() {
    using Self = WinModelFigures;
    return std::tuple{
        field("model", &Self::model, Text{"Model", "模型"}),
        field("auc", &Self::auc,
              Text{"Chance that a won deal was given more than a lost one; 0.5 is guessing",
                   "赢单所得概率高于丢单的几率；0.5 等于瞎猜"}),
        field("brier", &Self::brier, Text{"Mean squared error of the probability", "概率的均方误差"}),
        field("log_loss", &Self::log_loss,
              Text{"Mean −ln of what the outcome was given", "结果所得概率的负对数均值"}),
        field("ece", &Self::ece, Text{"Expected calibration error in ten bins", "十等分的期望校准误差"})};
  }
};

struct WinSeedFigures {
  std::int64_t seed = 0;
  std::vector<WinModelFigures> models;

  static constexpr auto fields() {
    return std::tuple{
        field("seed", &WinSeedFigures::seed, Text{"Seed of the folds", "分折种子"}),
        field("models", &WinSeedFigures::models, Text{"Scores with these folds", "此分折下的得分"})};
  }
};

/// Judged on the latest deals by what earlier ones taught.
struct LaterDealsFigures {
  Date from;
  std::int64_t learnt = 0, judged = 0;
  std::vector<WinModelFigures> models;

  static constexpr auto fields() {
    using Self = LaterDealsFigures;
    return std::tuple{
        field("from", &Self::from, Text{"First close date of the deals judged", "受检商机的最早关闭日期"}),
        field("learnt", &Self::learnt,
              Text{"Deals that closed before it, learnt from", "此前关闭、用于学习的商机数"}),
        field("judged", &Self::judged, Text{"Deals that closed from then on", "此后关闭的商机数"}),
        field("models", &Self::models, Text{"Scores on them", "在其上的得分"})};
  }
};

struct WinProbabilityFigures {
  std::int64_t rows = 0;
  std::optional<Ratio> base_rate;
  bool signal = false;
  WinModel chosen = WinModel::kBaseRate;
  std::vector<std::int64_t> seeds;
  std::int64_t folds = 0;
  std::vector<WinModelFigures> models;
  std::vector<WinSeedFigures> by_seed;
  std::optional<LaterDealsFigures> later;
  std::vector<std::string> features;

  static constexpr auto fields() {
    using Self = WinProbabilityFigures;
    return std::tuple{
        field("rows", &Self::rows, Text{"Closed deals", "已关闭商机数"}),
        field("base_rate", &Self::base_rate, Text{"Share of them that was won", "其中赢单的比例"}),
        field("signal", &Self::signal,
              Text{"True when the best model beats the base rate by more than one standard error of the "
                   "difference in log loss",
                   "最佳模型的对数损失优于基准赢单率超过差值的一个标准误时为真"}),
        field("chosen", &Self::chosen,
              Text{"The simplest model within one standard error of the best; without signal the base rate",
                   "与最佳模型相差不超过一个标准误的最简模型；无信号时为基准赢单率"}),
        field("seeds", &Self::seeds, Text{"Seeds of the folds", "分折种子"}),
        field("folds", &Self::folds,
              Text{"Folds for each seed; deals with the same features stay in one",
                   "每个种子的折数；特征相同的商机在同一折"}),
        field("models", &Self::models,
              Text{"Out-of-fold scores, means over the seeds", "折外得分，取各种子的均值"}),
        field("by_seed", &Self::by_seed, Text{"The same for each seed", "各种子的得分"}),
        field(
            "later", &Self::later,
            Text{"Learnt from the past, judged on the latest three of ten deals; null: no close dates or too "
                 "few deals",
                 "以过去学习、以最近三成商机检验；null 表示没有关闭日期或商机过少"}),
        field("features", &Self::features, Text{"Columns that were learnt from", "用于学习的列"})};
  }
};

WinProbabilityFigures figures_of(const WinProbability& evaluated, const FeatureTable& table);

}  // namespace ae::forecast
