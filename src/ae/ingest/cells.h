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
/// to no cell stay. Empty rows at the end and empty columns on the right are left out. A row that has not as
/// many cells as the table is mended by how the cells of each column look (see RowRepair); the header where
/// its words show how (see mended_header). For reports such rows are set apart instead.
///
///     id,date,amount             id,date,amount
///     1,2026-03-01,5         →   1,2026-03-01,5
///     2,7                        2,,7
///     32026-04-01,9              3,2026-04-01,9
///
/// Errors: those of checked_text, but for empty_file.
Result<CellTable> parsed_cells(const Source& source, const ReadOptions& options = {});

}  // namespace ae::ingest
