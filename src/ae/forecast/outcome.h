#pragma once

#include <memory>
#include <vector>

namespace ae::forecast {

/// A deal that may still be won.
struct ChanceOfAmount {
  double probability = 0;
  double amount = 0;  ///< minor units
};

/// What the rest adds besides single deals: an amount known by its mean and variance only.
struct Further {
  double mean = 0;
  double variance = 0;
};

/// The distribution of what a period brings in all: what is won already, and what is still to come.
///
/// Still to come = common factor × scale × (Σ amount × won or not + further), in which deals are independent
/// given the common factor. That factor has mean 1 and makes a bad quarter bad for all deals; it is gamma
/// distributed.
class Outcome {
 public:
  Outcome() = default;

  /// `scale` sets the mean right; `common_variance` is that of the factor. Costs O(deals × lattice).
  static Outcome of(double closed, const std::vector<ChanceOfAmount>& deals, const Further& further,
                    double scale, double common_variance);

  /// The amount that the outcome stays below with this chance. Requires 0 < chance < 1.
  double quantile(double chance) const;
  /// The chance that the outcome reaches `amount`.
  double at_least(double amount) const;

 private:
  double below(double amount) const;

  struct Still;
  double closed_ = 0;
  /// What is won stays won: unless an amount is below 0, no outcome is less than what is closed, whatever
  /// the normal distribution of the further part says.
  double floor_ = 0;
  std::shared_ptr<const Still> still_;
};

}  // namespace ae::forecast
