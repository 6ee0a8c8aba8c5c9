#pragma once

#include <string>
#include <string_view>

#include "ae/base/result.h"
#include "ae/ingest/xlsx/workbook.h"
#include "ae/ingest/xlsx/zip_archive.h"

namespace ae::ingest::xlsx {

/// A workbook and the sheet of it that is to be read.
struct OpenBook {
  ZipArchive archive;  ///< borrows the bytes
  Workbook workbook;
  SheetEntry chosen;
};

/// Finds the sheet, the first that is not hidden unless `sheet` names one by name or number. Errors:
/// not_a_table for a ZIP that is something else, damaged_file, too_large_when_unpacked, no_such_sheet.
Result<OpenBook> open_book(std::string_view bytes, const std::string& sheet, const std::string& source);

}  // namespace ae::ingest::xlsx
