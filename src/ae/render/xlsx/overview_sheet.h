#pragma once

#include "ae/doc/document.h"
#include "ae/render/xlsx/document_cell.h"

namespace ae::render::spreadsheet {

/// Whether the section is sentences alone (notes): it has a sheet of its own then.
bool is_prose(const doc::Section& section);

/// The title, what it is about (sources, as-of date, period), and all of a document that is no table: key
/// figures, gauges with their targets, sentences; section by section.
void write_overview_sheet(WorkbookWriter& workbook, const doc::Document& document, const CellWords& words);

/// The sentences of a section, one a row, with their mood as a word to filter by.
void write_prose_sheet(WorkbookWriter& workbook, std::string_view name, const doc::Section& section,
                       const CellWords& words);

}  // namespace ae::render::spreadsheet
