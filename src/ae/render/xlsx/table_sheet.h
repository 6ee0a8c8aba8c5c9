#pragma once

#include <vector>

#include "ae/doc/document.h"
#include "ae/render/xlsx/document_cell.h"

namespace ae::render::spreadsheet {

/// A table of a document as a sheet of its own: header, rows and total, the footnote below; bars that draw
/// two of its columns as a chart beside it.
void write_table_sheet(WorkbookWriter& workbook, std::string_view name, const doc::Table& table,
                       const std::vector<const doc::BarChart*>& charts, const CellWords& words);

}  // namespace ae::render::spreadsheet
