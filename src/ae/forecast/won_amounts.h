#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "ae/forecast/deal.h"

namespace ae::forecast {

/// What a won deal is worth: the mean and the mean square of won amounts, overall and by product. Amounts in
/// minor units.
class WonAmounts {
 public:
  /// A product's mean leans on the overall one by this many deals' worth.
  static constexpr double kPriorDeals = 5;

  static WonAmounts fit(const std::vector<Deal>& deals);

  /// The deal's own amount when it has one, else the mean won amount of its product, else the overall mean; 0
  /// when no won deal has an amount.
  double expected(const Deal& deal) const;
  /// Variance of the won amount of a deal whose amount is not known, around expected().
  double variance_of(const Deal& deal) const;
  double mean() const { return overall_.count > 0 ? overall_.sum / overall_.count : 0; }
  /// Mean of the squared won amounts.
  double mean_square() const { return overall_.count > 0 ? overall_.squares / overall_.count : 0; }

 private:
  struct Sums {
    double count = 0, sum = 0, squares = 0;
  };
  Sums overall_;
  std::map<std::uint32_t, Sums> products_;
};

}  // namespace ae::forecast
