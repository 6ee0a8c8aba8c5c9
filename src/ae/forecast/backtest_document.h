#pragma once

#include <vector>

#include "ae/doc/document.h"
#include "ae/forecast/backtest_figures.h"

namespace ae::forecast {

/// The methods side by side: how far each missed past quarters, and, when `forecasts`, what it says now.
/// `rows` is how many rows were looked at.
doc::Section methods_section(const std::vector<MethodFigures>& methods, bool forecasts, std::int64_t rows);

}  // namespace ae::forecast
