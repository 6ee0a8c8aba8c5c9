#include "ae/forecast/group_forecast.h"

#include <algorithm>

#include "ae/forecast/open_book.h"

namespace ae::forecast {
namespace {

constexpr int kDaysOfAYear = 365;

/// Each group's share of what was won from `from` on; empty when that is nothing.
std::vector<double> shares_won(const std::vector<Deal>& known, const Vantage& vantage, Date from,
                               const std::vector<std::uint32_t>& group_of, std::size_t groups) {
  std::vector<double> won(groups);
  double all = 0;
  for (const Deal& deal : known) {
    const double amount = std::max(0.0, won_between(deal, from, vantage.as_of));
    won[group_of[deal.fact]] += amount;
    all += amount;
  }
  if (all <= 0) return {};
  for (double& amount : won) amount /= all;
  return won;
}

std::vector<double> shares_of_new_business(const std::vector<Deal>& known, const Vantage& vantage,
                                           const std::vector<std::uint32_t>& group_of, std::size_t groups) {
  for (const Date from : {vantage.as_of + (1 - kDaysOfAYear), Date{}}) {
    std::vector<double> shares = shares_won(known, vantage, from, group_of, groups);
    if (!shares.empty()) return shares;
  }
  return std::vector<double>(groups, 1 / static_cast<double>(groups));
}

}  // namespace

std::vector<GroupForecast> split(const LearntForecast& whole, const std::vector<Deal>& known,
                                 const Vantage& vantage, const DealChances& chances,
                                 const WonAmounts& amounts, const std::vector<std::uint32_t>& group_of,
                                 std::size_t groups) {
  std::vector<OpenBook> books(groups);
  std::vector<double> closed(groups);
  const Date last = std::min(vantage.as_of, vantage.period.end);
  for (const Deal& deal : known) {
    const std::uint32_t group = group_of[deal.fact];
    books[group].add(deal, chances, amounts);
    closed[group] += won_between(deal, vantage.period.start, last);
  }
  const std::vector<double> shares = shares_of_new_business(known, vantage, group_of, groups);
  std::vector<GroupForecast> forecasts(groups);
  for (std::size_t group = 0; group < groups; ++group) {
    const OpenBook& book = books[group];
    const Further further{whole.further.mean * shares[group],
                          whole.new_business.variance * shares[group] + book.unknown_amounts};
    forecasts[group].mean = closed[group] + whole.scale * (book.mean + further.mean);
    forecasts[group].outcome =
        Outcome::of(closed[group], book.deals, further, whole.scale, whole.common_variance);
  }
  return forecasts;
}

}  // namespace ae::forecast
