#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/doc/document.h"
#include "ae/method/coaching.h"
#include "ae/method/review_finding.h"

namespace ae::method {

/// How far one way of forecasting missed past quarters, as `ae backtest` has it.
struct AccuracyFigures {
  std::string method;
  std::optional<Ratio> wape, wape_at_start, bias;
  std::int64_t points = 0;

  static constexpr auto fields() {
    using Self = AccuracyFigures;
    return std::tuple{
        field("method", &Self::method, Text{"Forecast method", "预测方法"}),
        field(
            "wape", &Self::wape,
            Text{"Σ |forecast − actual| ÷ Σ actual over past points", "历史时点的 Σ |预测 − 实际| ÷ Σ 实际"}),
        field("wape_at_start", &Self::wape_at_start,
              Text{"The same over the first days of quarters", "仅季度首日的同一指标"}),
        field("bias", &Self::bias,
              Text{"Σ (forecast − actual) ÷ Σ actual: above 0 is too high",
                   "Σ（预测 − 实际）÷ Σ 实际：大于 0 为偏高"}),
        field("points", &Self::points, Text{"Past days on which it had a forecast", "有预测的历史时点数"})};
  }
};

struct MonthlyReview {
  std::vector<ReviewItem> items;
  std::vector<AccuracyFigures> accuracy;
  std::vector<CoachingFigures> coaching;

  // For people; not part of the JSON.
  std::vector<std::vector<doc::Block>> blocks;  ///< figures of each item, below its findings

  static constexpr auto fields() {
    using Self = MonthlyReview;
    return std::tuple{
        field("items", &Self::items, Text{"The four items of the monthly review", "每月复盘的四项"}),
        field("accuracy", &Self::accuracy,
              Text{"Ways of forecasting over past quarters; empty: no full quarter to look back on",
                   "各预测方法在过去季度的表现；没有完整季度则为空"}),
        field("coaching", &Self::coaching,
              Text{"Every salesperson against the others, metric by metric", "每位销售与其他人逐项对比"})};
  }
};

doc::Document monthly_document(const MonthlyReview& review);

}  // namespace ae::method
