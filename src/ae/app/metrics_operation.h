#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// `ae metrics`: activities and outcomes against their targets.
Operation metrics_operation();

}  // namespace ae::app
