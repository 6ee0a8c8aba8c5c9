#pragma once

#include <map>
#include <string>
#include <vector>

#include "ae/report/chunk_deals.h"
#include "ae/report/places.h"
#include "ae/report/win_rate.h"

namespace ae::report {

/// Closed deals of one quarter.
struct TrendFigures : WinRateFigures {
  std::string period;
  std::optional<Money> won_amount;

  static constexpr auto fields() {
    return std::tuple_cat(
        std::tuple{field("period", &TrendFigures::period,
                         Text{"Fiscal quarter of the close", "关闭所在的财务季度"})},
        WinRateFigures::fields(),
        std::tuple{field("won_amount", &TrendFigures::won_amount,
                         Text{"Sum of the known amounts of won deals", "赢单已知金额之和"})});
  }
};

/// Closed deals by the fiscal quarter in which they closed; deals without that date are in none.
class WinLossTrend {
 public:
  void add(const ChunkDeals& deals);
  void merge(const WinLossTrend& other);

  /// In the order of time. Quarters without a closed deal are left out.
  std::vector<TrendFigures> figures(const Scope& scope, Figures& figures) const;

  bool operator==(const WinLossTrend&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.days_);
  }

 private:
  std::map<Date, ClosedDeals> days_;  // few distinct ones: the calendar is asked once for each, at the end
  Places<ClosedDeals> places_;        // by days since 1970
};

}  // namespace ae::report
