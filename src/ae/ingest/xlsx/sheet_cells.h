#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/result.h"
#include "ae/ingest/csv/grid_builder.h"
#include "ae/ingest/xlsx/workbook.h"

namespace ae::ingest::xlsx {

/// What a sheet has besides cells, for notes.
struct SheetFacts {
  std::int64_t hidden_rows = 0;
  std::int64_t merged_ranges = 0;
  std::int64_t formulas_without_value = 0;
};

/// Reads the cells of a sheet into `grid`, each as text_of_cell has it, line numbers being those of its rows.
/// Errors: damaged_file, too_large_when_unpacked.
Result<SheetFacts> read_sheet_cells(ZipArchive& archive, const Workbook& workbook, const std::string& file,
                                    const std::vector<std::string_view>& strings, const std::string& source,
                                    csv::GridBuilder& grid);

}  // namespace ae::ingest::xlsx
