#pragma once

#include <map>
#include <optional>

#include "ae/report/chunk_deals.h"
#include "ae/report/number_counts.h"
#include "ae/report/win_rate.h"

namespace ae::report {

/// Wins and losses of everyone together.
struct WinLossFigures : WinRateFigures {
  std::optional<Money> won_amount;
  std::optional<Money> lost_amount;
  std::optional<Ratio> win_rate_by_amount;
  std::optional<Money> average_won_amount;
  std::optional<Money> median_won_amount;
  std::optional<Days> mean_cycle_days_won;
  std::optional<Days> median_cycle_days_won;
  std::optional<Days> mean_cycle_days_lost;
  std::optional<Days> median_cycle_days_lost;

  static constexpr auto fields() {
    using Self = WinLossFigures;
    return std::tuple_cat(
        WinRateFigures::fields(),
        std::tuple{
            field("won_amount", &Self::won_amount,
                  Text{"Sum of the known amounts of won deals", "赢单已知金额之和"}),
            field("lost_amount", &Self::lost_amount,
                  Text{"Sum of the known amounts of lost deals", "丢单已知金额之和"}),
            field("win_rate_by_amount", &Self::win_rate_by_amount,
                  Text{"Won amount ÷ (won + lost amount); missing when no lost deal has an amount above 0",
                       "赢单金额 ÷（赢单 + 丢单金额）；若丢单均无大于 0 的金额则缺失"}),
            field("average_won_amount", &Self::average_won_amount,
                  Text{"Won amount ÷ won deals with an amount", "赢单金额 ÷ 有金额的赢单数"}),
            field("median_won_amount", &Self::median_won_amount,
                  Text{"Middle won amount; the mean of the middle two when even",
                       "赢单金额的中位数；偶数个时取中间两个的平均"}),
            field("mean_cycle_days_won", &Self::mean_cycle_days_won,
                  Text{"Mean days from creation to close of won deals", "赢单从创建到关闭的平均天数"}),
            field("median_cycle_days_won", &Self::median_cycle_days_won,
                  Text{"Median days from creation to close of won deals", "赢单从创建到关闭的天数中位数"}),
            field("mean_cycle_days_lost", &Self::mean_cycle_days_lost,
                  Text{"Mean days from creation to close of lost deals", "丢单从创建到关闭的平均天数"}),
            field("median_cycle_days_lost", &Self::median_cycle_days_lost,
                  Text{"Median days from creation to close of lost deals", "丢单从创建到关闭的天数中位数"})});
  }
};

/// Days to close when open deals count as not closed yet (Kaplan and Meier 1958), so that slow deals still
/// open do not make the cycle look short.
struct CycleFigures {
  std::int64_t closed = 0;
  std::int64_t open = 0;
  std::optional<std::int64_t> quarter_closed_days;
  std::optional<std::int64_t> half_closed_days;
  std::optional<std::int64_t> three_quarters_closed_days;

  static constexpr auto fields() {
    using Self = CycleFigures;
    return std::tuple{
        field("closed", &Self::closed, Text{"Closed deals with both dates", "两个日期齐全的已关闭商机数"}),
        field("open", &Self::open,
              Text{"Open deals with a creation date, counted as not closed yet",
                   "有创建日期的未结商机数，按尚未关闭计入"}),
        field("quarter_closed_days", &Self::quarter_closed_days,
              Text{"Days by which a quarter of all deals is closed, won or lost; missing when not yet",
                   "四分之一商机关闭（赢或丢）所需天数；尚未达到则缺失"}),
        field("half_closed_days", &Self::half_closed_days,
              Text{"Days by which half of all deals is closed", "一半商机关闭所需天数"}),
        field("three_quarters_closed_days", &Self::three_quarters_closed_days,
              Text{"Days by which three quarters of all deals are closed", "四分之三商机关闭所需天数"})};
  }
};

/// Counts, amounts and cycles of closed deals, and the ages of open ones.
class WinLossTotals {
 public:
  void add(const ChunkDeals& deals);
  void merge(const WinLossTotals& other);

  WinLossFigures figures(Figures& figures, std::vector<Note>& notes) const;
  CycleFigures cycle() const;
  std::int64_t open() const { return open_; }
  const ClosedDeals& deals() const { return deals_; }

  bool operator==(const WinLossTotals&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.deals_, self.won_amounts_, self.won_cycles_, self.lost_cycles_, self.open_ages_, self.open_);
  }

 private:
  ClosedDeals deals_;
  std::map<Currency, NumberCounts> won_amounts_;
  NumberCounts won_cycles_, lost_cycles_, open_ages_;  // days
  std::int64_t open_ = 0;
};

}  // namespace ae::report
