#pragma once

#include "ae/forecast/deal_facts.h"
#include "ae/forecast/forecast_report.h"

namespace ae::forecast {

/// A deal as the forecast lists it, without a chance: its category is the imported one, else the band of its
/// stage's probability, and the row says which.
ForecastDealFigures deal_of(const DealFact& fact, const report::Scope& scope);

}  // namespace ae::forecast
