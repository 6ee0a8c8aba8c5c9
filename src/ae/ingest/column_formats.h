#pragma once

#include <vector>

#include "ae/base/note.h"
#include "ae/ingest/sheet.h"
#include "ae/ingest/values/date.h"
#include "ae/ingest/values/money.h"
#include "ae/ingest/values/probability.h"

namespace ae::ingest {

/// How the values of a source's columns are written: decided over each column, never over one cell.
struct ColumnFormats {
  Decision<DecimalMark> decimal_mark;
  EnumArray<OpportunityField, Decision<DateOrder>> date_order;
  ProbabilityScale probability = ProbabilityScale::kFraction;
  std::vector<Note> notes;  ///< date_order_assumed
};

/// Looks at every live row. What the user settles is not looked at. A date column in which nothing decides
/// takes the order of the other date columns of its source when they agree on one, with a note. Errors:
/// ambiguous_number and ambiguous_date with both readings and the flag that settles it.
Result<ColumnFormats> decide_formats(const Sheet& sheet, const ReadOptions& options);

}  // namespace ae::ingest
