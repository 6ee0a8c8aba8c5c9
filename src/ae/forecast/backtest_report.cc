#include "ae/forecast/backtest_report.h"

#include <algorithm>

namespace ae::forecast {
namespace {

BacktestPointFigures figures_of(const BacktestPoint& point, Currency currency) {
  BacktestPointFigures row;
  row.as_of = point.day;
  row.period = point.period.name;
  row.actual = money_of(point.actual, currency);
  for (const ForecastMethod method : enumerators<ForecastMethod>()) {
    const MethodForecast& said = point.methods[method];
    row.methods.push_back({method, money_of(said.forecast, currency), money_of(said.p10, currency),
                           money_of(said.p90, currency)});
  }
  return row;
}

std::optional<ForecastMethod> best_of(const std::vector<MethodFigures>& rows, std::size_t points) {
  const MethodFigures* best = nullptr;
  for (const MethodFigures& row : rows) {
    if (!row.wape || row.points != static_cast<std::int64_t>(points)) continue;
    if (best == nullptr || *row.wape < *best->wape) best = &row;
  }
  return best != nullptr ? std::optional(best->method) : std::nullopt;
}

bool has_due_dates(const std::vector<DealFact>& facts) {
  return std::any_of(facts.begin(), facts.end(),
                     [](const DealFact& fact) { return fact.is_open() && !fact.close.is_none(); });
}

}  // namespace

Result<BacktestResult> BacktestReport::finalize(const Partial& partial, const report::Scope& scope,
                                                std::vector<Note>& notes) {
  const std::vector<DealFact> facts = partial.facts.sorted();
  BacktestResult result;
  result.rows = static_cast<std::int64_t>(facts.size());
  result.closed =
      std::count_if(facts.begin(), facts.end(), [](const DealFact& fact) { return !fact.is_open(); });
  const FeatureTable features = partial.features.table(notes);
  if (const auto evaluated = evaluate(features, scope.threads))
    result.win_probability = figures_of(*evaluated, features);
  if (!scope.currency) {
    notes.push_back(
        {"forecast_several_currencies",
         Severity::kWarning,
         Text{"Amounts stand in several currencies: give dated rates with --rates FILE to forecast money",
              "金额涉及多个币种：请用 --rates 文件 提供带日期的汇率，以预测金额"},
         {}});
    return result;
  }
  result.rep_calls = judge_calls(facts, scope, notes);
  const std::vector<Deal> deals = deals_of(facts, *scope.currency);
  std::vector<Deal> known = cut(deals, scope.as_of);
  const DealFeatures of_deals = DealFeatures::of(facts, known);
  const bool shifts = set_shifts(known, of_deals).signal();
  const Backtest backtest =
      run_backtest(deals, scope.as_of, scope.calendar, scope.policy, shifts ? of_deals : DealFeatures());
  for (const BacktestPoint& point : backtest.points)
    result.points.push_back(figures_of(point, *scope.currency));
  result.methods = method_figures(backtest);
  result.best = best_of(result.methods, backtest.points.size());
  if (backtest.points.empty()) {
    notes.push_back(
        {"no_past_quarter",
         Severity::kWarning,
         Text{"No full fiscal quarter lies between the first close and the as-of date: nothing to replay",
              "首个关闭日期与基准日之间没有完整的财务季度：无可重放"},
         {}});
  } else if (!has_due_dates(facts)) {
    notes.push_back({"no_close_dates",
                     Severity::kInfo,
                     Text{"No expected close dates: categories and stage-weighted know closed deals only",
                          "没有预计成交日期：类别与按阶段加权仅含已成交"},
                     {}});
  } else {
    notes.push_back(
        {"past_close_dates_unknown",
         Severity::kInfo,
         Text{"A closed row keeps its real close date only: what was expected before is not known, so "
              "categories and stage-weighted look worse here than they were",
              "已关闭的行只保留实际关闭日期：此前的预计日期未知，故类别与按阶段加权在此显得更差"},
         {}});
  }
  return result;
}

std::int64_t BacktestReport::findings(const BacktestResult&) { return 0; }

}  // namespace ae::forecast
