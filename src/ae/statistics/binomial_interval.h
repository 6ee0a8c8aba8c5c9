#pragma once

#include "ae/statistics/interval.h"

namespace ae::statistics {

/// The score interval of a share (Wilson 1927): `successes` of `trials` at `confidence` (0.95). Lies within 0
/// to 1 and means something from one trial on; 0 to 1 when there are none. Both may be fractions of a count,
/// as weights are.
Interval wilson_interval(double successes, double trials, double confidence);

}  // namespace ae::statistics
