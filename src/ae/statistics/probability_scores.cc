#include "ae/statistics/probability_scores.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace ae::statistics {
namespace {

constexpr std::size_t kBins = 10;

double auc_of(std::vector<Stated> stated, double won, double lost) {
  if (won <= 0 || lost <= 0) return std::numeric_limits<double>::quiet_NaN();
  std::sort(stated.begin(), stated.end(),
            [](const Stated& a, const Stated& b) { return a.probability < b.probability; });
  double lost_below = 0;
  double pairs = 0;
  for (std::size_t first = 0; first < stated.size();) {
    double won_here = 0;
    double lost_here = 0;
    std::size_t end = first;
    for (; end < stated.size() && stated[end].probability == stated[first].probability; ++end) {
      won_here += stated[end].won;
      lost_here += stated[end].lost;
    }
    pairs += won_here * (lost_below + lost_here / 2);
    lost_below += lost_here;
    first = end;
  }
  return pairs / (won * lost);
}

}  // namespace

ProbabilityScores score(const std::vector<Stated>& stated) {
  struct Bin {
    double cases = 0, won = 0, stated = 0;
  };
  std::array<Bin, kBins> bins;
  ProbabilityScores scores;
  double won = 0;
  double lost = 0;
  for (const Stated& each : stated) {
    const double p = each.probability;
    const double inside = std::clamp(p, 1e-9, 1 - 1e-9);
    won += each.won;
    lost += each.lost;
    scores.brier += each.won * (1 - p) * (1 - p) + each.lost * p * p;
    scores.log_loss -= each.won * std::log(inside) + each.lost * std::log1p(-inside);
    Bin& bin = bins[std::min(kBins - 1, static_cast<std::size_t>(p * kBins))];
    bin.cases += each.won + each.lost;
    bin.won += each.won;
    bin.stated += p * (each.won + each.lost);
  }
  const double cases = won + lost;
  scores.brier /= cases;
  scores.log_loss /= cases;
  for (const Bin& bin : bins) scores.ece += std::abs(bin.won - bin.stated) / cases;
  scores.auc = auc_of(stated, won, lost);
  return scores;
}

}  // namespace ae::statistics
