#pragma once

#include "ae/report/coverage_report.h"

namespace ae::report {

/// Coverage as people read it: the gauge, the three definitions side by side, and the categories from Commit
/// down.
doc::Section coverage_section(const CoverageFigures& coverage);

doc::Mood mood(const std::optional<CoverageStatus>& status);
Text name(CoverageStatus status);
Text name(Phase phase);

}  // namespace ae::report
