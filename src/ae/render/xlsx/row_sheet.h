#pragma once

#include "ae/render/render.h"
#include "ae/render/row_table.h"
#include "ae/render/xlsx/document_cell.h"

namespace ae::render::spreadsheet {

/// Rows as a sheet with typed cells, amounts in the format of their row's currency; a further sheet begins
/// where one is full. Rows are packed as they come and not held.
void write_row_sheets(WorkbookWriter& workbook, std::string_view name, const RowTable& rows, CsvCells cells);

}  // namespace ae::render::spreadsheet
