#include "ae/forecast/backtest.h"

#include <algorithm>
#include <cmath>

namespace ae::forecast {
namespace {

Date last_close(const std::vector<Deal>& deals) {
  Date last;
  for (const Deal& deal : deals) last = std::max(last, deal.closed);  // no date sorts before every date
  return last;
}

/// Quarters that can be replayed, in order.
std::vector<Period> full_quarters(const std::vector<Deal>& deals, Date as_of,
                                  const FiscalCalendar& calendar) {
  std::vector<Period> quarters;
  const Date first = first_close(deals);
  if (first.is_none()) return quarters;
  const Date end = std::min(as_of, last_close(deals));
  for (Period period = calendar.quarter_containing(first); period.end <= end;
       period = calendar.quarter_containing(period.end + 1)) {
    if (is_full_quarter(period, first)) quarters.push_back(period);
  }
  return quarters;
}

/// Without the expected close dates: a deal that is open to this day has the date of this day, not that of
/// the past.
std::vector<Deal> undated(std::vector<Deal> known) {
  for (Deal& deal : known) deal.close = {};
  return known;
}

BacktestPoint forecast_from(const std::vector<Deal>& known, const Vantage& vantage, const Policy& policy,
                            const std::optional<LearntForecast>& learnt) {
  BacktestPoint point;
  point.day = vantage.as_of + 1;
  point.period = vantage.period;
  for (const ForecastMethod method : enumerators<ForecastMethod>())
    point.methods[method].forecast = simple_forecast(method, known, vantage, policy);
  if (!learnt) return point;
  point.methods[ForecastMethod::kLearnt] = {learnt->mean(), learnt->outcome.quantile(0.1),
                                            learnt->outcome.quantile(0.9)};
  return point;
}

}  // namespace

bool is_full_quarter(const Period& quarter, Date first_close) {
  if (first_close.is_none()) return false;
  const int after = std::min(quarter.length(), quarter.end - first_close);
  return after * 10 >= quarter.length() * 9;
}

Backtest run_backtest(const std::vector<Deal>& deals, Date as_of, const FiscalCalendar& calendar,
                      const Policy& policy, const DealFeatures& features) {
  Backtest backtest;
  for (const Period& period : full_quarters(deals, as_of, calendar)) {
    const double actual = won_between(deals, period.start, period.end);
    const int length = period.length();
    for (const int day : {0, length / 2, length * 4 / 5}) {
      const Vantage vantage{period.start + (day - 1), period, calendar};
      std::vector<Deal> known = cut(deals, vantage.as_of);
      set_shifts(known, features);
      const auto learnt = learn(undated(known), vantage, policy, backtest.record.known_at(vantage.as_of));
      backtest.points.push_back(forecast_from(known, vantage, policy, learnt));
      backtest.points.back().actual = actual;
      if (learnt) backtest.record.add(track_point(*learnt, vantage, actual));
    }
  }
  return backtest;
}

MethodScore score(const Backtest& backtest, ForecastMethod method) {
  MethodScore result;
  double error = 0, signed_error = 0, actual = 0, error_at_start = 0, actual_at_start = 0;
  double covered = 0, intervals = 0;
  for (const BacktestPoint& point : backtest.points) {
    const MethodForecast& said = point.methods[method];
    if (!said.forecast) continue;
    ++result.points;
    const double miss = *said.forecast - point.actual;
    error += std::abs(miss);
    signed_error += miss;
    actual += point.actual;
    if (point.day == point.period.start) {
      error_at_start += std::abs(miss);
      actual_at_start += point.actual;
    }
    if (!said.p10 || !said.p90) continue;
    ++intervals;
    if (*said.p10 <= point.actual && point.actual <= *said.p90) ++covered;
  }
  if (actual > 0) {
    result.wape = error / actual;
    result.bias = signed_error / actual;
  }
  if (actual_at_start > 0) result.wape_at_start = error_at_start / actual_at_start;
  if (intervals > 0) result.coverage = covered / intervals;
  return result;
}

}  // namespace ae::forecast
