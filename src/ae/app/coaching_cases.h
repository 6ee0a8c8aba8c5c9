#pragma once

#include <vector>

#include "ae/app/load.h"
#include "ae/method/coaching.h"

namespace ae::app {

/// What the deals tell of each owner, metric by metric; rows without an owner are in none. Metrics that the
/// files have no column for, and amounts of several currencies, are left out.
std::vector<method::CoachingCase> coaching_cases(const Loaded& loaded,
                                                 const std::optional<std::int64_t>& won_cycle_limit_days);

}  // namespace ae::app
