#include "ae/forecast/fan.h"

#include <algorithm>

#include "ae/forecast/open_book.h"

namespace ae::forecast {
namespace {

constexpr int kWeek = 7;
constexpr int kDaysToCome = 6;

/// The distribution of the total by the end of `day`.
Outcome outcome_by(Date day, const LearntForecast& whole, const std::vector<Deal>& known,
                   const Vantage& vantage, const DealChances& chances, const WonAmounts& amounts,
                   double win_rate_factor) {
  Vantage until = vantage;
  until.period.end = day;
  OpenBook book;
  for (const Deal& deal : known) book.add(deal, chances, amounts, chances.share_by(deal, day));
  const NewBusiness fresh =
      NewBusiness::expect(known, until, chances.hazard(), amounts).times(win_rate_factor);
  Further further{fresh.mean, fresh.variance + book.unknown_amounts};
  if (whole.open_mean + whole.new_business.mean <= 0)  // all that is expected is the pace
    further.mean = whole.still_to_come * (day - vantage.as_of) / std::max(1, vantage.days_left());
  return Outcome::of(whole.closed, book.deals, further, whole.scale, whole.common_variance);
}

}  // namespace

std::vector<FanPoint> fan(const LearntForecast& whole, const std::vector<Deal>& known, const Vantage& vantage,
                          const DealChances& chances, const WonAmounts& amounts, double win_rate_factor) {
  std::vector<FanPoint> points;
  const Period& period = vantage.period;
  for (Date day = period.start + (kWeek - 1); day < std::min(vantage.as_of, period.end); day = day + kWeek)
    points.push_back({day, won_between(known, period.start, day), {}, {}, {}});
  if (period.contains(vantage.as_of)) points.push_back({vantage.as_of, whole.closed, {}, {}, {}});
  const Date first = std::max(vantage.as_of, period.start + -1);
  const int days = period.end - first;
  for (int step = 1; days > 0 && step <= std::min(kDaysToCome, days); ++step) {
    const Date day = first + days * step / std::min(kDaysToCome, days);
    const Outcome outcome = day == period.end
                                ? whole.outcome
                                : outcome_by(day, whole, known, vantage, chances, amounts, win_rate_factor);
    points.push_back({day, {}, outcome.quantile(0.1), outcome.quantile(0.5), outcome.quantile(0.9)});
  }
  return points;
}

}  // namespace ae::forecast
