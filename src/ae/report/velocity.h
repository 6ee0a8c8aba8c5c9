#pragma once

#include <map>
#include <optional>
#include <vector>

#include "ae/base/fields.h"
#include "ae/base/note.h"
#include "ae/report/chunk_deals.h"
#include "ae/report/figures.h"
#include "ae/report/number_counts.h"
#include "ae/report/win_rate.h"

namespace ae::report {

struct VelocityFigures {
  std::optional<Ratio> win_rate;
  std::optional<Ratio> win_rate_by_amount;
  std::optional<Money> average_won_amount;
  std::optional<Money> median_won_amount;
  std::optional<Days> mean_cycle_days;
  std::optional<Days> median_cycle_days;
  std::optional<Money> value_per_day;

  static constexpr auto fields() {
    return std::tuple{
        field("win_rate", &VelocityFigures::win_rate,
              Text{"Won ÷ (won + lost), by count; open deals never count",
                   "赢单 ÷（赢单 + 丢单），按数量；不含未结商机"}),
        field("win_rate_by_amount", &VelocityFigures::win_rate_by_amount,
              Text{"Won amount ÷ (won + lost amount); missing when no lost deal has an amount above 0",
                   "赢单金额 ÷（赢单 + 丢单金额）；若丢单均无大于 0 的金额则缺失"}),
        field("average_won_amount", &VelocityFigures::average_won_amount,
              Text{"Won amount ÷ won deals with an amount", "赢单金额 ÷ 有金额的赢单数"}),
        field("median_won_amount", &VelocityFigures::median_won_amount,
              Text{"Middle won amount; the mean of the middle two when even",
                   "赢单金额的中位数；偶数个时取中间两个的平均"}),
        field("mean_cycle_days", &VelocityFigures::mean_cycle_days,
              Text{"Mean days from creation to close of won deals", "赢单从创建到关闭的平均天数"}),
        field("median_cycle_days", &VelocityFigures::median_cycle_days,
              Text{"Median days from creation to close of won deals", "赢单从创建到关闭的天数中位数"}),
        field("value_per_day", &VelocityFigures::value_per_day,
              Text{"Open deals × win rate × average won amount ÷ mean cycle",
                   "未结商机数 × 赢单率 × 平均赢单金额 ÷ 平均周期"})};
  }
};

/// Counts the known amounts of won deals, each currency apart.
void add_won_amounts(std::map<Currency, NumberCounts>& amounts, const ChunkDeals& deals);
/// Counts the days from creation to close of won deals that have both dates, in that order.
void add_won_cycles(NumberCounts& cycles, const ChunkDeals& deals);

/// How fast pipeline turns into revenue: closed deals' rates, amounts and cycles.
class Velocity {
 public:
  void add(const ChunkDeals& deals);
  void merge(const Velocity& other);
  /// `won_cycles` are those of add_won_cycles() from all deals, which other folds count as well.
  VelocityFigures figures(const NumberCounts& won_cycles, Figures& figures, std::vector<Note>& notes) const;

  std::int64_t closed() const { return deals_.count(); }
  std::int64_t won() const { return deals_.won.count; }
  std::int64_t won_with_amount() const { return deals_.won.with_amount; }

  bool operator==(const Velocity&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.open_, self.deals_, self.won_amounts_);
  }

 private:
  std::int64_t open_ = 0;
  ClosedDeals deals_;
  std::map<Currency, NumberCounts> won_amounts_;
};

}  // namespace ae::report
