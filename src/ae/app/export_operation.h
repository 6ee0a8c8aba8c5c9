#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// What was read, row by row in canonical fields, under totals per currency and stage: the way from any
/// export to a clean file. JSON has every canonical field of every row (null where there is nothing) and
/// amount_source (file, price_list); CSV is the rows alone, with amount_source where a price list supplied
/// some.
Operation export_operation();

}  // namespace ae::app
