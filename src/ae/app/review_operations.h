#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// `ae review weekly`: the five items with live findings, what is decided about each deal, and a corrected
/// copy of the data.
Operation review_weekly_operation();

/// `ae review monthly`: the four items with their figures, and cues for coaching.
Operation review_monthly_operation();

}  // namespace ae::app
