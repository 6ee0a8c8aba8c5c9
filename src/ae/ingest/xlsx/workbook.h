#pragma once

#include <string>
#include <vector>

#include "ae/base/result.h"
#include "ae/ingest/xlsx/cell_text.h"
#include "ae/ingest/xlsx/number_format.h"
#include "ae/ingest/xlsx/zip_archive.h"

namespace ae::ingest::xlsx {

/// A sheet of cells; sheets that hold only a chart are not listed.
struct SheetEntry {
  std::string name;
  std::string file;  ///< in the archive
  bool hidden = false;
};

/// What a workbook says about its sheets, before any of them is read.
struct Workbook {
  std::vector<SheetEntry> sheets;  ///< in their order
  DateSystem dates = DateSystem::k1900;
  Styles styles;
  std::string strings_file;  ///< in the archive; empty when there are no shared strings
};

/// Errors: damaged_file (also when there is no sheet), too_large_when_unpacked.
Result<Workbook> read_workbook(ZipArchive& archive, const std::string& source);

/// The sheet that `wanted` names, by its name, else by its number from 1; empty: the first that is not
/// hidden. Error: no_such_sheet with those that there are.
Result<SheetEntry> choose_sheet(const Workbook& workbook, const std::string& wanted,
                                const std::string& source);

}  // namespace ae::ingest::xlsx
