#include "ae/statistics/rank_correlation.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "ae/statistics/random.h"

namespace ae::statistics {
namespace {

constexpr std::size_t kMostForAllDealings = 8;
constexpr int kDealings = 20'000;
constexpr double kEqual = 1e-9;  // two correlations that differ by less are the same

/// Centred, so that products of two sum to their covariance.
std::vector<double> centred(std::vector<double> values) {
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  for (double& value : values) value -= mean;
  return values;
}

double product_sum(const std::vector<double>& x, const std::vector<double>& y) {
  return std::inner_product(x.begin(), x.end(), y.begin(), 0.0);
}

/// The correlation of x with every dealing of y, the smallest first.
std::vector<double> dealt_out(const std::vector<double>& x, std::vector<double> y, double scale) {
  std::vector<double> found;
  if (y.size() <= kMostForAllDealings) {
    // Equal ranks are told apart by their places, so that every dealing counts once.
    std::vector<std::size_t> order(y.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    do {
      double sum = 0;
      for (std::size_t at = 0; at < order.size(); ++at) sum += x[at] * y[order[at]];
      found.push_back(sum / scale);
    } while (std::next_permutation(order.begin(), order.end()));
  } else {
    Random random(1904);
    found.push_back(product_sum(x, y) / scale);
    for (int dealing = 0; dealing < kDealings; ++dealing) {
      random.shuffle(y);
      found.push_back(product_sum(x, y) / scale);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> result(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first + 1;
    while (end < order.size() && values[order[end]] == values[order[first]]) ++end;
    const double mean_rank = static_cast<double>(first + 1 + end) / 2;
    for (std::size_t at = first; at < end; ++at) result[order[at]] = mean_rank;
    first = end;
  }
  return result;
}

RankCorrelation rank_correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const std::vector<double> a = centred(ranks(x)), b = centred(ranks(y));
  const double scale = std::sqrt(product_sum(a, a) * product_sum(b, b));
  RankCorrelation result;
  result.rho = std::clamp(product_sum(a, b) / scale, -1.0, 1.0);
  const std::vector<double> dealings = dealt_out(a, b, scale);
  const auto all = static_cast<double>(dealings.size());
  const auto as_far = std::count_if(dealings.begin(), dealings.end(), [&](double rho) {
    return std::abs(rho) >= std::abs(result.rho) - kEqual;
  });
  result.p_value = static_cast<double>(as_far) / all;
  const auto cut = static_cast<std::size_t>(0.025 * all);
  result.by_chance = {std::max(-1.0, dealings[cut]), std::min(1.0, dealings[dealings.size() - 1 - cut])};
  return result;
}

}  // namespace ae::statistics
