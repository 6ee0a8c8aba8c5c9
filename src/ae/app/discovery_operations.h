#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// `ae discovery`: the questions of the conversation, what was answered, what to ask first. With
/// --call-sheet, a sheet to print.
Operation discovery_operation();

/// `ae discovery log`: one question asked, and its answer, into the deal's file.
Operation discovery_log_operation();

}  // namespace ae::app
