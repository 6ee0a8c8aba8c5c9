#pragma once

#include "ae/app/options.h"
#include "ae/report/scope.h"

namespace ae::app {

/// What --adjust says: "NAME=AMOUNT:NOTE", the amount with a sign or without, the note never empty. Amounts
/// are in the report's currency; with several currencies there is none, and a note says that nothing is
/// adjusted. Errors: bad_value.
Result<void> add_adjustments(report::Scope& scope, const AdjustOptions& options, std::vector<Note>& notes);

}  // namespace ae::app
