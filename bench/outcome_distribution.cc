// How long the distribution of 10,000 open deals takes, how far it moves when the lattice is halved, and
// whether it agrees with a million seeded trials at every decile.
//
//   cmake --build --preset release --target outcome_distribution && build/release/bench/outcome_distribution
//
// Reports only.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "ae/forecast/outcome.h"
#include "ae/statistics/sum_lattice.h"

namespace {

using ae::statistics::SumLattice;
using ae::statistics::Term;

std::uint64_t state = 42;

/// xorshift64* (Vigna 2016).
double uniform() {
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return static_cast<double>((state * 0x2545F4914F6CDD1DU) >> 11) * 0x1p-53;
}

double quantile(const SumLattice& lattice, double chance) {
  auto [low, high] = lattice.range();
  for (int step = 0; step < 80; ++step) {
    const double middle = (low + high) / 2;
    (lattice.cdf(middle) < chance ? low : high) = middle;
  }
  return high;
}

template <typename Act>
double milliseconds(Act&& act) {
  const auto start = std::chrono::steady_clock::now();
  act();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main() {
  std::vector<Term> terms;
  std::vector<ae::forecast::ChanceOfAmount> deals;
  for (int index = 0; index < 10'000; ++index) {
    const double chance = uniform() * uniform();
    const double amount = 1'000'00 * std::exp(3 * uniform());
    terms.push_back({chance, amount});
    deals.push_back({chance, amount});
  }
  SumLattice once, twice;
  const double one = milliseconds([&] { once = SumLattice::of(terms, 0, 0); });
  twice = SumLattice::on_points(terms, 0, 0, 2 * SumLattice::kPoints);
  ae::forecast::Outcome outcome;
  double p50 = 0;
  const double whole = milliseconds([&] {
    outcome = ae::forecast::Outcome::of(0, deals, {1e8, 1e14}, 1, 0.03);
    p50 = outcome.quantile(0.1) + outcome.quantile(0.5) + outcome.quantile(0.9);
  });
  std::printf(
      "10,000 deals: lattice %.1f ms, with common factor, new business and quantiles %.1f ms (%.0f)\n", one,
      whole, p50);
  for (const double chance : {0.1, 0.5, 0.9}) {
    std::printf("P%.0f moves by %.5f %% of the mean when the step is halved\n", chance * 100,
                100 * std::abs(quantile(once, chance) - quantile(twice, chance)) / once.mean());
  }
  constexpr int kTrials = 1'000'000;
  terms.resize(1'000);
  const SumLattice lattice = SumLattice::of(terms, 0, 0);
  std::vector<double> sums(kTrials);
  for (double& sum : sums) {
    for (const Term& term : terms) sum += uniform() < term.probability ? term.value : 0;
  }
  std::sort(sums.begin(), sums.end());
  double worst = 0;
  for (int decile = 1; decile < 10; ++decile) {
    const double chance = decile / 10.0;
    const auto below = std::upper_bound(sums.begin(), sums.end(), quantile(lattice, chance)) - sums.begin();
    const double error = static_cast<double>(below) / kTrials - chance;
    worst = std::max(worst, std::abs(error) / std::sqrt(chance * (1 - chance) / kTrials));
  }
  std::printf("1,000 deals, 1,000,000 trials: worst decile %.2f standard errors away\n", worst);
  return 0;
}
