#include "ae/ingest/xlsx/read_xlsx.h"

#include "ae/ingest/xlsx/open_book.h"
#include "ae/ingest/xlsx/shared_strings.h"
#include "ae/ingest/xlsx/sheet_cells.h"
#include "ae/ingest/xlsx/sheet_notes.h"

namespace ae::ingest::xlsx {

Result<SheetTable> read_xlsx(std::string_view bytes, const std::string& sheet, const std::string& source) {
  AE_TRY(OpenBook book, open_book(bytes, sheet, source));
  csv::GridBuilder grid;
  AE_TRY(const std::vector<std::string_view> strings,
         read_shared_strings(book.archive, book.workbook.strings_file, source, grid));
  AE_TRY(const SheetFacts facts,
         read_sheet_cells(book.archive, book.workbook, book.chosen.file, strings, source, grid));
  return SheetTable{std::move(grid).finish(), sheet_notes(book, sheet, facts, source)};
}

}  // namespace ae::ingest::xlsx
