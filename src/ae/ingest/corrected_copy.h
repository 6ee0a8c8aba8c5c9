#pragma once

#include <span>
#include <string>
#include <vector>

#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/domain/deal_decision.h"
#include "ae/ingest/read_opportunities.h"

namespace ae::ingest {

/// One cell that a decision changes, or loses with its row.
struct CellChange {
  std::string id;
  Disposition disposition = Disposition::kKeep;
  std::string column;  ///< its header; empty: the row itself goes
  std::string from;
  std::string to;
  bool is_lost = false;  ///< it goes with its row, and the deal that stays has something else or nothing
};

struct CorrectedCopy {
  std::string bytes;
  std::vector<CellChange> changes;  ///< in the order of the decisions
};

/// The source with decisions made in it, in its own encoding, dialect, line ends, date formats and words;
/// every byte that no decision is about is as it was. Without decisions the copy is the source.
///
///   re_date    the close date
///   re_stage   the stage, in the file's own word for it, and the day on which it was entered
///   downgrade  the forecast category, in the file's own word
///   close      the stage, or what the file has that says closed, won and lost; the loss reason, the day on
///              which it closed and the day on which its stage was entered, where the file has such a column
///   merge      the row goes; the deal that stays keeps its cells as they are
///
/// The copy is read again: it has to read as decided, and every other deal as before. Requires decisions that
/// are sound and whose deals the source has; `as_of` counts as today.
/// Errors: those of OpenText; column_needed; date_not_written; word_not_written; copy_reads_otherwise.
Result<CorrectedCopy> corrected_copy(const Source& source, const ReadOptions& options,
                                     std::span<const DealDecision> decisions, Date as_of);

}  // namespace ae::ingest
