#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// Begins a deal's file from the commented template.
Operation deal_new_operation();

/// Holds deals' files against what a deal can be: every fault with file, line and column.
Operation deal_check_operation();

/// Sets values and adds entries in a deal's file; every other byte stays.
Operation deal_set_operation();

}  // namespace ae::app
