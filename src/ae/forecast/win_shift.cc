#include "ae/forecast/win_shift.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ae::forecast {
namespace {

double loss_of(double won, double lost, double log_odds) {
  const double chance = std::clamp(1 / (1 + std::exp(-log_odds)), 1e-9, 1 - 1e-9);
  return -(won * std::log(chance) + lost * std::log1p(-chance));
}

/// Log odds of the share won among all rows but this one, of which there is at least half a case of each.
double base_without(double won, double lost, double row_won, double row_lost) {
  return std::log(std::max(won - row_won, 0.5) / std::max(lost - row_lost, 0.5));
}

std::vector<double> mean_effects(const LogisticAverage& model, const FeatureTable& table, double cases) {
  std::vector<double> means(table.columns.size());
  for (std::size_t row = 0; row < table.size(); ++row) {
    const double weight = (table.won[row] + table.lost[row]) / cases;
    for (std::size_t column = 0; column < means.size(); ++column)
      means[column] += weight * model.effect(column, table.rows[row][column]);
  }
  return means;
}

}  // namespace

WinShift WinShift::learn(const FeatureTable& table) {
  WinShift shift;
  const double won = std::accumulate(table.won.begin(), table.won.end(), 0.0);
  const double lost = std::accumulate(table.lost.begin(), table.lost.end(), 0.0);
  if (won < kFewestOfEach || lost < kFewestOfEach || table.size() < kFewestRows) return shift;
  std::vector<std::size_t> rows(table.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  LogisticAverage model = LogisticAverage::fit(table, rows);
  const std::vector<double> stated = model.leave_one_out_log_odds();
  shift.closed_ = won + lost;
  std::vector<double> gains;
  std::vector<statistics::StatedOdds> cases;
  for (const std::size_t row : rows) {
    const double base =
        loss_of(table.won[row], table.lost[row], base_without(won, lost, table.won[row], table.lost[row]));
    const double by_model = loss_of(table.won[row], table.lost[row], stated[row]);
    shift.base_loss_ += base / shift.closed_;
    shift.loss_ += by_model / shift.closed_;
    gains.push_back((base - by_model) / shift.closed_);
    cases.push_back({stated[row], table.won[row], table.lost[row]});
  }
  const double gain = shift.base_loss_ - shift.loss_;
  double squares = 0;
  for (const std::size_t row : rows) {
    const double around = gains[row] - gain * (table.won[row] + table.lost[row]) / shift.closed_;
    squares += around * around;
  }
  if (gain <= std::sqrt(squares)) return shift;
  shift.calibration_ = statistics::calibrate(cases);
  if (shift.calibration_.slope <= 0) return shift;
  shift.base_log_odds_ = std::log(won / lost);
  shift.mean_effects_ = mean_effects(model, table, shift.closed_);
  shift.model_ = std::move(model);
  return shift;
}

double WinShift::of(const std::vector<std::uint32_t>& row) const {
  return model_ ? calibration_(model_->log_odds(row)) - base_log_odds_ : 0;
}

double WinShift::effect(std::size_t column, std::uint32_t code) const {
  return model_ ? calibration_.slope * (model_->effect(column, code) - mean_effects_[column]) : 0;
}

}  // namespace ae::forecast
