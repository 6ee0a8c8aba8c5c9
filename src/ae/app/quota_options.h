#pragma once

#include <vector>

#include "ae/app/options.h"
#include "ae/base/note.h"
#include "ae/report/scope.h"
#include "ae/table/change.h"

namespace ae::app {

/// Gives the scope the quotas that the flags name, in the report's currency. Where --where keeps some owners
/// or teams, of
/// --quotas only theirs count; where it keeps anything else, a note says that the quota is still everyone's.
/// Errors: bad_value (decimals, size), amount_overflow, and those of the file.
Result<void> add_quotas(report::Scope& scope, const ScopeOptions& options, const FiscalCalendar& calendar,
                        const std::vector<table::Condition>& where, std::vector<Note>& notes);

}  // namespace ae::app
