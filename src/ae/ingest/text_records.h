#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/ingest/csv/records.h"
#include "ae/ingest/read_opportunities.h"

namespace ae::ingest {

/// What becomes of a quote that opens and is not closed as it should be.
enum class StrayQuotes : std::uint8_t {
  kRefused,  ///< one that nothing closes is an error; others stand for themselves when they would join lines
  kLiteral,  ///< it stands for itself
};

/// A source of text cut into records. They borrow from the source, or from `converted` when that is set.
struct TextRecords {
  std::string encoding;
  csv::Dialect dialect;
  bool rows_quoted = false;
  std::shared_ptr<const std::string> converted;
  csv::Records records;
  std::vector<Note> notes;  ///< encoding_assumed, stray_quotes
};

/// Finds encoding and dialect of a source and cuts it. Errors: those of checked_text and read_records.
Result<TextRecords> cut_into_records(const Source& source, const ReadOptions& options, StrayQuotes stray);

/// "LF", "CRLF", "CR", "mixed".
std::string line_ending_name(const csv::LineEndings& endings);
/// "RFC 4180, LF"; what differs from it comes first: "quotes ', backslash escapes, CRLF".
std::string dialect_name(const TextRecords& text);

}  // namespace ae::ingest
