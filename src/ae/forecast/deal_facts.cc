#include "ae/forecast/deal_facts.h"

#include <algorithm>

#include "ae/forecast/packed_words.h"

namespace ae::forecast {
namespace {

DealFact fact_of(const table::OpportunityRow& row) {
  DealFact deal;
  deal.source = row.source;
  deal.line = row.line;
  deal.id = row.texts[OpportunityField::kId];
  deal.name = row.texts[OpportunityField::kName];
  deal.owner = row.texts[OpportunityField::kOwner];
  deal.team = row.texts[OpportunityField::kTeam];
  deal.product = row.texts[OpportunityField::kProduct];
  if (row.stage == Stage::kUnknown) deal.stage_name = row.texts[OpportunityField::kStage];
  deal.stage = row.stage;
  deal.state = row.state;
  deal.category = row.category;
  deal.imported = row.probability;
  deal.amount = row.amount;
  deal.amount_source = row.amount_source;
  deal.currency = row.currency;
  deal.created = row.dates[OpportunityField::kCreatedDate];
  deal.close = row.dates[OpportunityField::kCloseDate];
  deal.words = pack(row.texts);
  if (deal.state != DealState::kOpen) deal.closed = row.dates[OpportunityField::kClosedDate];
  return deal;
}

}  // namespace

void DealFacts::add(const table::OpportunityChunk& chunk) {
  deals_.reserve(deals_.size() + chunk.rows());
  for (std::size_t row = 0; row < chunk.rows(); ++row) deals_.push_back(fact_of(chunk.row(row)));
}

void DealFacts::merge(const DealFacts& other) {
  deals_.insert(deals_.end(), other.deals_.begin(), other.deals_.end());
}

std::vector<DealFact> DealFacts::sorted() const {
  std::vector<DealFact> deals = deals_;
  std::sort(deals.begin(), deals.end());
  return deals;
}

}  // namespace ae::forecast
