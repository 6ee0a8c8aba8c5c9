#pragma once

#include <string>
#include <vector>

#include "ae/base/result.h"
#include "ae/ingest/read_opportunities.h"

namespace ae::ingest {

/// The cells of a source as text, before anything is mapped or read as a value.
struct CellTable {
  std::vector<std::string> header;  ///< empty when the source holds nothing
  std::vector<std::vector<std::string>> rows;
};

/// The table in a source: what encoding, dialect and layout make of it. Preamble, footers and another table
/// are left out; repetitions of the header right below it are joined to it with a blank; quotes that belong
/// to no cell stay. A row with one cell too few or too many gets an empty cell, or loses one, where its cells
/// then look most like those of their columns.
///
///     id,date,amount             id,date,amount
///     1,2026-03-01,5         →   1,2026-03-01,5
///     2,7                        2,,7
///
/// Errors: those of checked_text, but for empty_file.
Result<CellTable> parsed_cells(const Source& source, const ReadOptions& options = {});

}  // namespace ae::ingest
