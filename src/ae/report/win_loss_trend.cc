#include "ae/report/win_loss_trend.h"

namespace ae::report {

void WinLossTrend::add(const table::OpportunityChunk& chunk) {
  const std::vector<Date>& closed = chunk.dates(OpportunityField::kClosedDate);
  for (std::size_t row = 0; row < chunk.rows(); ++row) {
    if (is_open(chunk, row) || closed[row].is_none()) continue;
    days_[closed[row]].add(chunk, row);
  }
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
