#include "ae/forecast/outcome.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "ae/statistics/normal.h"
#include "ae/statistics/sum_lattice.h"

namespace ae::forecast {

/// What is still to come before the common factor, on a lattice, and the factor as equally likely values.
struct Outcome::Still {
  statistics::SumLattice lattice;
  std::vector<double> factors;
};

namespace {

constexpr int kFactorValues = 64;

/// Values of a gamma distribution of mean 1 and this variance, each standing for 1/kFactorValues of it:
/// quantiles at the middles, by the cube of a normal (Wilson and Hilferty 1931), set to mean 1 exactly.
std::vector<double> factor_values(double variance) {
  if (variance <= 1e-12) return {1};
  const double shape = 1 / variance;
  std::vector<double> values;
  double sum = 0;
  for (int index = 0; index < kFactorValues; ++index) {
    const double z = statistics::normal_quantile((index + 0.5) / kFactorValues);
    const double root = std::max(0.0, 1 - 1 / (9 * shape) + z / (3 * std::sqrt(shape)));
    values.push_back(root * root * root);
    sum += values.back();
  }
  for (double& value : values) value *= kFactorValues / sum;
  return values;
}

}  // namespace

Outcome Outcome::of(double closed, const std::vector<ChanceOfAmount>& deals, const Further& further,
                    double scale, double common_variance) {
  auto still = std::make_shared<Still>();
  std::vector<statistics::Term> terms;
  terms.reserve(deals.size());
  for (const ChanceOfAmount& deal : deals) terms.push_back({deal.probability, deal.amount * scale});
  still->lattice = statistics::SumLattice::of(terms, further.mean * scale, further.variance * scale * scale);
  still->factors = factor_values(common_variance);
  Outcome outcome;
  outcome.closed_ = closed;
  const bool can_fall =
      further.mean * scale < 0 ||
      std::any_of(terms.begin(), terms.end(), [](const auto& term) { return term.value < 0; });
  outcome.floor_ = can_fall ? -std::numeric_limits<double>::infinity() : closed;
  outcome.still_ = std::move(still);
  return outcome;
}

double Outcome::below(double amount) const {
  if (amount < floor_) return 0;
  double sum = 0;
  for (const double factor : still_->factors)
    sum += factor > 0 ? still_->lattice.cdf((amount - closed_) / factor) : (amount >= closed_ ? 1 : 0);
  return sum / static_cast<double>(still_->factors.size());
}

double Outcome::quantile(double chance) const {
  if (still_ == nullptr) return closed_;
  const auto [least, most] = still_->lattice.range();
  const double largest = *std::max_element(still_->factors.begin(), still_->factors.end());
  double low = std::max(floor_, closed_ + std::min(0.0, least * largest));
  double high = closed_ + std::max(0.0, most * largest);
  if (below(low) >= chance) return low;
  for (int step = 0; step < 60 && high - low > 0.5; ++step) {
    const double middle = low + (high - low) / 2;
    (below(middle) < chance ? low : high) = middle;
  }
  return high;
}

double Outcome::at_least(double amount) const {
  if (still_ == nullptr) return closed_ >= amount ? 1 : 0;
  return 1 - below(amount - 0.5);
}

}  // namespace ae::forecast
