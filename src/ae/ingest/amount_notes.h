#pragma once

#include <vector>

#include "ae/base/note.h"
#include "ae/ingest/column_formats.h"
#include "ae/ingest/sheet.h"

namespace ae::ingest {

/// What a reader has to know about how the amounts of a source are written: units_read for 1.2M and 12.5万,
/// unit_of_header for "金额（万元）", scientific_notation for 1.5E+06.
std::vector<Note> amount_notes(const Sheet& sheet, const ColumnFormats& formats);

}  // namespace ae::ingest
