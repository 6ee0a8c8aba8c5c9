#pragma once

#include <vector>

#include "ae/forecast/deal.h"
#include "ae/report/scope.h"

namespace ae::forecast {

/// (win rate + what --win-rate adds) ÷ win rate of the closed deals; 1 when nothing is closed or added.
double win_rate_factor(const std::vector<Deal>& known, const report::Scope& scope);

}  // namespace ae::forecast
