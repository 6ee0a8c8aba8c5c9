#include "ae/ingest/inspect.h"

#include <set>

#include "ae/ingest/column_formats.h"
#include "ae/ingest/sheet.h"

namespace ae::ingest {
namespace {

constexpr std::size_t kExamples = 3;

std::string_view type_of(FieldKind kind) {
  constexpr std::string_view kTypes[] = {"text",        "stage",    "money", "currency",
                                         "probability", "category", "date",  "boolean"};
  return kTypes[static_cast<std::size_t>(kind)];
}

std::string_view key(Provenance provenance) {
  constexpr std::string_view kKeys[] = {"none", "user", "preset", "synonym"};
  return kKeys[static_cast<std::size_t>(provenance)];
}

/// The field that a column holds; kCount when it is not used.
OpportunityField field_of(const ColumnMap& map, std::size_t column) {
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    if (map.has(field) && static_cast<std::size_t>(map.column[field]) == column) return field;
  }
  return OpportunityField::kCount;
}

void count_cells(InspectedColumn& column, const Sheet& sheet, std::size_t index) {
  std::set<std::string_view> seen;
  for (std::size_t record = sheet.header + 1; record < sheet.records.size(); ++record) {
    if (!sheet.shapes.empty() && sheet.shapes[record] != RowShape::kLive) continue;
    const std::span<const csv::Cell> cells = sheet.records[record];
    const std::string_view cell = index < cells.size() ? cells[index].text : std::string_view{};
    if (cell.empty()) {
      ++column.empty;
    } else if (seen.insert(cell).second && column.examples.size() < kExamples) {
      column.examples.emplace_back(cell);
    }
  }
  column.distinct = static_cast<std::int64_t>(seen.size());
}

std::vector<InspectedColumn> columns_of(const Sheet& sheet) {
  const std::vector<std::string> headers = headers_of(sheet.records[sheet.header]);
  std::vector<InspectedColumn> columns;
  for (std::size_t index = 0; index < headers.size(); ++index) {
    InspectedColumn column;
    column.name = headers[index];
    const OpportunityField field =
        sheet.map.headers.empty() ? OpportunityField::kCount : field_of(sheet.map, index);
    const bool used = field != OpportunityField::kCount;
    if (used) column.field = key(field);
    column.type = used ? type_of(kind(field)) : "text";
    column.provenance = key(used ? sheet.map.provenance[field] : Provenance::kNone);
    count_cells(column, sheet, index);
    columns.push_back(std::move(column));
  }
  return columns;
}

void add_formats(Inspection& inspection, const ColumnFormats& formats) {
  for (InspectedColumn& column : inspection.columns) {
    if (!column.field) continue;
    const auto field = enumerator_of_key<OpportunityField>(*column.field);
    if (kind(field) != FieldKind::kDate) continue;
    const Decision<DateOrder>& order = formats.date_order[field];
    if (order.way != DateOrder::kCount) column.format = key(order.way);
  }
}

Note why_not(const Error& error) { return {error.code, Severity::kError, error.message, error.place}; }

/// What the mapping, the columns' formats and a reading in earnest say; the first that fails ends it with a
/// note.
void look_closer(Inspection& inspection, Sheet& sheet, const Source& source, const ReadOptions& options,
                 std::vector<Note>& notes) {
  const auto mapped = recognise(sheet, options);
  inspection.columns = columns_of(sheet);
  if (!mapped) return notes.push_back(why_not(mapped.error()));
  if (sheet.map.preset) inspection.preset = sheet.map.preset->name;
  if (const auto formats = decide_formats(sheet, options)) add_formats(inspection, *formats);
  ReadOptions lenient = options;
  lenient.strict = false;
  const Result<Reading> reading = read_opportunities({&source, 1}, lenient);
  if (!reading) return notes.push_back(why_not(reading.error()));
  notes = reading->notes;
  inspection.rows = reading->sources.front().rows;
  inspection.quarantined = reading->sources.front().quarantined;
}

}  // namespace

Result<Inspection> inspect(const Source& source, const ReadOptions& options, std::vector<Note>& notes) {
  AE_TRY(Sheet sheet, open_sheet(source, options));
  Inspection inspection;
  inspection.container = sheet.contents.container;
  inspection.encoding = sheet.encoding;
  inspection.header_line = sheet.header_line();
  inspection.preamble_lines = sheet.preamble_lines();
  inspection.footer_lines = sheet.footer_lines();
  if (!sheet.records.are_grid()) {
    inspection.delimiter = delimiter_name(sheet.delimiter);
    inspection.quote = std::string(1, sheet.quote);
    inspection.line_ending = sheet.line_ending;
    inspection.dialect = sheet.dialect;
  }
  look_closer(inspection, sheet, source, options, notes);
  return inspection;
}

}  // namespace ae::ingest
