#include "ae/ingest/inspect.h"

#include <algorithm>
#include <set>
#include <span>

#include "ae/ingest/column_formats.h"
#include "ae/ingest/sheet.h"

namespace ae::ingest {
namespace {

constexpr std::size_t kExamples = 3;

std::string_view type_of(FieldKind kind) {
  constexpr std::string_view kTypes[] = {"text",        "number",   "stage", "money",  "currency",
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

/// The records that hold rows, mapped or not: what stands below the header and is no total, footer, repeated
/// header or other table, nor blank.
std::vector<std::size_t> rows_of(const Sheet& sheet) {
  const auto listed = [](const std::vector<std::size_t>& records, std::size_t record) {
    return std::find(records.begin(), records.end(), record) != records.end();
  };
  std::vector<std::size_t> rows;
  for (std::size_t record = sheet.header + 1; record < sheet.layout.end; ++record) {
    const bool mapped = !sheet.shapes.empty();
    if (mapped && sheet.shapes[record] != RowShape::kLive) continue;
    const bool left_out =
        !mapped && (is_blank_record(sheet.records[record]) || listed(sheet.layout.totals, record) ||
                    listed(sheet.layout.repeated_headers, record));
    if (!left_out) rows.push_back(record);
  }
  return rows;
}

void count_cells(InspectedColumn& column, const Sheet& sheet, std::span<const std::size_t> rows,
                 std::size_t index) {
  std::set<std::string_view> seen;
  for (const std::size_t record : rows) {
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
  const std::vector<std::size_t> rows = rows_of(sheet);
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
    count_cells(column, sheet, rows, index);
    columns.push_back(std::move(column));
  }
  return columns;
}

template <typename Way>
std::optional<std::string> settled_way(const Decision<Way>& decision) {
  if (decision.way == Way::kCount) return std::nullopt;
  return std::string(key(decision.way));
}

/// How dates are written that nothing had to be decided about, by the first of them.
std::optional<std::string> clear_date_format(const InspectedColumn& column) {
  if (column.examples.empty()) return std::nullopt;
  const DateCell first = parse_date(column.examples.front());
  if (first.missing || first.fault || first.number) return std::nullopt;
  return first.year_first ? "ymd" : "month in words";
}

std::optional<std::string> date_format(const InspectedColumn& column, const ColumnFormats& formats,
                                       OpportunityField field) {
  constexpr std::string_view kCounts[] = {"days of Excel", "seconds since 1970", "milliseconds since 1970"};
  if (const auto& count = formats.day_count[field])
    return std::string(kCounts[static_cast<std::size_t>(*count)]);
  const std::optional<std::string> decided = settled_way(formats.date_order[field]);
  return decided ? decided : clear_date_format(column);
}

std::optional<std::string> amount_format(const InspectedColumn& column, const ColumnFormats& formats) {
  if (column.examples.empty()) return std::nullopt;
  std::string format = settled_way(formats.amount.mark).value_or("whole");
  if (formats.amount.groups == GroupSize::kFour) format += ", groups of four";
  if (formats.amount_power != 0)
    format += ", times " + times_power_of_ten({1, 0}, formats.amount_power).str();
  return format;
}

void add_formats(Inspection& inspection, const ColumnFormats& formats) {
  for (InspectedColumn& column : inspection.columns) {
    if (!column.field) continue;
    const auto field = enumerator_of_key<OpportunityField>(*column.field);
    switch (kind(field)) {
      case FieldKind::kDate:
        column.format = date_format(column, formats, field);
        break;
      case FieldKind::kMoney:
        column.format = amount_format(column, formats);
        break;
      case FieldKind::kProbability:
        column.format = formats.probability == ProbabilityScale::kPercent ? "percent" : "fraction";
        break;
      default:
        break;
    }
  }
}

Note why_not(const Error& error) { return {error.code, Severity::kError, error.message, error.place}; }

/// What the mapping, the columns' formats and a reading in earnest say; the first that fails ends it with a
/// note.
void look_closer(Inspection& inspection, Sheet& sheet, const Source& source, const ReadOptions& options,
                 std::vector<Note>& notes) {
  const auto mapped = recognise(sheet, options);
  inspection.columns = columns_of(sheet);
  inspection.rows = std::ssize(rows_of(sheet));
  if (!mapped) return notes.push_back(why_not(mapped.error()));
  if (sheet.map.preset) inspection.preset = sheet.map.preset->name;
  if (const auto currencies = settle_currencies({&sheet, 1}, options)) {
    if (const auto formats = decide_formats(sheet, options, *currencies, 0))
      add_formats(inspection, *formats);
  }
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
