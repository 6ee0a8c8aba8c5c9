#include "ae/forecast/backtest_figures.h"

#include <cmath>

namespace ae::forecast {

std::vector<MethodFigures> method_figures(const Backtest& backtest) {
  std::vector<MethodFigures> rows;
  for (const ForecastMethod method : enumerators<ForecastMethod>()) {
    const MethodScore scored = score(backtest, method);
    MethodFigures row;
    row.method = method;
    row.wape = ratio_of(scored.wape);
    row.wape_at_start = ratio_of(scored.wape_at_start);
    row.bias = ratio_of(scored.bias);
    row.p10_p90_coverage = ratio_of(scored.coverage);
    row.points = scored.points;
    rows.push_back(row);
  }
  return rows;
}

std::optional<Money> money_of(const std::optional<double>& minor, Currency currency) {
  constexpr double kLargest = 9e18;
  if (!minor || !(std::abs(*minor) < kLargest)) return std::nullopt;
  return Money{std::llround(*minor), currency};
}

std::optional<Ratio> ratio_of(const std::optional<double>& share) {
  constexpr double kLargest = 1e14;
  if (!share || !(std::abs(*share) < kLargest)) return std::nullopt;
  return Ratio::of_units(std::llround(*share * static_cast<double>(Ratio::kOne)));
}

}  // namespace ae::forecast
