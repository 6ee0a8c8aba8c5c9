#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// `ae what-if`: the pipeline report as it is and as it would be as of another day, for another quarter or
/// quota, or by another policy, any number of times from one reading of the deals.
Operation what_if_operation();

}  // namespace ae::app
