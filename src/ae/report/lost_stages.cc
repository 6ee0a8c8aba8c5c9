#include "ae/report/lost_stages.h"

namespace ae::report {

void LostStages::add(const ChunkDeals& deals) {
  const table::OpportunityChunk& chunk = deals.chunk();
  won_ += std::ssize(deals.won());
  for (const std::uint32_t row : deals.lost()) {
    const Stage last = chunk.last_stage[row];
    if (last == Stage::kUnknown) {
      ++unknown_;
    } else {
      lost_[last].add(chunk, row);
    }
  }
}

void LostStages::merge(const LostStages& other) {
  for (const Stage stage : kOpenStages) lost_[stage].merge(other.lost_[stage]);
  won_ += other.won_;
  unknown_ += other.unknown_;
}

std::vector<LostStageFigures> LostStages::figures(Figures& figures) const {
  std::int64_t known = 0;
  for (const Stage stage : kOpenStages) known += lost_[stage].count;
  std::vector<LostStageFigures> rows;
  if (known == 0) return rows;
  std::int64_t reached = won_ + known;
  for (const Stage stage : kOpenStages) {
    const DealSum& lost = lost_[stage];
    LostStageFigures row;
    row.stage = stage;
    row.reached = reached;
    row.lost = lost.count;
    row.lost_amount = figures.money_of(lost.count, lost.amount);
    row.share = ratio(lost.count, known);
    if (unknown_ == 0) {
      const WinRateFigures on = win_rate_figures(reached - lost.count, lost.count);
      row.conversion = on.win_rate;
      row.conversion_low = on.win_rate_low;
      row.conversion_high = on.win_rate_high;
    }
    rows.push_back(row);
    reached -= lost.count;
  }
  return rows;
}

}  // namespace ae::report
