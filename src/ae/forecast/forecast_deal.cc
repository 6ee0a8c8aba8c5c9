#include "ae/forecast/forecast_deal.h"

namespace ae::forecast {
namespace {

std::optional<std::string> words(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

ForecastDealFigures deal_of(const DealFact& fact, const report::Scope& scope) {
  ForecastDealFigures row;
  row.id = words(fact.id);
  row.name = words(fact.name);
  row.owner = words(fact.owner);
  if (fact.has_amount()) row.amount = Money{fact.amount, fact.currency};
  row.close_date = fact.close;
  row.overdue = !fact.close.is_none() && fact.close < scope.as_of;
  if (fact.stage == Stage::kUnknown) {
    row.stage = words(fact.stage_name);
  } else {
    row.stage = std::string(key(fact.stage));
    row.known_stage = fact.stage;
  }
  ForecastCategory category = fact.category;
  row.category_source = CategorySource::kImported;
  if (category == ForecastCategory::kNone) {
    const bool open_stage = state_of(fact.stage) == DealState::kOpen;
    category = scope.policy.category_of(open_stage ? scope.policy.probability(fact.stage) : Probability{});
    row.category_source = CategorySource::kBand;
  }
  if (category == ForecastCategory::kNone) {
    row.category_source = CategorySource::kNone;
  } else {
    row.category = category;
  }
  return row;
}

}  // namespace ae::forecast
