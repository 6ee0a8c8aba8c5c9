#pragma once

#include <optional>
#include <vector>

#include "ae/base/fields.h"
#include "ae/base/money.h"
#include "ae/forecast/backtest.h"

namespace ae::forecast {

/// One method: what it says now, and how it did on past quarters.
struct MethodFigures {
  ForecastMethod method = ForecastMethod::kLearnt;
  std::optional<Money> forecast;
  std::optional<Ratio> wape, wape_at_start, bias, p10_p90_coverage;
  std::int64_t points = 0;

  static constexpr auto fields() {
    using Self = MethodFigures;
    return std::tuple{
        field("method", &Self::method, Text{"Forecast method", "预测方法"}),
        field("forecast", &Self::forecast,
              Text{"What it says for the period; null: nothing to go by",
                   "该方法对本期的预测；null 表示无从预测"}),
        field(
            "wape", &Self::wape,
            Text{"Σ |forecast − actual| ÷ Σ actual over past points", "历史时点的 Σ |预测 − 实际| ÷ Σ 实际"}),
        field("wape_at_start", &Self::wape_at_start,
              Text{"The same over the first days of quarters", "仅季度首日的同一指标"}),
        field("bias", &Self::bias,
              Text{"Σ (forecast − actual) ÷ Σ actual: above 0 is too high",
                   "Σ（预测 − 实际）÷ Σ 实际：大于 0 为偏高"}),
        field(
            "p10_p90_coverage", &Self::p10_p90_coverage,
            Text{"Share of actuals within P10 to P90; 80 % is right", "实际值落在 P10–P90 的比例；应为 80%"}),
        field("points", &Self::points, Text{"Past days on which it had a forecast", "有预测的历史时点数"})};
  }
};

/// The figures of every method over a backtest; `forecast` is left null.
std::vector<MethodFigures> method_figures(const Backtest& backtest);

/// Minor units as money, rounded; nullopt when it does not fit.
std::optional<Money> money_of(const std::optional<double>& minor, Currency currency);
/// A share rounded to four decimals.
std::optional<Ratio> ratio_of(const std::optional<double>& share);

}  // namespace ae::forecast
