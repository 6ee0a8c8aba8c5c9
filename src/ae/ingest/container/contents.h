#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/ingest/csv/records.h"
#include "ae/ingest/source.h"

namespace ae::ingest {

/// What an input holds once it is taken out of its container: delimited text in an encoding of its own, or
/// cells.
struct Contents {
  std::string container;                   ///< "csv", "xlsx", "json", "jsonl", "html"; packed: "csv+gzip"
  std::shared_ptr<const Source> unpacked;  ///< the text, when it was packed; else the source is the text
  std::optional<csv::Records> cells;       ///< of a workbook, of JSON, of an HTML table; else there is text
  std::vector<Note> notes;

  /// The source whose bytes are the text.
  const Source& text(const Source& source) const { return unpacked ? *unpacked : source; }
};

/// Finds out what an input is, by its bytes and not by its name, and takes the table out of it. `sheet` is
/// the name or the number (from 1) of the sheet of a workbook; empty: the first. Errors: not_a_table,
/// damaged_file, too_large_when_unpacked, no_such_sheet, and those of each format.
Result<Contents> open_container(const Source& source, const std::string& sheet);

}  // namespace ae::ingest
