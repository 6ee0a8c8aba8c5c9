#pragma once

#include <utility>
#include <vector>

namespace ae::statistics {

/// An independent part of a sum: `value` with this probability, else 0.
struct Term {
  double probability = 0;  ///< 0 to 1
  double value = 0;        ///< may be negative
};

/// The distribution of a sum of independent terms and of one further amount that is known by its mean and
/// variance (gamma distributed where its mean is above 0, normal otherwise).
///
/// Up to kExactTerms terms alone are enumerated: exact. Otherwise the sum lies on kPoints points spread over
/// mean ± 12 standard deviations and the largest value either way: a term between two points goes to both so
/// that its mean is kept. That widens the sum by smear(), and a quantile is read within a step().
/// Costs O(terms × kPoints).
class SumLattice {
 public:
  static constexpr std::size_t kPoints = 4'096;
  static constexpr std::size_t kExactTerms = 16;

  /// The sum of nothing: 0.
  SumLattice() : values_{0}, chances_{1}, below_{1} {}

  static SumLattice of(const std::vector<Term>& terms, double further_mean, double further_variance);
  /// The same on a lattice of `points` points, whatever the number of terms: for tests of its error.
  static SumLattice on_points(const std::vector<Term>& terms, double further_mean, double further_variance,
                              std::size_t points);

  /// P(sum ≤ x). On a lattice each point stands for the stretch of a step around it.
  double cdf(double x) const;
  double mean() const;
  /// Distance of points; 0 when exact.
  double step() const { return step_; }
  /// Standard deviation that lying on points adds to the sum; 0 when exact.
  double smear() const { return smear_; }
  /// The least and the greatest value that have a chance.
  std::pair<double, double> range() const { return {values_.front(), values_.back()}; }

 private:
  static SumLattice enumerated(const std::vector<Term>& terms);
  void accumulate();

  double step_ = 0;
  double smear_ = 0;
  std::vector<double> values_;   ///< ascending
  std::vector<double> chances_;  ///< of each value
  std::vector<double> below_;    ///< P(sum ≤ value)
};

}  // namespace ae::statistics
