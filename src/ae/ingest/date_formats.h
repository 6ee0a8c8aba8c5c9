#pragma once

#include "ae/ingest/column_formats.h"

namespace ae::ingest {

/// The part of decide_formats that is about dates: fills date_order and day_count and adds their notes.
/// Error: ambiguous_date.
Result<void> decide_dates(const Sheet& sheet, const ReadOptions& options, ColumnFormats& formats);

}  // namespace ae::ingest
