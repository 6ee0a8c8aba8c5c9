#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ae/base/result.h"
#include "ae/ingest/container/contents.h"
#include "ae/ingest/csv/records.h"
#include "ae/ingest/mapping/header.h"
#include "ae/ingest/read_opportunities.h"

namespace ae::ingest {

/// What a record is, before its values are looked at.
enum class RowShape : std::uint8_t {
  kHeader,  ///< or something before it
  kBlank,   ///< nothing but empty cells
  kTooShort,
  kTooLong,  ///< filled cells beyond the last header
  kDeleted,  ///< marked deleted in the source and to be left out
  kLive
};

/// One source cut into records, its columns known. Borrows from its Source.
struct Sheet {
  std::string name;
  Contents contents;  ///< out of the container; its cells have become the records
  std::string encoding;
  char delimiter = ',';
  csv::Records records;
  std::size_t header = 0;  ///< the record that holds it
  ColumnMap map;
  std::vector<RowShape> shapes;  ///< one for each record

  /// The cell of a field, trimmed; empty when the source has no such column. Requires a record that is live
  /// or deleted.
  std::string_view cell(std::size_t record, OpportunityField field) const;
  Place place(std::size_t record, OpportunityField field) const;
};

/// Cuts a source into records and finds its header. `options` name the sheet of a workbook. Errors: those of
/// open_container, checked_text and read_records,
/// empty_file when no record holds anything, no_rows when nothing stands below the header.
Result<Sheet> open_sheet(const Source& source, const ReadOptions& options);

/// Maps the columns and gives every record its shape. Errors: those of map_header.
Result<void> recognise(Sheet& sheet, const ReadOptions& options);

/// "," as it is, the tab by its name.
std::string delimiter_name(char delimiter);
/// "RFC 4180, CRLF".
std::string dialect_name(const csv::LineEndings& endings);

}  // namespace ae::ingest
