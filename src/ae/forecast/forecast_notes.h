#pragma once

#include <vector>

#include "ae/forecast/forecast_report.h"

namespace ae::forecast {

/// What the reader of a forecast has to know: what is missing, and what looks wrong.
void forecast_notes(const ForecastReport::Partial& partial, const Scope& scope, const ForecastResult& result,
                    std::vector<Note>& notes);

}  // namespace ae::forecast
