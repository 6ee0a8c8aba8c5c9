#pragma once

#include <string>
#include <string_view>

#include "ae/base/result.h"
#include "ae/ingest/csv/cell_edits.h"
#include "ae/ingest/text_records.h"

namespace ae::ingest::csv {

/// A delimited text that is read to be changed: what it was cut into, and what its bytes are made of.
class OpenText {
 public:
  /// Errors: those of cut_into_records; no_csv when the source is something else or packed;
  /// dialect_not_written when its rows stand in quotes as wholes; encoding_not_kept when its encoding does
  /// not give the same bytes back. Borrows from the source.
  static Result<OpenText> open(const Source& source, const ReadOptions& options);

  const Records& records() const { return cut_.records; }
  const Dialect& dialect() const { return cut_.dialect; }

  /// The source's bytes with the edits made, in its own encoding. Error: not_in_encoding_of_file, at `place`,
  /// when the encoding has no such character.
  Result<std::string> with(const Edits& edits, const Place& place) const;

 private:
  std::string name_;
  std::string_view mark_;  ///< the byte order mark
  std::string_view text_;  ///< without it, in UTF-8
  std::string encoding_;   ///< without " BOM"
  TextRecords cut_;
};

}  // namespace ae::ingest::csv
