#include "ae/report/win_rate_breakdown.h"

#include <algorithm>
#include <cmath>

#include "ae/statistics/false_discovery.h"
#include "ae/statistics/fisher_exact.h"

namespace ae::report {
namespace {

Significance significance_of(double chance) {
  return Significance::of_units(std::llround(chance * static_cast<double>(Significance::kOne)));
}

DimensionFigures row_of(OpportunityField dimension, const std::string& value, const ClosedDeals& deals,
                        const ClosedDeals& all) {
  DimensionFigures row;
  static_cast<WinRateFigures&>(row) = win_rate_figures(deals.won.count, deals.lost.count);
  row.dimension = dimension;
  row.value = value;
  row.deals = deals;
  row.others_won = all.won.count - deals.won.count;
  row.others_closed = all.count() - deals.count();
  return row;
}

/// The rows of one dimension, by closed deals, most first, then by value.
std::vector<DimensionFigures> rows_of(OpportunityField dimension,
                                      const std::map<std::string, ClosedDeals>& values) {
  ClosedDeals all;
  for (const auto& [value, deals] : values) all.merge(deals);
  std::vector<DimensionFigures> rows;
  for (const auto& [value, deals] : values) rows.push_back(row_of(dimension, value, deals, all));
  std::stable_sort(rows.begin(), rows.end(), [](const DimensionFigures& a, const DimensionFigures& b) {
    return a.closed() > b.closed();
  });
  return rows;
}

WinRateVerdict verdict_of(const DimensionFigures& row, double q_value) {
  if (q_value >= kFalseDiscoveryRate) return WinRateVerdict::kNoDifference;
  // won ÷ closed against others_won ÷ others_closed, without dividing
  const bool better = Int128{row.won} * row.others_closed > Int128{row.others_won} * row.closed();
  return better ? WinRateVerdict::kBetter : WinRateVerdict::kWorse;
}

void judge(std::vector<DimensionFigures>& rows) {
  std::vector<DimensionFigures*> judged;
  std::vector<double> p_values;
  for (DimensionFigures& row : rows) {
    if (row.closed() < kFewestClosed) continue;
    judged.push_back(&row);
    p_values.push_back(statistics::fisher_exact_two_sided(row.won, row.lost, row.others_won,
                                                          row.others_closed - row.others_won));
  }
  const std::vector<double> q_values = statistics::benjamini_hochberg(p_values);
  for (std::size_t index = 0; index < judged.size(); ++index) {
    judged[index]->p_value = significance_of(p_values[index]);
    judged[index]->q_value = significance_of(q_values[index]);
    judged[index]->verdict = verdict_of(*judged[index], q_values[index]);
  }
}

}  // namespace

Text name(WinRateVerdict verdict) {
  static constexpr Text kNames[] = {
      {"too few", "样本太少"}, {"no difference", "无差异"}, {"better", "更好"}, {"worse", "更差"}};
  return kNames[static_cast<std::size_t>(verdict)];
}

const std::vector<OpportunityField>& WinRateBreakdown::default_dimensions() {
  static const std::vector<OpportunityField> fields{
      OpportunityField::kOwner,      OpportunityField::kManager, OpportunityField::kTeam,
      OpportunityField::kSegment,    OpportunityField::kRegion,  OpportunityField::kProduct,
      OpportunityField::kLeadSource, OpportunityField::kType,    OpportunityField::kCompetitor};
  return fields;
}

void WinRateBreakdown::add(const ChunkDeals& deals) {
  const table::OpportunityChunk& chunk = deals.chunk();
  const std::vector<OpportunityField>& by = deals.scope().by;
  for (const OpportunityField field : by.empty() ? default_dimensions() : by) {
    if (!chunk.has(field)) continue;
    const table::TextColumn& column = chunk.text(field);
    ByWord<ClosedDeals>::Finder values(dimensions_[field], column);
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      const std::uint32_t code = column.code(row);
      if (code != table::TextColumn::kEmpty && !is_open(chunk, row)) values[code].add(chunk, row);
    }
  }
}

void WinRateBreakdown::merge(const WinRateBreakdown& other) {
  for (const auto& [field, values] : other.dimensions_) dimensions_[field].merge(values);
}

std::vector<DimensionFigures> WinRateBreakdown::figures() const {
  std::vector<DimensionFigures> rows;
  for (const auto& [field, values] : dimensions_) {
    const std::vector<DimensionFigures> more = rows_of(field, values.values());
    rows.insert(rows.end(), more.begin(), more.end());
  }
  judge(rows);
  return rows;
}

const std::map<std::string, ClosedDeals>& WinRateBreakdown::of(OpportunityField dimension) const {
  static const std::map<std::string, ClosedDeals> none;
  const auto found = dimensions_.find(dimension);
  return found == dimensions_.end() ? none : found->second.values();
}

}  // namespace ae::report
