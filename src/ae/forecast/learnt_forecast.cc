#include "ae/forecast/learnt_forecast.h"

#include "ae/forecast/open_book.h"

namespace ae::forecast {
namespace {

OpenBook open_book(const std::vector<Deal>& known, const DealChances& chances, const WonAmounts& amounts) {
  OpenBook book;
  for (const Deal& deal : known) book.add(deal, chances, amounts);
  return book;
}

}  // namespace

std::optional<LearntForecast> learn(const std::vector<Deal>& known, const Vantage& vantage,
                                    const Policy& policy, const TrackRecord& record, double win_rate_factor) {
  const DealChances chances = DealChances::fit(known, vantage, policy).times(win_rate_factor);
  if (chances.hazard().closed() == 0) return std::nullopt;
  const WonAmounts amounts = WonAmounts::fit(known);
  const OpenBook book = open_book(known, chances, amounts);
  const VantagePhase phase = phase_of(vantage);
  LearntForecast forecast;
  forecast.closed = closed_so_far(known, vantage);
  forecast.open_mean = book.mean;
  forecast.new_business = NewBusiness::expect(known, vantage, chances.hazard(), amounts);
  forecast.new_business = forecast.new_business.times(win_rate_factor);
  const double by_deals = book.mean + forecast.new_business.mean;
  forecast.still_to_come = by_deals;
  if (const auto whole = simple_forecast(ForecastMethod::kRunRate, known, vantage, policy)) {
    forecast.pace = (*whole - forecast.closed) * win_rate_factor;
    forecast.weight_of_deals = record.weight_of_deals(phase);
    forecast.still_to_come =
        forecast.weight_of_deals * by_deals + (1 - forecast.weight_of_deals) * *forecast.pace;
  }
  forecast.correction = record.correction(phase);
  forecast.still_to_come *= forecast.correction;
  forecast.common_variance = record.common_variance();
  forecast.further = {forecast.new_business.mean, forecast.new_business.variance + book.unknown_amounts};
  if (by_deals > 0) {
    forecast.scale = forecast.still_to_come / by_deals;
  } else {
    forecast.further.mean = forecast.still_to_come;
  }
  forecast.variance = forecast.scale * forecast.scale * (book.variance + forecast.new_business.variance);
  forecast.outcome =
      Outcome::of(forecast.closed, book.deals, forecast.further, forecast.scale, forecast.common_variance);
  return forecast;
}

double LearntForecast::open_part() const {
  const double by_deals = open_mean + new_business.mean;
  return by_deals > 0 ? still_to_come * open_mean / by_deals : 0;
}

TrackPoint track_point(const LearntForecast& forecast, const Vantage& vantage, double actual) {
  TrackPoint point;
  point.phase = phase_of(vantage);
  point.period_end = vantage.period.end;
  point.actual = actual - forecast.closed;
  point.by_deals = forecast.open_mean + forecast.new_business.mean;
  point.by_pace = forecast.pace;
  point.blended = forecast.still_to_come / forecast.correction;
  point.corrected = forecast.still_to_come;
  point.variance = forecast.variance;
  return point;
}

}  // namespace ae::forecast
