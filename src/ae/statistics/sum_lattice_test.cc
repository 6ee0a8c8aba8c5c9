#include "ae/statistics/sum_lattice.h"

#include <algorithm>
#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace ae::statistics {
namespace {

/// Deals of 1,000 to 90,000 with chances of all sizes; fixed, so that a failure comes back.
std::vector<Term> deals(std::size_t count) {
  std::mt19937 engine{7};
  std::vector<Term> terms;
  for (std::size_t index = 0; index < count; ++index) {
    const double u = static_cast<double>(engine() % 1000) / 1000;
    terms.push_back({u * u, 1000 + 89'000 * std::pow(static_cast<double>(engine() % 1000) / 1000, 3)});
  }
  return terms;
}

double quantile(const SumLattice& lattice, double chance) {
  auto [low, high] = lattice.range();
  for (int step = 0; step < 80; ++step) {
    const double middle = (low + high) / 2;
    (lattice.cdf(middle) < chance ? low : high) = middle;
  }
  return high;
}

double mean_of(const std::vector<Term>& terms) {
  double mean = 0;
  for (const Term& term : terms) mean += term.probability * term.value;
  return mean;
}

/// P(sum ≤ x) by trying every outcome.
double brute_force_cdf(const std::vector<Term>& terms, double x) {
  double below = 0;
  for (std::uint32_t outcome = 0; outcome < (1U << terms.size()); ++outcome) {
    double sum = 0;
    double chance = 1;
    for (std::size_t index = 0; index < terms.size(); ++index) {
      const bool won = ((outcome >> index) & 1U) != 0;
      sum += won ? terms[index].value : 0;
      chance *= won ? terms[index].probability : 1 - terms[index].probability;
    }
    if (sum <= x) below += chance;
  }
  return below;
}

TEST(SumLattice, FewDealsAreEnumeratedExactly) {
  const std::vector<Term> terms = deals(16);
  const SumLattice lattice = SumLattice::of(terms, 0, 0);
  EXPECT_EQ(lattice.step(), 0);
  for (const double x : {0.0, 5'000.0, 40'000.0, 77'777.0, 300'000.0})
    EXPECT_NEAR(lattice.cdf(x), brute_force_cdf(terms, x), 1e-12) << x;
}

TEST(SumLattice, DealsOnPointsEqualBruteForceWithinStepAndSmear) {
  const std::vector<Term> terms = deals(14);
  const SumLattice lattice = SumLattice::on_points(terms, 0, 0, SumLattice::kPoints);
  const double error = lattice.step() + 3 * lattice.smear();
  ASSERT_GT(error, 0);
  for (double x = 10'000; x < 400'000; x += 30'000) {
    EXPECT_GE(lattice.cdf(x + error) + 0.003, brute_force_cdf(terms, x)) << x;
    EXPECT_LE(lattice.cdf(x - error) - 0.003, brute_force_cdf(terms, x)) << x;
  }
}

TEST(SumLattice, TheMeanIsKept) {
  const std::vector<Term> terms = deals(500);
  EXPECT_NEAR(SumLattice::of(terms, 0, 0).mean() / mean_of(terms), 1, 1e-9);
  EXPECT_NEAR(SumLattice::of(terms, 1e6, 4e10).mean() / (mean_of(terms) + 1e6), 1, 1e-9);
}

TEST(SumLattice, HalvingTheStepMovesQuantilesByLessThanAThousandthOfTheMean) {
  const std::vector<Term> terms = deals(2'000);
  const SumLattice once = SumLattice::on_points(terms, 0, 0, SumLattice::kPoints);
  const SumLattice twice = SumLattice::on_points(terms, 0, 0, 2 * SumLattice::kPoints);
  for (const double chance : {0.1, 0.5, 0.9})
    EXPECT_LT(std::abs(quantile(once, chance) - quantile(twice, chance)), 0.001 * once.mean()) << chance;
}

TEST(SumLattice, AgreesWithMonteCarloAtEveryDecile) {
  constexpr int kTrials = 100'000;
  const std::vector<Term> terms = deals(200);
  std::mt19937_64 engine{11};
  std::vector<double> sums;
  for (int trial = 0; trial < kTrials; ++trial) {
    double sum = 0;
    for (const Term& term : terms) {
      const double u = static_cast<double>(engine() >> 11) * 0x1p-53;
      sum += u < term.probability ? term.value : 0;
    }
    sums.push_back(sum);
  }
  std::sort(sums.begin(), sums.end());
  const SumLattice lattice = SumLattice::of(terms, 0, 0);
  for (int decile = 1; decile < 10; ++decile) {
    const double chance = decile / 10.0;
    const double x = quantile(lattice, chance);
    const double share =
        static_cast<double>(std::upper_bound(sums.begin(), sums.end(), x) - sums.begin()) / kTrials;
    EXPECT_NEAR(share, chance, 3 * std::sqrt(chance * (1 - chance) / kTrials)) << decile;
  }
}

TEST(SumLattice, OneGiantAmongSmallDealsKeepsItsChance) {
  std::vector<Term> terms = deals(100);
  terms.push_back({0.01, 1e9});
  const SumLattice lattice = SumLattice::of(terms, 0, 0);
  EXPECT_NEAR(1 - lattice.cdf(5e8), 0.01, 1e-6);
}

TEST(SumLattice, CertainAndImpossibleDealsAreNoGamble) {
  const SumLattice lattice = SumLattice::of({{1, 500}, {0, 900}, {1, 250}}, 0, 0);
  EXPECT_EQ(lattice.cdf(749), 0);
  EXPECT_EQ(lattice.cdf(750), 1);
}

TEST(SumLattice, NothingIsSurelyNothing) {
  EXPECT_EQ(SumLattice::of({}, 0, 0).cdf(0), 1);
  EXPECT_EQ(SumLattice::of({}, 0, 0).cdf(-1), 0);
}

TEST(SumLattice, AFurtherAmountAloneHasItsMeanAndSpread) {
  const SumLattice lattice = SumLattice::of({}, 1'000, 100 * 100);
  EXPECT_NEAR(quantile(lattice, 0.5), 997,
              2);  // a gamma's median lies a third of variance ÷ mean below its mean
  EXPECT_NEAR(quantile(lattice, 0.9) - quantile(lattice, 0.1), 2 * 1.2816 * 100, 3);
}

TEST(SumLattice, NegativeAmountsCount) {
  const SumLattice lattice = SumLattice::of(std::vector<Term>(30, {0.5, -100}), 0, 0);
  EXPECT_NEAR(lattice.mean(), -1'500, 1e-6);
  EXPECT_LT(lattice.cdf(-3'100), 1e-12);
}

}  // namespace
}  // namespace ae::statistics
