#pragma once

#include <string>
#include <vector>

#include "ae/base/note.h"
#include "ae/ingest/xlsx/open_book.h"
#include "ae/ingest/xlsx/sheet_cells.h"

namespace ae::ingest::xlsx {

/// What the reader of a sheet has to know: sheet_chosen (unless `sheet` names it), hidden_rows_read,
/// merged_cells, formula_without_value.
std::vector<Note> sheet_notes(const OpenBook& book, const std::string& sheet, const SheetFacts& facts,
                              const std::string& source);

}  // namespace ae::ingest::xlsx
