#include "ae/report/win_rate.h"

#include <cmath>

#include "ae/statistics/binomial_interval.h"

namespace ae::report {
namespace {

Ratio ratio_of(double share) {
  return Ratio::of_units(std::llround(share * static_cast<double>(Ratio::kOne)));
}

}  // namespace

WinRateFigures win_rate_figures(std::int64_t won, std::int64_t lost) {
  WinRateFigures figures;
  figures.won = won;
  figures.lost = lost;
  if (won + lost == 0) return figures;
  const statistics::Interval interval =
      statistics::wilson_interval(static_cast<double>(won), static_cast<double>(won + lost), 0.95);
  figures.win_rate = ratio(won, won + lost);
  figures.win_rate_low = ratio_of(interval.low);
  figures.win_rate_high = ratio_of(interval.high);
  return figures;
}

std::optional<Ratio> win_rate_by_amount(const ClosedDeals& deals, const Figures& figures,
                                        std::vector<Note>& notes) {
  if (deals.count() == 0) return std::nullopt;
  const std::optional<Int128> lost = figures.exact(deals.lost.amount);
  if (deals.lost.amount.empty() || lost == Int128{0}) {
    notes.push_back({"lost_amounts_zero",
                     Severity::kInfo,
                     Text{"No lost deal has an amount above 0: there is no win rate by amount",
                          "丢单均无大于 0 的金额：无法计算按金额的赢单率"},
                     {}});
    return std::nullopt;
  }
  const std::optional<Int128> won = deals.won.count == 0 ? Int128{0} : figures.exact(deals.won.amount);
  if (!won || !lost) return std::nullopt;
  return Ratio::of(*won, *won + *lost);
}

}  // namespace ae::report
