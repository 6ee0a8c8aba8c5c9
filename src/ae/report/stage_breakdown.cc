#include "ae/report/stage_breakdown.h"

namespace ae::report {

void StageBreakdown::Row::merge(const Row& other) {
  deals.merge(other.deals);
  ages.merge(other.ages);
}

void StageBreakdown::add(const ChunkDeals& deals) {
  const table::OpportunityChunk& chunk = deals.chunk();
  const std::vector<Date>& created = chunk.dates(OpportunityField::kCreatedDate);
  const Date as_of = deals.scope().as_of;
  EnumArray<DealKind, Ages> ages;
  const DealKind* const kinds = deals.kinds().data();
  for (const std::uint32_t row : deals.open()) {
    if (created[row].is_none() || created[row] > as_of) continue;
    ++ages[kinds[row]].deals;
    ages[kinds[row]].days += as_of - created[row];
  }
  const KindSums sums = deals.all();
  for (const Stage stage : kOpenStages) {
    const auto kind = static_cast<DealKind>(stage);
    known_[stage].merge({sums[kind], ages[kind]});
  }
  if (sums[DealKind::kOpenElsewhere].count == 0) return;
  for (const std::uint32_t row : deals.open()) {
    if (deals.kind(row) == DealKind::kOpenElsewhere) add_elsewhere(chunk, row, as_of);
  }
}

/// A deal that its source calls open in a closed stage stands under that stage's name, as one in an unknown
/// stage does.
void StageBreakdown::add_elsewhere(const table::OpportunityChunk& chunk, std::size_t row, Date as_of) {
  Row& unknown = unknown_[std::string(chunk.text(OpportunityField::kStage).at(row))];
  unknown.deals.add(chunk, row);
  const Date created = chunk.dates(OpportunityField::kCreatedDate)[row];
  if (!created.is_none() && created <= as_of) unknown.ages.merge({1, as_of - created});
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
  result.average_age_days = Days::of(row.ages.days, row.ages.deals);
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
