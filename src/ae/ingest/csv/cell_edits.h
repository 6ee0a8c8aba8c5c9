#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ae/ingest/csv/records.h"

/// A text of delimited cells with a few of them changed and every other byte as it was.
namespace ae::ingest::csv {

/// What one cell holds from now on. A column behind the record's last cell is reached with empty cells.
struct CellEdit {
  std::size_t record = 0;
  std::size_t column = 0;
  std::string text;
};

struct Edits {
  std::vector<CellEdit> cells;                     ///< at most one of each cell; in any order
  std::vector<std::size_t> removed;                ///< records that go, with their line ends
  std::vector<std::vector<std::string>> appended;  ///< records that come behind the last one
};

/// Makes the edits. Requires that `records` were cut from `text` in `dialect` and are no grid, and that no
/// edit is in a record that is removed.
///
/// A cell that stood in quotes stays in quotes; one that was empty gets them when most filled cells of its
/// column have them; any other only where it needs them. Records come with the line end that most have.
/// Without edits the result is the text, byte for byte. In a dialect with stray quotes a cell may not be able
/// to hold what it is to hold: read the result again to be sure.
std::string edited(std::string_view text, const Records& records, const Dialect& dialect, const Edits& edits);

}  // namespace ae::ingest::csv
