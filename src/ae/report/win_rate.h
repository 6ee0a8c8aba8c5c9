#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ae/base/fields.h"
#include "ae/base/note.h"
#include "ae/report/chunk_deals.h"
#include "ae/report/figures.h"
#include "ae/report/rows.h"

namespace ae::report {

/// Closed deals, won and lost apart.
struct ClosedDeals {
  DealSum won;
  DealSum lost;

  std::int64_t count() const { return won.count + lost.count; }
  /// Adds a closed row; leaves out an open one.
  void add(const table::OpportunityChunk& chunk, std::size_t row) {
    if (chunk.state[row] == DealState::kWon) won.add(chunk, row);
    if (chunk.state[row] == DealState::kLost) lost.add(chunk, row);
  }
  void merge(const ClosedDeals& other) {
    won.merge(other.won);
    lost.merge(other.lost);
  }

  bool operator==(const ClosedDeals&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.won, self.lost);
  }
};

/// Calls visit(row, side) for each closed deal, won ones first, with the side of ClosedDeals that it stands
/// on, so that no branch depends on how deals came out.
template <typename Visit>
void for_each_closed(const ChunkDeals& deals, Visit visit) {
  for (const std::uint32_t row : deals.won()) visit(row, &ClosedDeals::won);
  for (const std::uint32_t row : deals.lost()) visit(row, &ClosedDeals::lost);
}

/// A win rate with how sure it is.
struct WinRateFigures {
  std::int64_t won = 0;
  std::int64_t lost = 0;
  std::optional<Ratio> win_rate;
  std::optional<Ratio> win_rate_low;
  std::optional<Ratio> win_rate_high;

  std::int64_t closed() const { return won + lost; }

  static constexpr auto fields() {
    return std::tuple{
        field("won", &WinRateFigures::won, Text{"Won deals", "赢单数"}),
        field("lost", &WinRateFigures::lost, Text{"Lost deals", "丢单数"}),
        field("win_rate", &WinRateFigures::win_rate,
              Text{"Won ÷ (won + lost), by count; open deals never count",
                   "赢单 ÷（赢单 + 丢单），按数量；不含未结商机"}),
        field("win_rate_low", &WinRateFigures::win_rate_low,
              Text{"Lower end of the Wilson 95 % interval of the win rate", "赢单率的 Wilson 95% 区间下限"}),
        field("win_rate_high", &WinRateFigures::win_rate_high,
              Text{"Upper end of the Wilson 95 % interval of the win rate", "赢单率的 Wilson 95% 区间上限"})};
  }
};

/// The win rate of `won` and `lost` deals with its Wilson 95 % interval; rates are null when none is closed.
WinRateFigures win_rate_figures(std::int64_t won, std::int64_t lost);

/// Won amount ÷ (won + lost amount). Null with note lost_amounts_zero when no lost deal has an amount above
/// 0; null when nothing is closed or amounts stand in several currencies.
std::optional<Ratio> win_rate_by_amount(const ClosedDeals& deals, const Figures& figures,
                                        std::vector<Note>& notes);

}  // namespace ae::report
