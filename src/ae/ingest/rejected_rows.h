#pragma once

#include <span>
#include <string>
#include <vector>

#include "ae/base/result.h"
#include "ae/base/text.h"
#include "ae/ingest/read_opportunities.h"

namespace ae::ingest {

/// The rows that were set apart, to be repaired and read again: the header of their source and their cells as
/// they stand, and behind them
///
///     ae_source  ae_line  ae_column   where the cell stands that is wrong (no column: empty)
///     ae_reason                       why the row was set apart
///     ae_surplus                      only where a row has a cell too many (here they are, as CSV) or too
///     few
///                                     ("missing: 2"); as long as it is filled the row is set apart again
///
/// No field is read from these columns. Of a file that has them already they are made anew.
struct Rejects {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;  ///< as wide as the header, in order of source and line
};

/// Reads the sources together, so that rows in conflict with another file are among them. Rows marked deleted
/// are not; --strict changes nothing. Reasons are in `languages`, joined by " / ". Errors: those of
/// read_opportunities, but for row_refused and nothing_kept; headers_differ when rows of sources with
/// different headers were set apart. Requires a source.
Result<Rejects> rejected_rows(std::span<const Source> sources, const ReadOptions& options,
                              const Languages& languages);

}  // namespace ae::ingest
