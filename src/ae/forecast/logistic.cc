#include "ae/forecast/logistic.h"

#include <algorithm>
#include <cmath>

#include "ae/statistics/symmetric_system.h"

namespace ae::forecast {
namespace {

constexpr std::size_t kIntercept = 0;
constexpr double kPenalties[] = {1, 3, 7, 12, 20, 50, 300};
constexpr int kMostSteps = 25;

double chance_of(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

/// Where each value's coefficient stands; the rare ones of a column, and what was never seen, share one.
std::vector<std::vector<std::size_t>> places(const FeatureTable& table, const std::vector<std::size_t>& train,
                                             std::size_t& next) {
  std::vector<std::vector<std::size_t>> place;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    std::vector<double> cases(table.levels[column].size());
    for (const std::size_t row : train) cases[table.rows[row][column]] += table.won[row] + table.lost[row];
    const std::size_t rare = next++;
    std::vector<std::size_t>& of = place.emplace_back(cases.size(), rare);
    for (std::size_t code = 0; code < cases.size(); ++code) {
      if (cases[code] >= Logistic::kFewest) of[code] = next++;
    }
  }
  return place;
}

/// The rows of a training set as the coefficients that each of them uses.
struct Design {
  std::vector<std::vector<std::size_t>> active;
  std::vector<double> won, cases;

  Design(const FeatureTable& table, const std::vector<std::size_t>& train,
         const std::vector<std::vector<std::size_t>>& place) {
    for (const std::size_t row : train) {
      std::vector<std::size_t>& of_row = active.emplace_back(1, kIntercept);
      for (std::size_t column = 0; column < place.size(); ++column)
        of_row.push_back(place[column][table.rows[row][column]]);
      won.push_back(table.won[row]);
      cases.push_back(table.won[row] + table.lost[row]);
    }
  }

  double log_odds(std::size_t row, const std::vector<double>& coefficients) const {
    double sum = 0;
    for (const std::size_t at : active[row]) sum += coefficients[at];
    return sum;
  }
};

/// The penalised likelihood's curvature and slope at these coefficients.
statistics::SymmetricSystem system_of(const Design& design, const std::vector<double>& coefficients,
                                      double penalty, std::vector<double>& slope) {
  statistics::SymmetricSystem system(coefficients.size());
  slope.assign(coefficients.size(), 0);
  for (std::size_t at = 1; at < coefficients.size(); ++at) {
    system.add(at, at, penalty);
    slope[at] -= penalty * coefficients[at];
  }
  for (std::size_t row = 0; row < design.active.size(); ++row) {
    const double p = chance_of(design.log_odds(row, coefficients));
    const double curve = std::max(design.cases[row] * p * (1 - p), 1e-9);
    const std::vector<std::size_t>& active = design.active[row];
    for (std::size_t a = 0; a < active.size(); ++a) {
      slope[active[a]] += design.won[row] - design.cases[row] * p;
      for (std::size_t b = 0; b <= a; ++b) system.add(active[a], active[b], curve);
    }
  }
  system.factorise();
  return system;
}

std::vector<double> log_odds_without_each(const Design& design, const std::vector<double>& coefficients,
                                          const statistics::SymmetricSystem& system) {
  const std::vector<double> inverse = system.inverse();
  const std::size_t size = coefficients.size();
  std::vector<double> without;
  for (std::size_t row = 0; row < design.active.size(); ++row) {
    double leverage = 0;
    for (const std::size_t a : design.active[row]) {
      for (const std::size_t b : design.active[row]) leverage += inverse[a * size + b];
    }
    const double log_odds = design.log_odds(row, coefficients);
    const double p = chance_of(log_odds);
    const double curve = design.cases[row] * p * (1 - p);
    const double slope = design.won[row] - design.cases[row] * p;
    without.push_back(log_odds - leverage * slope / std::max(0.05, 1 - curve * leverage));
  }
  return without;
}

double loss_of(const Design& design, const std::vector<double>& log_odds) {
  double loss = 0;
  for (std::size_t row = 0; row < design.active.size(); ++row) {
    const double stated = std::clamp(chance_of(log_odds[row]), 1e-9, 1 - 1e-9);
    loss -= design.won[row] * std::log(stated) + (design.cases[row] - design.won[row]) * std::log1p(-stated);
  }
  return loss;
}

}  // namespace

Logistic Logistic::fit(const FeatureTable& table, const std::vector<std::size_t>& train, double penalty) {
  Logistic model;
  std::size_t count = 1;
  model.place_ = places(table, train, count);
  const Design design(table, train, model.place_);
  const double won = table.won_of(train) + 0.5;
  const double lost = table.cases_of(train) - table.won_of(train) + 0.5;
  model.coefficients_.assign(count, 0);
  model.coefficients_[kIntercept] = std::log(won / lost);
  std::vector<double> slope;
  for (int step = 0; step < kMostSteps; ++step) {
    const std::vector<double> change = system_of(design, model.coefficients_, penalty, slope).solve(slope);
    double largest = 0;
    for (std::size_t at = 0; at < count; ++at) {
      model.coefficients_[at] += std::clamp(change[at], -5.0, 5.0);
      largest = std::max(largest, std::abs(change[at]));
    }
    if (largest < 1e-6) break;
  }
  model.without_ = log_odds_without_each(design, model.coefficients_,
                                         system_of(design, model.coefficients_, penalty, slope));
  model.loss_ = loss_of(design, model.without_);
  return model;
}

double Logistic::log_odds(const std::vector<std::uint32_t>& row) const {
  double sum = coefficients_[kIntercept];
  for (std::size_t column = 0; column < row.size(); ++column) sum += effect(column, row[column]);
  return sum;
}

double Logistic::probability(const std::vector<std::uint32_t>& row) const { return chance_of(log_odds(row)); }

LogisticAverage LogisticAverage::fit(const FeatureTable& table, const std::vector<std::size_t>& train) {
  LogisticAverage average;
  double least = HUGE_VAL;
  for (const double penalty : kPenalties) {
    average.models_.push_back(Logistic::fit(table, train, penalty));
    least = std::min(least, average.models_.back().leave_one_out_loss());
  }
  double sum = 0;
  for (const Logistic& model : average.models_) {
    average.weights_.push_back(std::exp(least - model.leave_one_out_loss()));
    sum += average.weights_.back();
  }
  for (double& weight : average.weights_) weight /= sum;
  return average;
}

double LogisticAverage::probability(const std::vector<std::uint32_t>& row) const {
  double stated = 0;
  for (std::size_t at = 0; at < models_.size(); ++at) stated += weights_[at] * models_[at].probability(row);
  return stated;
}

double LogisticAverage::log_odds(const std::vector<std::uint32_t>& row) const {
  double sum = 0;
  for (std::size_t at = 0; at < models_.size(); ++at) sum += weights_[at] * models_[at].log_odds(row);
  return sum;
}

double LogisticAverage::effect(std::size_t column, std::uint32_t code) const {
  double sum = 0;
  for (std::size_t at = 0; at < models_.size(); ++at) sum += weights_[at] * models_[at].effect(column, code);
  return sum;
}

std::vector<double> LogisticAverage::leave_one_out_log_odds() const {
  std::vector<double> sum(models_.front().leave_one_out_log_odds().size());
  for (std::size_t at = 0; at < models_.size(); ++at) {
    const std::vector<double>& of_model = models_[at].leave_one_out_log_odds();
    for (std::size_t row = 0; row < sum.size(); ++row) sum[row] += weights_[at] * of_model[row];
  }
  return sum;
}

}  // namespace ae::forecast
