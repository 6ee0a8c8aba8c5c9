#include "ae/forecast/track_record.h"

#include <algorithm>
#include <cmath>

namespace ae::forecast {
namespace {

constexpr double kPriorCommon = 0.2;  // relative standard deviation of the common factor before any history
constexpr double kPriorPoints = 2;

}  // namespace

VantagePhase phase_of(const Vantage& vantage) {
  const double gone = static_cast<double>(vantage.as_of - vantage.period.start + 1) / vantage.period.length();
  if (gone < 0.25) return VantagePhase::kStart;
  return gone < 0.65 ? VantagePhase::kMiddle : VantagePhase::kLate;
}

TrackRecord TrackRecord::known_at(Date as_of) const {
  TrackRecord known;
  for (const TrackPoint& point : points_) {
    if (point.period_end <= as_of) known.add(point);
  }
  return known;
}

double TrackRecord::weight_of_deals(VantagePhase phase) const {
  double deals = 0;
  double pace = 0;
  double count = 0;
  for (const TrackPoint& point : points_) {
    if (point.phase != phase || !point.by_pace) continue;
    deals += std::abs(point.by_deals - point.actual);
    pace += std::abs(*point.by_pace - point.actual);
    ++count;
  }
  if (count == 0 || deals + pace <= 0) return 0.5;
  const double prior = (deals + pace) / (2 * count);  // one more point, with the mean error for both
  return (pace + prior) / (deals + pace + 2 * prior);
}

double TrackRecord::correction(VantagePhase phase) const {
  double sum = 0;
  double count = 0;
  for (const TrackPoint& point : points_) {
    if (point.phase != phase || point.blended <= 0) continue;
    sum += std::clamp(point.actual / point.blended, 0.0, 3.0) - 1;
    ++count;
  }
  return std::clamp(1 + sum / (count + 1), 0.5, 2.0);
}

double TrackRecord::common_variance() const {
  double excess = 0;
  double squares = 0;
  double count = 0;
  for (const TrackPoint& point : points_) {
    if (point.corrected <= 0) continue;
    const double error = point.actual - point.corrected;
    excess += error * error - point.variance;
    squares += point.corrected * point.corrected;
    ++count;
  }
  constexpr double kPrior = kPriorCommon * kPriorCommon;
  if (count == 0) return kPrior;
  const double prior = kPriorPoints * squares / count;  // points of the mean size
  return std::max(0.0, (excess + prior * kPrior) / (squares + prior));
}

}  // namespace ae::forecast
