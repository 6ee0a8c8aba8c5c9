#include "ae/ingest/rejected_rows.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/ingest/read_sheets.h"

namespace ae::ingest {
namespace {

constexpr std::string_view kReasonColumns[] = {"ae_source", "ae_line", "ae_column", "ae_reason"};

bool is_ours(std::string_view header) {
  return header == Sheet::kSurplus ||
         std::find(std::begin(kReasonColumns), std::end(kReasonColumns), header) != std::end(kReasonColumns);
}

/// The places of the source's own columns in its records.
std::vector<std::size_t> own_columns(const Sheet& sheet) {
  std::vector<std::size_t> columns;
  for (std::size_t column = 0; column < sheet.map.headers.size(); ++column) {
    if (!is_ours(sheet.map.headers[column])) columns.push_back(column);
  }
  return columns;
}

std::vector<std::string> cells_at(std::span<const csv::Cell> record,
                                  const std::vector<std::size_t>& columns) {
  std::vector<std::string> cells;
  cells.reserve(columns.size());
  for (const std::size_t column : columns)
    cells.emplace_back(column < record.size() ? record[column].text : std::string_view{});
  return cells;
}

std::vector<std::string> own_header(const Sheet& sheet) {
  return cells_at(sheet.records[sheet.header], own_columns(sheet));
}

std::string quoted(std::string_view cell) {
  if (cell.find_first_of("\",\r\n") == std::string_view::npos) return std::string(cell);
  std::string result = "\"";
  for (const char c : cell) result += c == '"' ? "\"\"" : std::string(1, c);
  return result + "\"";
}

/// What of a row has no column, or how much it lacks; empty for a row of the right width.
std::string surplus_of(const Sheet& sheet, std::size_t record) {
  const std::span<const csv::Cell> cells = sheet.records[record];
  const std::size_t width = sheet.map.headers.size();
  if (sheet.shapes[record] == RowShape::kTooShort) return fmt::format("missing: {}", width - cells.size());
  if (sheet.shapes[record] == RowShape::kTooLong) {
    std::vector<std::string> beyond;
    for (const csv::Cell& cell : cells.subspan(width)) beyond.push_back(quoted(cell.text));
    return fmt::format("{}", fmt::join(beyond, ","));
  }
  return sheet.shapes[record] == RowShape::kUnrepaired ? std::string(cells[*sheet.surplus].text) : "";
}

std::string words(const Message& reason, const Languages& languages) {
  std::vector<std::string> in_each;
  for (const Language language : languages) in_each.push_back(reason.in(language));
  return fmt::format("{}", fmt::join(in_each, " / "));
}

std::string number(std::int64_t value) { return value == 0 ? "" : std::to_string(value); }

Error headers_differ(const Sheet& first, const Sheet& other) {
  return {"headers_differ",
          Message{Text{"Rows of {first} and of {other} were set apart, and their columns differ: they do not "
                       "fit under one header",
                       "{first} 与 {other} 都有被隔离的行，但两者的列不同，无法放在同一表头之下"}}
              .with("first", first.name)
              .with("other", other.name),
          Text{"Write the rows of each file to a file of its own", "请对每个文件分别执行，各写入一个文件"},
          {other.name, other.header_line(), 0},
          "",
          {}};
}

}  // namespace

Result<Rejects> rejected_rows(std::span<const Source> sources, const ReadOptions& options,
                              const Languages& languages) {
  AE_TRY(const ReadSheets read, read_sheets(sources, options));
  const std::vector<QuarantinedRow>& apart = read.reading.quarantine;
  const Sheet& first = read.sheets[apart.empty() ? 0 : apart.front().source];
  Rejects rejects;
  rejects.header = own_header(first);
  bool any_surplus = false;
  std::vector<std::string> surplus;
  for (const QuarantinedRow& row : apart) {
    const Sheet& sheet = read.sheets[row.source];
    if (&sheet != &first && own_header(sheet) != rejects.header) return fail(headers_differ(first, sheet));
    std::vector<std::string>& cells =
        rejects.rows.emplace_back(cells_at(sheet.records[row.record], own_columns(sheet)));
    for (std::string cell :
         {row.place.source, number(row.place.line), number(row.place.column), words(row.reason, languages)})
      cells.push_back(std::move(cell));
    surplus.push_back(surplus_of(sheet, row.record));
    any_surplus = any_surplus || !surplus.back().empty();
  }
  rejects.header.insert(rejects.header.end(), std::begin(kReasonColumns), std::end(kReasonColumns));
  if (!any_surplus) return rejects;
  rejects.header.emplace_back(Sheet::kSurplus);
  for (std::size_t row = 0; row < rejects.rows.size(); ++row)
    rejects.rows[row].push_back(std::move(surplus[row]));
  return rejects;
}

}  // namespace ae::ingest
