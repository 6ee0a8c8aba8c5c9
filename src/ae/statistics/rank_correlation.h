#pragma once

#include <vector>

#include "ae/statistics/interval.h"

namespace ae::statistics {

/// How far two figures of the same people rise together, by their ranks.
struct RankCorrelation {
  double rho = 0;      ///< −1 to 1: Spearman's, equal figures sharing their mean rank
  Interval by_chance;  ///< the middle 95 % of what the same ranks give when they are dealt out anew
  double p_value = 1;  ///< share of those dealings that are as far from 0 as rho, either way
};

/// Ranks from 1, the smallest first; equal values share their mean rank.
std::vector<double> ranks(const std::vector<double>& values);

/// Spearman's rank correlation (1904) with its permutation distribution: of all dealings for up to eight
/// pairs (40,320), of 20,000 seeded ones (and the observed one) above. Requires as many x as y, at least
/// two, and that neither is the same throughout.
RankCorrelation rank_correlation(const std::vector<double>& x, const std::vector<double>& y);

}  // namespace ae::statistics
