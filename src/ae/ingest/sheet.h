#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/result.h"
#include "ae/ingest/container/contents.h"
#include "ae/ingest/csv/records.h"
#include "ae/ingest/mapping/header.h"
#include "ae/ingest/read_opportunities.h"
#include "ae/ingest/sniff/layout.h"

namespace ae::ingest {

/// What a record is, before its values are looked at.
enum class RowShape : std::uint8_t {
  kHeader,   ///< or something before it
  kLeftOut,  ///< a total, a footer, the header again, or another table
  kBlank,    ///< nothing but empty cells
  kTooShort,
  kTooLong,     ///< filled cells beyond the last header
  kUnrepaired,  ///< a row of rejected_rows whose cells have not been put in their columns yet
  kDeleted,     ///< marked deleted in the source and to be left out
  kLive
};

/// One source cut into records, its columns known. Borrows from its Source.
struct Sheet {
  static constexpr std::string_view kSurplus =
      "ae_surplus";  ///< the header of what has no column, see Rejects

  std::string name;
  Contents contents;  ///< out of the container; its cells have become the records
  std::string encoding;
  char delimiter = ',';
  char quote = '"';
  std::string line_ending;                       ///< "LF", "CRLF", "CR", "mixed"
  std::string dialect;                           ///< "RFC 4180, LF", "quotes ', rows quoted, CRLF"
  std::shared_ptr<const std::string> converted;  ///< what the records borrow from when it is not the Source
  csv::Records records;
  std::size_t header = 0;              ///< the record that holds it
  std::optional<std::size_t> surplus;  ///< the column called kSurplus
  Layout layout;
  ColumnMap map;
  std::vector<RowShape> shapes;  ///< one for each record
  std::vector<Note> notes;       ///< what was assumed or left out before values were looked at

  /// The cell of a field, trimmed; empty when the source has no such column. Requires a record that is live
  /// or deleted.
  std::string_view cell(std::size_t record, OpportunityField field) const;
  Place place(std::size_t record, OpportunityField field) const;

  std::int64_t header_line() const { return records.line(header); }
  /// Above the header; without blank ones, as the others.
  std::vector<std::int64_t> preamble_lines() const;
  /// Totals among the rows, and what stands below them.
  std::vector<std::int64_t> footer_lines() const;
  std::vector<std::int64_t> lines_of(std::span<const std::size_t> of) const;
};

/// Opens a source's container, cuts it into records and finds its table. Errors: those of open_container and
/// cut_into_records, empty_file when no record holds anything.
Result<Sheet> open_sheet(const Source& source, const ReadOptions& options = {});

/// Finds the table in a sheet's records, whatever they were cut from, and notes what stands around it. Error:
/// empty_file when no record holds anything.
Result<void> find_table(Sheet& sheet, const ReadOptions& options);

/// Maps the columns and gives every record its shape. Errors: those of map_header, no_rows when nothing
/// stands below the header.
Result<void> recognise(Sheet& sheet, const ReadOptions& options);

/// "," as it is, the tab by its name.
std::string delimiter_name(char delimiter);

}  // namespace ae::ingest
