#pragma once

#include <string_view>

#include "ae/base/result.h"
#include "ae/ingest/source.h"

namespace ae::ingest {

/// The text of a source: valid UTF-8 without a byte order mark and without NUL. Borrowed from the source.
struct CheckedText {
  std::string_view text;
  std::string_view encoding;  ///< "UTF-8" or "UTF-8 BOM"
};

/// Checks every byte of a source.
/// Errors: empty_file; not_csv (a workbook, an archive, a PDF); not_utf8 at the first wrong byte, with the
/// command that converts; nul_byte.
Result<CheckedText> checked_text(const Source& source);

}  // namespace ae::ingest
