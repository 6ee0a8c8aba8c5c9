#include "ae/ingest/sheet.h"

#include <algorithm>

#include "ae/ingest/layout_notes.h"
#include "ae/ingest/text_records.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/boolean.h"

namespace ae::ingest {
namespace {

Error nothing_in_it(const std::string& source) {
  return {"empty_file",
          Message{Text{"{file} holds nothing but blank lines", "{file} 中只有空行"}}.with("file", source),
          Text{"Export it again: the first line names the columns, each further line is an opportunity",
               "请重新导出：第一行为列名，其后每行一个商机"},
          {source, 1, 0},
          "",
          {}};
}

Error no_rows(const std::string& source, std::int64_t line) {
  return {"no_rows",
          Message{Text{"{file} has a header and no rows below it", "{file} 只有表头，没有数据行"}}.with(
              "file", source),
          Text{"Export it again with a filter or date range that covers some opportunities",
               "请放宽筛选条件或日期范围后重新导出"},
          {source, line, 0},
          "",
          {}};
}

RowShape shape_of(const Sheet& sheet, std::size_t record, bool include_deleted) {
  const std::span<const csv::Cell> cells = sheet.records[record];
  if (is_blank_record(cells)) return RowShape::kBlank;
  const std::vector<std::string>& headers = sheet.map.headers;
  if (cells.size() > headers.size() && !is_blank_record(cells.subspan(headers.size())))
    return RowShape::kTooLong;
  const auto last_named =
      std::find_if(headers.rbegin(), headers.rend(), [](const auto& header) { return !header.empty(); });
  if (!sheet.records.are_grid() && std::ssize(cells) < headers.rend() - last_named)
    return RowShape::kTooShort;
  if (sheet.surplus && *sheet.surplus < cells.size() && !trimmed(cells[*sheet.surplus].text).empty())
    return RowShape::kUnrepaired;
  if (include_deleted) return RowShape::kLive;
  return parse_boolean(sheet.cell(record, OpportunityField::kIsDeleted)) == true ? RowShape::kDeleted
                                                                                 : RowShape::kLive;
}

}  // namespace

std::string_view Sheet::cell(std::size_t record, OpportunityField field) const {
  if (field == OpportunityField::kCount || !map.has(field)) return {};
  const auto column = static_cast<std::size_t>(map.column[field]);
  const std::span<const csv::Cell> cells = records[record];
  return column < cells.size() ? trimmed(cells[column].text) : std::string_view{};
}

Place Sheet::place(std::size_t record, OpportunityField field) const {
  if (field == OpportunityField::kCount || !map.has(field)) return {name, records.line(record), 0};
  return records.place(name, record, static_cast<std::size_t>(map.column[field]));
}

std::vector<std::int64_t> Sheet::preamble_lines() const { return lines_of(layout.preamble); }

std::vector<std::int64_t> Sheet::footer_lines() const {
  std::vector<std::size_t> left_out = layout.totals;
  left_out.insert(left_out.end(), layout.footers.begin(), layout.footers.end());
  return lines_of(left_out);
}

std::vector<std::int64_t> Sheet::lines_of(std::span<const std::size_t> of) const {
  std::vector<std::int64_t> lines;
  lines.reserve(of.size());
  for (const std::size_t record : of) lines.push_back(records.line(record));
  return lines;
}

namespace {

/// Delimited text becomes records.
Result<void> cut_text(Sheet& sheet, const Source& text, const ReadOptions& options) {
  AE_TRY(TextRecords cut, cut_into_records(text, options, StrayQuotes::kRefused));
  sheet.encoding = std::move(cut.encoding);
  sheet.delimiter = cut.dialect.delimiter;
  sheet.quote = cut.dialect.quote;
  sheet.line_ending = line_ending_name(cut.records.line_endings());
  sheet.dialect = dialect_name(cut);
  sheet.converted = std::move(cut.converted);
  sheet.records = std::move(cut.records);
  sheet.notes = std::move(cut.notes);
  return {};
}

/// The columns with a name that hold no field.
std::vector<std::size_t> unmapped_columns(const ColumnMap& map) {
  std::vector<std::size_t> columns;
  for (std::size_t at = 0; at < map.headers.size(); ++at) {
    const int place = static_cast<int>(at);
    const bool mapped =
        place == map.status || std::find(map.column.begin(), map.column.end(), place) != map.column.end();
    if (!mapped && !map.headers[at].empty()) columns.push_back(at);
  }
  return columns;
}

}  // namespace

Result<Sheet> open_sheet(const Source& source, const ReadOptions& options) {
  Sheet sheet;
  sheet.name = source.name;
  AE_TRY(sheet.contents, open_container(source, options.sheet));
  if (sheet.contents.cells) {
    sheet.encoding = "UTF-8";
    sheet.records = std::move(*sheet.contents.cells);
  } else {
    AE_TRY_VOID(cut_text(sheet, sheet.contents.text(source), options));
  }
  AE_TRY_VOID(find_table(sheet, options));
  return sheet;
}

Result<void> find_table(Sheet& sheet, const ReadOptions& options) {
  std::vector<std::string> wanted;
  wanted.reserve(options.columns.size());
  for (const auto& [field, column] : options.columns) wanted.emplace_back(trimmed(column));
  sheet.layout = find_layout(sheet.records, wanted, HeaderEvidence::kNames);
  sheet.header = sheet.layout.header;
  if (sheet.header == sheet.records.size()) return fail(nothing_in_it(sheet.name));
  for (Note& note : layout_notes(sheet)) sheet.notes.push_back(std::move(note));
  return {};
}

Result<void> recognise(Sheet& sheet, const ReadOptions& options) {
  const Place header_place{sheet.name, sheet.records.line(sheet.header), 0};
  const RowIdentity identity = options.attributes ? RowIdentity::kOptional : RowIdentity::kNeeded;
  AE_TRY(sheet.map,
         map_header(headers_of(sheet.records[sheet.header]), options.columns, header_place, identity));
  if (options.attributes) sheet.map.attributes = unmapped_columns(sheet.map);
  for (Note& note : repeated_columns(sheet)) sheet.notes.push_back(std::move(note));
  const std::vector<std::string>& headers = sheet.map.headers;
  if (const auto at = std::find(headers.begin(), headers.end(), Sheet::kSurplus); at != headers.end())
    sheet.surplus = static_cast<std::size_t>(at - headers.begin());
  sheet.shapes.assign(sheet.records.size(), RowShape::kHeader);
  const std::size_t end = sheet.layout.end;
  std::fill(sheet.shapes.begin() + static_cast<std::ptrdiff_t>(end), sheet.shapes.end(), RowShape::kLeftOut);
  for (std::size_t record = sheet.header + 1; record < end; ++record)
    sheet.shapes[record] = shape_of(sheet, record, options.include_deleted);
  for (const std::size_t record : sheet.layout.totals) sheet.shapes[record] = RowShape::kLeftOut;
  for (const std::size_t record : sheet.layout.repeated_headers) sheet.shapes[record] = RowShape::kLeftOut;
  const bool any =
      std::any_of(sheet.shapes.begin() + static_cast<std::ptrdiff_t>(sheet.header) + 1, sheet.shapes.end(),
                  [](RowShape shape) { return shape != RowShape::kBlank && shape != RowShape::kLeftOut; });
  if (!any) return fail(no_rows(sheet.name, header_place.line));
  return {};
}

std::string delimiter_name(char delimiter) { return delimiter == '\t' ? "tab" : std::string(1, delimiter); }

}  // namespace ae::ingest
