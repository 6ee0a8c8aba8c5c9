#pragma once

#include <string>
#include <vector>

#include "ae/base/note.h"
#include "ae/ingest/sheet.h"

namespace ae::ingest {

/// "3, 5–9, 12": runs as ranges, at most six of them. Requires ascending lines.
std::string line_list(const std::vector<std::int64_t>& lines);

/// What of a file is not its table: preamble_left_out, footers_left_out (totals too), header_repeated,
/// other_table_left_out. One note for each, with the lines.
std::vector<Note> layout_notes(const Sheet& sheet);

/// column_twice for each name that several columns have and no note of the mapping speaks of. Requires a map.
std::vector<Note> repeated_columns(const Sheet& sheet);

}  // namespace ae::ingest
