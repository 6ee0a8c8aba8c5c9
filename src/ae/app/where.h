#pragma once

#include <vector>

#include "ae/app/options.h"
#include "ae/ingest/read_opportunities.h"
#include "ae/table/change.h"

namespace ae::app {

/// What --where asks for. Errors: bad_value, unknown_field, column_absent (no file has such a column).
Result<std::vector<table::Condition>> conditions_of(const InputOptions& input,
                                                    const table::OpportunityTable& table);

/// Keeps the deals that meet the conditions and notes how many did; when none does, what may have been meant.
/// Before any conversion, so that `currency` means what the file says.
void keep_where(ingest::Reading& reading, const std::vector<table::Condition>& conditions);

}  // namespace ae::app
