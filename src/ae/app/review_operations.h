#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// `ae review weekly`: the five items with live findings, what is decided about each deal, and a corrected
/// copy of the data.
Operation review_weekly_operation();

}  // namespace ae::app
