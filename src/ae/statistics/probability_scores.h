#pragma once

#include <vector>

namespace ae::statistics {

/// A probability that was stated for `won` + `lost` cases alike, and how they came out.
struct Stated {
  double probability = 0;
  double won = 0;
  double lost = 0;
};

/// How well stated probabilities were. NaN where the cases cannot say (AUC when all came out alike).
struct ProbabilityScores {
  double auc = 0;       ///< chance that a won case was given more than a lost one, ties counting half
  double brier = 0;     ///< mean squared error
  double log_loss = 0;  ///< mean −ln of what the outcome was given, probabilities kept 1e-9 from 0 and 1
  double ece = 0;       ///< expected calibration error in ten bins of equal width
};

ProbabilityScores score(const std::vector<Stated>& stated);

}  // namespace ae::statistics
