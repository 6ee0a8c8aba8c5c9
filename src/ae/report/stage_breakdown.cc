#include "ae/report/stage_breakdown.h"

namespace ae::report {

void StageBreakdown::Row::merge(const Row& other) {
  deals.merge(other.deals);
  dated += other.dated;
  age_days += other.age_days;
}

void StageBreakdown::add(const table::OpportunityChunk& chunk, const Scope& scope) {
  const std::vector<Date>& created = chunk.dates(OpportunityField::kCreatedDate);
  for (std::size_t index = 0; index < chunk.rows(); ++index) {
    if (!is_open(chunk, index)) continue;
    const Stage stage = chunk.stage[index];
    // A deal that its source calls open in a closed stage stands under that stage's name, as an unknown one
    // would.
    const bool open_stage = state_of(stage) == DealState::kOpen && stage != Stage::kUnknown;
    Row& row =
        open_stage ? known_[stage] : unknown_[std::string(chunk.text(OpportunityField::kStage).at(index))];
    row.deals.add(chunk, index);
    if (created[index].is_none() || created[index] > scope.as_of) continue;
    ++row.dated;
    row.age_days += scope.as_of - created[index];
  }
}

void StageBreakdown::merge(const StageBreakdown& other) {
  for (const Stage stage : enumerators<Stage>()) known_[stage].merge(other.known_[stage]);
  for (const auto& [name, row] : other.unknown_) unknown_[name].merge(row);
}

StageFigures StageBreakdown::figures_of(const Row& row, Probability probability, Figures& figures) {
  StageFigures result;
  result.count = row.deals.count;
  result.amount = figures.money(row.deals.amount);
  const std::optional<Int128> exact = figures.exact(row.deals.amount);
  if (!probability.is_none()) {
    result.probability = probability;
    if (exact) result.weighted = figures.money(*exact * probability.millionths(), Probability::kOne);
  }
  if (exact) result.average_amount = figures.money(exact, row.deals.with_amount);
  result.average_age_days = Days::of(row.age_days, row.dated);
  return result;
}

std::vector<StageFigures> StageBreakdown::figures(const Policy& policy, Figures& figures) const {
  std::vector<StageFigures> rows;
  for (const Stage stage : kOpenStages) {
    StageFigures row = figures_of(known_[stage], policy.probability(stage), figures);
    row.stage = key(stage);
    row.known = stage;
    rows.push_back(std::move(row));
  }
  for (const auto& [name, unknown] : unknown_) {
    StageFigures row = figures_of(unknown, Probability{}, figures);
    if (!name.empty()) row.stage = name;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace ae::report
