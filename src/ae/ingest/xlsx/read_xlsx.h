#pragma once

#include <string>
#include <vector>

#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/ingest/csv/records.h"

namespace ae::ingest::xlsx {

/// A sheet of a workbook.
struct SheetTable {
  csv::Records records;
  std::vector<Note> notes;  ///< sheet_chosen, hidden_rows_read, merged_cells, formula_without_value
};

/// Reads a sheet of an .xlsx workbook, the first that is not hidden unless `sheet` names one by name or
/// number. Streams: besides the archive only the cells are in memory. Errors: not_a_table for a ZIP that is
/// something else, damaged_file, too_large_when_unpacked, no_such_sheet.
Result<SheetTable> read_xlsx(std::string_view bytes, const std::string& sheet, const std::string& source);

}  // namespace ae::ingest::xlsx
