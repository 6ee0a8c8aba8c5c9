#include "ae/statistics/sum_lattice.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ae/statistics/normal.h"

namespace ae::statistics {
namespace {

/// Chances on a ring of equal steps: a value v stands at v ÷ step modulo the number of points. A window of
/// one turn says which of the values a point means.
class Ring {
 public:
  Ring(std::size_t points, double step) : step_(step), now_(points), next_(points) { now_[0] = 1; }

  void add(const Term& term) {
    const double steps = term.value / step_;
    const double whole = std::floor(steps);
    const double fraction = steps - whole;
    smear_ += term.probability * fraction * (1 - fraction);
    spread(1 - term.probability, term.probability * (1 - fraction), term.probability * fraction,
           place(whole));
  }

  /// Adds an amount with these chances at first, first + 1 … steps.
  void add_kernel(double first, const std::vector<double>& kernel) {
    std::fill(next_.begin(), next_.end(), 0.0);
    const std::size_t points = now_.size();
    for (std::size_t index = 0; index < kernel.size(); ++index) {
      if (kernel[index] < 1e-18) continue;
      const std::size_t shift = place(first + static_cast<double>(index));
      const double chance = kernel[index];
      for (std::size_t at = shift; at < points; ++at) next_[at] += chance * now_[at - shift];
      for (std::size_t at = 0; at < shift; ++at) next_[at] += chance * now_[at + points - shift];
    }
    now_.swap(next_);
  }

  std::size_t place(double steps) const {
    const auto points = static_cast<double>(now_.size());
    const double turned = steps - std::floor(steps / points) * points;
    return std::min(static_cast<std::size_t>(turned), now_.size() - 1);
  }
  double chance(std::size_t at) const { return now_[at]; }
  /// Standard deviation that splitting terms between points has added.
  double smear() const { return std::sqrt(smear_) * step_; }

 private:
  /// next[k] = stay·now[k] + low·now[k − shift] + high·now[k − shift − 1].
  void spread(double stay, double low, double high, std::size_t shift) {
    const std::size_t points = now_.size();
    const auto at = [&](std::size_t k) {
      const std::size_t from = k >= shift ? k - shift : k + points - shift;
      next_[k] = stay * now_[k] + low * now_[from] + high * now_[from == 0 ? points - 1 : from - 1];
    };
    at(shift % points);  // the one whose neighbour lies across the end of the ring
    const double* now = now_.data();
    double* next = next_.data();
    for (std::size_t k = shift + 1; k < points; ++k)
      next[k] = stay * now[k] + low * now[k - shift] + high * now[k - shift - 1];
    const double* turned = now + (points - shift);
    if (shift > 0) at(0);
    for (std::size_t k = 1; k < shift; ++k) next[k] = stay * now[k] + low * turned[k] + high * turned[k - 1];
    now_.swap(next_);
  }

  double step_;
  double smear_ = 0;  // variance in steps
  std::vector<double> now_, next_;
};

struct Moments {
  double mean = 0, variance = 0, largest = 0, least = 0, most = 0;
};

Moments moments_of(const std::vector<Term>& terms) {
  Moments moments;
  for (const Term& term : terms) {
    moments.mean += term.probability * term.value;
    moments.variance += term.probability * (1 - term.probability) * term.value * term.value;
    moments.largest = std::max(moments.largest, std::abs(term.value));
    (term.value < 0 ? moments.least : moments.most) += term.value;
  }
  return moments;
}

/// P(amount ≤ x) of a gamma distribution of this mean and variance, by the cube root that is nearly normal
/// (Wilson and Hilferty 1931).
double gamma_cdf(double x, double mean, double variance) {
  if (x <= 0) return 0;
  const double shape = mean * mean / variance;
  return normal_cdf(3 * std::sqrt(shape) * (std::cbrt(x / mean) - 1 + 1 / (9 * shape)));
}

/// Adds the further amount in steps around its mean; what the steps do to its mean is put right.
void add_further(Ring& ring, double mean, double variance, double step) {
  if (variance > 0) {
    const double deviation = std::sqrt(variance);
    const double low = mean > 0 ? std::max(0.0, mean - 10 * deviation) : mean - 10 * deviation;
    const double first = std::floor(low / step);
    const auto count = static_cast<std::size_t>(std::ceil((mean + 10 * deviation) / step) - first) + 1;
    std::vector<double> kernel(count);
    const auto cdf = [&](double x) {
      return mean > 0 ? gamma_cdf(x, mean, variance) : normal_cdf((x - mean) / deviation);
    };
    double sum = 0;
    double made = 0;
    for (std::size_t index = 0; index < count; ++index) {
      const double at = (first + static_cast<double>(index)) * step;
      kernel[index] = std::max(0.0, cdf(at + step / 2) - cdf(at - step / 2));
      sum += kernel[index];
      made += kernel[index] * at;
    }
    for (double& chance : kernel) chance /= sum;
    ring.add_kernel(first, kernel);
    mean -= made / sum;
  }
  if (mean != 0) ring.add({1, mean});
}

}  // namespace

void SumLattice::accumulate() {
  below_.resize(chances_.size());
  std::partial_sum(chances_.begin(), chances_.end(), below_.begin());
}

SumLattice SumLattice::enumerated(const std::vector<Term>& terms) {
  std::vector<std::pair<double, double>> outcomes{{0, 1}};
  for (const Term& term : terms) {
    if (term.probability <= 0) continue;
    const std::size_t before = outcomes.size();
    for (std::size_t index = 0; index < before; ++index) {
      outcomes.emplace_back(outcomes[index].first + term.value, outcomes[index].second * term.probability);
      outcomes[index].second *= 1 - term.probability;
    }
  }
  std::sort(outcomes.begin(), outcomes.end());
  SumLattice lattice;
  lattice.values_.clear();
  lattice.chances_.clear();
  for (const auto& [value, chance] : outcomes) {
    if (chance <= 0) continue;
    lattice.values_.push_back(value);
    lattice.chances_.push_back(chance);
  }
  lattice.accumulate();
  return lattice;
}

SumLattice SumLattice::of(const std::vector<Term>& terms, double further_mean, double further_variance) {
  if (further_mean == 0 && further_variance <= 0 && terms.size() <= kExactTerms) return enumerated(terms);
  return on_points(terms, further_mean, further_variance, kPoints);
}

SumLattice SumLattice::on_points(const std::vector<Term>& terms, double further_mean, double further_variance,
                                 std::size_t points) {
  const Moments moments = moments_of(terms);
  const double mean = moments.mean + further_mean;
  const double reach = 12 * std::sqrt(moments.variance + std::max(0.0, further_variance)) + moments.largest;
  double low = mean - reach;
  double high = mean + reach;
  if (further_variance <= 0) {
    low = std::max(low, moments.least + further_mean);
    high = std::min(high, moments.most + further_mean);
  }
  SumLattice lattice;
  if (!(high > low)) {
    lattice.values_ = {mean};
    return lattice;
  }
  lattice.step_ = (high - low) / static_cast<double>(points - 4);
  Ring ring(points, lattice.step_);
  for (const Term& term : terms) {
    if (term.probability > 0 && term.value != 0) ring.add(term);
  }
  add_further(ring, further_mean, further_variance, lattice.step_);
  lattice.smear_ = ring.smear();
  const double first = std::floor(low / lattice.step_) - 1;
  lattice.values_.resize(points);
  lattice.chances_.resize(points);
  for (std::size_t index = 0; index < points; ++index) {
    const double steps = first + static_cast<double>(index);
    lattice.values_[index] = steps * lattice.step_;
    lattice.chances_[index] = ring.chance(ring.place(steps));
  }
  lattice.accumulate();
  return lattice;
}

double SumLattice::cdf(double x) const {
  if (step_ == 0) {
    const auto after = std::upper_bound(values_.begin(), values_.end(), x);
    return after == values_.begin() ? 0 : below_[static_cast<std::size_t>(after - values_.begin()) - 1];
  }
  const double steps = (x - values_.front()) / step_ + 0.5;
  if (steps <= 0) return 0;
  const auto index = static_cast<std::size_t>(steps);
  if (index >= values_.size()) return 1;
  const double before = index == 0 ? 0 : below_[index - 1];
  return std::min(1.0, before + chances_[index] * (steps - std::floor(steps)));
}

double SumLattice::mean() const {
  return std::inner_product(values_.begin(), values_.end(), chances_.begin(), 0.0);
}

}  // namespace ae::statistics
