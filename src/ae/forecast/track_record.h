#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "ae/forecast/forecast_method.h"

namespace ae::forecast {

/// Where in a period a forecast is made: at its start, its middle, or late.
enum class VantagePhase : std::uint8_t { kStart, kMiddle, kLate, kCount };

/// By the share of the period's days that are gone: below a quarter, below 65 %, from there on. The days that
/// a backtest replays (day 0, half, 80 %) fall into one each.
VantagePhase phase_of(const Vantage& vantage);

/// What was forecast on a past day for what was still to come, and what came. Minor units.
struct TrackPoint {
  VantagePhase phase = VantagePhase::kStart;
  Date period_end;
  double actual = 0;              ///< won from that day to the period's end
  double by_deals = 0;            ///< forecast from the deals' chances and new business
  std::optional<double> by_pace;  ///< forecast from the run rate
  double blended = 0;             ///< both, weighted, before correction
  double corrected = 0;           ///< what was forecast in the end
  double variance = 0;            ///< of the deals' sum around `corrected`, if every deal were independent
};

/// How past forecasts came out, and what that teaches the next one.
class TrackRecord {
 public:
  void add(const TrackPoint& point) { points_.push_back(point); }

  /// The points of periods that had ended by `as_of`: what a forecaster could know then.
  TrackRecord known_at(Date as_of) const;

  /// Weight of the deals' forecast beside the run rate, 0 to 1: the smaller a forecast's past errors in this
  /// phase, the larger its weight; equal without a past.
  double weight_of_deals(VantagePhase phase) const;

  /// Factor on what is still to come: mean of actual ÷ forecast in this phase, leaning on 1 by one point's
  /// worth; within 0.5 to 2.
  double correction(VantagePhase phase) const;

  /// Variance, relative to the square of what is still to come, of a common factor by which all deals of a
  /// period turn out better or worse together: Σ (error² − the deals' own variance) ÷ Σ forecast² over past
  /// points, leaning on (20 %)² by two points' worth. Pooled, so that a large miss on the little that is left
  /// late in a quarter does not count as a large common factor.
  double common_variance() const;

  std::size_t size() const { return points_.size(); }

 private:
  std::vector<TrackPoint> points_;
};

}  // namespace ae::forecast
