#include "ae/ingest/sheet.h"

#include <algorithm>

#include "ae/ingest/sniff/delimiter.h"
#include "ae/ingest/sniff/encoding.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/boolean.h"

namespace ae::ingest {
namespace {

bool is_blank_record(std::span<const csv::Cell> cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](const csv::Cell& cell) { return trimmed(cell.text).empty(); });
}

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

namespace {

/// Delimited text becomes records.
Result<void> cut_text(Sheet& sheet, const Source& text) {
  AE_TRY(const CheckedText checked, checked_text(text));
  sheet.encoding = checked.encoding;
  sheet.delimiter = find_delimiter(checked.text);
  AE_TRY(sheet.records, csv::read_records(checked.text, sheet.delimiter, text.name));
  return {};
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
    AE_TRY_VOID(cut_text(sheet, sheet.contents.text(source)));
  }
  while (sheet.header < sheet.records.size() && is_blank_record(sheet.records[sheet.header])) ++sheet.header;
  if (sheet.header == sheet.records.size()) return fail(nothing_in_it(source.name));
  return sheet;
}

Result<void> recognise(Sheet& sheet, const ReadOptions& options) {
  const Place header_place{sheet.name, sheet.records.line(sheet.header), 0};
  AE_TRY(sheet.map, map_header(headers_of(sheet.records[sheet.header]), options.columns, header_place));
  sheet.shapes.assign(sheet.records.size(), RowShape::kHeader);
  bool any = false;
  for (std::size_t record = sheet.header + 1; record < sheet.records.size(); ++record) {
    sheet.shapes[record] = shape_of(sheet, record, options.include_deleted);
    any |= sheet.shapes[record] != RowShape::kBlank;
  }
  if (!any) return fail(no_rows(sheet.name, header_place.line));
  return {};
}

std::string delimiter_name(char delimiter) { return delimiter == '\t' ? "tab" : std::string(1, delimiter); }

std::string dialect_name(const csv::LineEndings& endings) {
  const int kinds = (endings.lf > 0 ? 1 : 0) + (endings.crlf > 0 ? 1 : 0) + (endings.cr > 0 ? 1 : 0);
  if (kinds > 1) return "RFC 4180, mixed line ends";
  if (endings.crlf > 0) return "RFC 4180, CRLF";
  return endings.cr > 0 ? "RFC 4180, CR" : "RFC 4180, LF";
}

}  // namespace ae::ingest
