#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/note.h"
#include "ae/ingest/csv/records.h"
#include "ae/ingest/xlsx/delimited_rows.h"

namespace ae::ingest::xlsx {

/// The rows below the header of a sheet.
struct PlainSheet {
  std::deque<DelimitedRows> blocks;  ///< in the order of the rows; some may be empty
  std::vector<Note> notes;           ///< those of SheetTable
};

/// Where a table stands in its sheet.
struct TableStart {
  std::int64_t header_line = 0;
  std::size_t width = 0;
};

/// How a sheet is gone about; what is read does not depend on it.
struct SheetPlan {
  std::size_t head = std::size_t{1} << 20;     ///< bytes of XML at the beginning that say where the table is
  std::size_t block = std::size_t{512} << 10;  ///< bytes of XML that a thread reads at a time
  unsigned threads = 1;
};

/// Takes the rows at the beginning of a sheet, and whether they are all; nullopt to read no further.
using TakeHead = std::function<std::optional<TableStart>(csv::Records head, bool whole)>;

/// Reads a sheet as read_xlsx does, on several threads: one unpacks it, all read rows. Holds the rows as text
/// and no cell apart. nullopt when the workbook is not as plain as programs write it, a row below the header
/// is wider than that or has no digit in it, or anything is wrong: what that is, read_xlsx says.
std::optional<PlainSheet> read_plain_sheet(std::string_view bytes, const std::string& sheet,
                                           const std::string& source, const SheetPlan& plan,
                                           const TakeHead& take_head);

}  // namespace ae::ingest::xlsx
