#pragma once

#include <vector>

#include "ae/forecast/deal_chance.h"
#include "ae/forecast/outcome.h"
#include "ae/forecast/won_amounts.h"

namespace ae::forecast {

/// Open deals as chances of amounts.
struct OpenBook {
  std::vector<ChanceOfAmount> deals;
  double mean = 0;             ///< Σ chance × expected amount
  double variance = 0;         ///< were every deal independent
  double unknown_amounts = 0;  ///< what amounts that are not known add to the variance; part of it

  /// Takes a deal in with `share` of its chance; one that is closed or of which nothing is known changes
  /// nothing.
  void add(const Deal& deal, const DealChances& chances, const WonAmounts& amounts, double share = 1);
};

}  // namespace ae::forecast
