#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// What was detected in a file, and what would be set apart: container, encoding, dialect, each column with
/// its field. With
/// `--cells csv` the cells themselves, as they were parsed and before anything was read as a value.
Operation inspect_operation();

}  // namespace ae::app
