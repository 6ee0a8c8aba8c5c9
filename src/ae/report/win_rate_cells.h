#pragma once

#include "ae/doc/document.h"
#include "ae/report/win_rate_breakdown.h"

/// Win rates and verdicts as documents show them.
namespace ae::report {

/// Better is good news, worse is bad.
doc::Cell verdict_cell(WinRateVerdict verdict);

/// An empty chart for rate_bar().
doc::BarChart rate_chart();
/// As long as the win rate, solid up to the lower end of its interval.
doc::Bar rate_bar(Message label, const WinRateFigures& row);

}  // namespace ae::report
