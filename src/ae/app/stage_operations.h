#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// The stages of the method with their lists.
Operation stage_show_operation();

/// A deal, or items given as done, held against the gates of a stage.
Operation stage_check_operation();

/// Moves a deal to another stage: forwards when every gate on the way is met or a reason is given, backwards,
/// to lost and out of a closed stage with a reason. What was missing and why is kept in the file.
Operation stage_advance_operation();

}  // namespace ae::app
