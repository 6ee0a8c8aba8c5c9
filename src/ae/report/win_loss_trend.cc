#include "ae/report/win_loss_trend.h"

namespace ae::report {

void WinLossTrend::add(const ChunkDeals& deals) {
  constexpr std::int32_t kPlaces = 36'525;  // 1970 to 2069
  const table::OpportunityChunk& chunk = deals.chunk();
  const std::vector<Date>& closed = chunk.dates(OpportunityField::kClosedDate);
  places_.prepare(1, kPlaces);
  for_each_closed(deals, [&](std::uint32_t row, DealSum ClosedDeals::* side) {
    if (closed[row].is_none()) return;
    const std::int32_t day = closed[row].days_since_1970();
    if (day < 0 || day >= kPlaces) {
      (days_[closed[row]].*side).add(chunk, row);
      return;
    }
    ClosedDeals*& place = places_[static_cast<std::size_t>(day)];
    if (place == nullptr) place = &days_[closed[row]];
    (place->*side).add(chunk, row);
  });
}

void WinLossTrend::merge(const WinLossTrend& other) {
  for (const auto& [day, deals] : other.days_) days_[day].merge(deals);
}

std::vector<TrendFigures> WinLossTrend::figures(const Scope& scope, Figures& figures) const {
  std::vector<TrendFigures> rows;
  std::map<Date, ClosedDeals> quarters;  // by first day
  for (const auto& [day, deals] : days_) quarters[scope.calendar.quarter_containing(day).start].merge(deals);
  for (const auto& [start, deals] : quarters) {
    TrendFigures row;
    static_cast<WinRateFigures&>(row) = win_rate_figures(deals.won.count, deals.lost.count);
    row.period = scope.calendar.quarter_containing(start).name;
    row.won_amount = figures.money_of(deals.won.count, deals.won.amount);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace ae::report
