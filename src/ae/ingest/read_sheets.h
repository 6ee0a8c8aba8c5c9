#pragma once

#include <span>
#include <vector>

#include "ae/base/result.h"
#include "ae/ingest/read_opportunities.h"
#include "ae/ingest/sheet.h"

namespace ae::ingest {

/// What came out of the sources, beside the records that it came from.
struct ReadSheets {
  std::vector<Sheet> sheets;  ///< one for each source; borrow from it
  Reading reading;
};

/// Opens all sources and maps their columns. Errors: those of open_sheet, check_chosen_columns and recognise.
Result<std::vector<Sheet>> open_sheets(std::span<const Source> sources, const ReadOptions& options);

/// Maps the columns of sheets whose tables are found. Errors: those of check_chosen_columns and recognise.
Result<void> recognise_columns(std::span<Sheet> sheets, const ReadOptions& options);

/// Reads all sources as one table. Nothing is refused for rows that were set apart, however many they are.
/// Errors: those of read_opportunities, but for row_refused and nothing_kept. Requires a source.
Result<ReadSheets> read_sheets(std::span<const Source> sources, const ReadOptions& options);

}  // namespace ae::ingest
