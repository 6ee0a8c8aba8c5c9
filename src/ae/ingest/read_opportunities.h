#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ae/base/money.h"
#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/domain/opportunity_field.h"
#include "ae/domain/stage.h"
#include "ae/ingest/source.h"
#include "ae/table/opportunity_table.h"

/// Bytes to table. Nothing is guessed silently and nothing is lost: what was assumed becomes a note, a row
/// that cannot be read right is set apart with the money at stake, and what can be read two ways is refused
/// with both readings.
namespace ae::ingest {

enum class DateOrder : std::uint8_t { kYmd, kMdy, kDmy, kCount };
constexpr std::string_view key(DateOrder order) {
  constexpr std::string_view kKeys[] = {"ymd", "mdy", "dmy"};
  return kKeys[static_cast<std::size_t>(order)];
}

enum class DecimalMark : std::uint8_t { kPoint, kComma, kCount };
constexpr std::string_view key(DecimalMark mark) {
  constexpr std::string_view kKeys[] = {"point", "comma"};
  return kKeys[static_cast<std::size_t>(mark)];
}

/// Takes how many bytes of a large file have been read, and of how many; called by one thread.
using ReadProgress = std::function<void(std::size_t done, std::size_t all)>;

/// What the user settles; everything left unset is decided from the file and said.
struct ReadOptions {
  std::map<OpportunityField, std::string> columns;  ///< --map FIELD=COLUMN: the header that holds a field
  std::map<std::string, Stage>
      stages;  ///< --stage-map NAME=STAGE; names compare without case and outer blanks
  std::optional<DateOrder> date_order;
  std::optional<DecimalMark> decimal_mark;
  std::optional<Currency> currency;     ///< for cells that name none
  std::optional<std::string> encoding;  ///< by name; see encoding_named
  std::string sheet;                    ///< of a workbook, by name or by number from 1; empty: the first
  bool strict = false;                  ///< the first row that would be set apart is an error instead
  bool include_deleted = false;
  /// Keep the columns that hold no field as attributes, and read rows that have neither amount, name nor id.
  bool attributes = false;
  unsigned threads = 1;
  std::size_t chunk_rows = 16384;  ///< rows of a chunk; results do not depend on it
  ReadProgress progress;           ///< may be absent
};

/// One input as it was read. rows = kept + quarantined + duplicates (rows marked deleted are not among rows).
struct SourceSummary {
  std::string name;
  std::string container;  ///< "csv", "xlsx", "csv+gzip"
  std::int64_t rows = 0;
  std::int64_t kept = 0;
  std::int64_t quarantined = 0;
  std::int64_t duplicates = 0;
  std::string encoding;               ///< "UTF-8", "UTF-8 BOM", "GB18030"
  std::string delimiter;              ///< ","
  std::string dialect;                ///< "RFC 4180, LF"
  std::optional<std::string> preset;  ///< whose names its headers are: "salesforce"; nullopt: nobody's
};

/// A row that was set apart.
struct QuarantinedRow {
  Place place;        ///< of the cell that is wrong
  std::string field;  ///< key of its canonical field; may be empty
  std::string value;  ///< the cell as it stands
  Message reason;
  std::optional<Money> amount_at_stake;  ///< what the row's amount cell holds, when that can be read
  std::size_t source = 0;                ///< its source, in the order of reading
  std::size_t record = 0;                ///< its record in the sheet of that source
};

/// Everything that came out of the inputs.
struct Reading {
  table::OpportunityTable table;
  std::vector<SourceSummary> sources;
  std::vector<Note> notes;
  std::vector<QuarantinedRow> quarantine;  ///< in order of source and line
  /// The one currency of all amounts (none when nobody named one); nullopt when several are named.
  std::optional<Currency> currency = Currency{};
};

/// Reads all sources as one table. Chunks are built in parallel and stand in the order of the rows.
/// Errors carry the place and a hint with the flag that settles them: those of checked_text, no_rows,
/// no_recognisable_column, unterminated_quote, ambiguous_date, ambiguous_number, unknown_column (--map),
/// duplicate_mapping, nothing_kept, …
Result<Reading> read_opportunities(std::span<const Source> sources, const ReadOptions& options);

}  // namespace ae::ingest
