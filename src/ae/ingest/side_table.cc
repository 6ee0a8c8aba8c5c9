#include "ae/ingest/side_table.h"

#include <algorithm>
#include <set>

#include "ae/ingest/layout_notes.h"
#include "ae/ingest/mapping/header.h"
#include "ae/ingest/mapping/header_name.h"
#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/mapping/preset.h"
#include "ae/ingest/text_records.h"
#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

Error missing_column(const std::string& source, std::int64_t line, std::string_view wanted,
                     std::initializer_list<SideTable::Column> columns) {
  std::string header;
  for (const SideTable::Column& column : columns) {
    if (!header.empty()) header += ",";
    header += column.name;
  }
  return {"missing_column",
          Message{Text{"{file} has no column {column}", "{file} 缺少列 {column}"}}
              .with("file", source)
              .with("column", wanted),
          Message{Text{"Its first line reads: {header}", "第一行应为：{header}"}}.with("header", header),
          {source, line, 0},
          "",
          {}};
}

/// The cells near the top that name columns of the file, as they stand.
std::vector<std::string> headers_wanted(const csv::Records& records, std::string_view section,
                                        std::initializer_list<SideTable::Column> columns) {
  constexpr std::size_t kNearTheTop = 100;
  std::set<std::string> names;
  for (const SideTable::Column& column : columns) {
    for (std::string& name : side_file_columns(section, column.name)) names.insert(std::move(name));
  }
  std::vector<std::string> wanted;
  for (std::size_t record = 0; record < std::min(records.size(), kNearTheTop); ++record) {
    for (const csv::Cell& cell : records[record]) {
      if (names.contains(normalised_name(cell.text))) wanted.emplace_back(trimmed(cell.text));
    }
  }
  return wanted;
}

}  // namespace

Result<SideTable> SideTable::read(const Source& source, std::string_view section,
                                  std::initializer_list<Column> columns) {
  SideTable table;
  table.source_ = source.name;
  AE_TRY(table.contents_, open_container(source, ""));
  if (table.contents_.cells) {
    table.records_ = std::move(*table.contents_.cells);
    table.notes_ = table.contents_.notes;
  } else {
    AE_TRY(TextRecords cut, cut_into_records(table.contents_.text(source), {}, StrayQuotes::kRefused));
    table.converted_ = std::move(cut.converted);
    table.records_ = std::move(cut.records);
    table.notes_ = table.contents_.notes;
    table.notes_.insert(table.notes_.end(), cut.notes.begin(), cut.notes.end());
  }
  const Layout layout =
      find_layout(table.records_, headers_wanted(table.records_, section, columns), HeaderEvidence::kNames);
  table.header_ = layout.header;
  if (layout.header == table.records_.size())
    return fail(missing_column(source.name, 1, columns.begin()->name, columns));
  AE_TRY_VOID(table.find_columns(section, columns));
  AE_TRY_VOID(table.collect_rows(layout));
  table.note_left_out(layout);
  return table;
}

Result<void> SideTable::find_columns(std::string_view section, std::initializer_list<Column> columns) {
  std::vector<HeaderName> headers;
  for (const std::string& header : headers_of(records_[header_])) headers.emplace_back(header);
  for (const Column& column : columns) {
    for (const std::string& synonym : side_file_columns(section, column.name)) {
      for (std::size_t at = 0; at < headers.size(); ++at) {
        const bool has_unit = headers[at].currency.kind != CurrencyMark::Kind::kNone;
        const bool named =
            headers[at].full == synonym || (column.may_have_unit && has_unit && headers[at].name == synonym);
        if (named) columns_[column.name].push_back(at);
      }
    }
    if (column.required && !columns_.contains(column.name)) {
      return fail(missing_column(source_, records_.line(header_), column.name, columns));
    }
  }
  return {};
}

void SideTable::note_left_out(const Layout& layout) {
  std::set<std::size_t> records(layout.totals.begin(), layout.totals.end());
  for (const auto* more : {&layout.preamble, &layout.repeated_headers, &layout.footers})
    records.insert(more->begin(), more->end());
  if (records.empty()) return;
  std::vector<std::int64_t> lines;
  for (const std::size_t record : records) lines.push_back(records_.line(record));
  notes_.push_back({"lines_left_out",
                    layout.other_table ? Severity::kWarning : Severity::kInfo,
                    Message{Text{"Lines of {file} that are no rows of its table, not read: line {lines}",
                                 "{file} 中不属于表格的行，未读取：第 {lines} 行"}}
                        .with("file", source_)
                        .with("lines", line_list(lines)),
                    {source_, 0, 0}});
}

Result<void> SideTable::collect_rows(const Layout& layout) {
  const std::size_t width = records_[header_].size();
  const auto listed = [](const std::vector<std::size_t>& records, std::size_t record) {
    return std::binary_search(records.begin(), records.end(), record);
  };
  for (std::size_t record = header_ + 1; record < layout.end; ++record) {
    const std::span<const csv::Cell> cells = records_[record];
    if (is_blank_record(cells)) continue;
    if (listed(layout.totals, record) || listed(layout.repeated_headers, record)) continue;
    if (cells.size() > width || (cells.size() < width && !records_.are_grid())) {
      return fail({"ragged_row",
                   Message{Text{"Cells in the row: {cells}; columns in the header: {expected}",
                                "该行有 {cells} 格，而表头有 {expected} 列"}}
                       .with("cells", static_cast<std::int64_t>(cells.size()))
                       .with("expected", static_cast<std::int64_t>(width)),
                   Text{"Add or remove a comma; put a cell that holds one into quotes",
                        "请补上或去掉逗号；含逗号的单元格请放在引号内"},
                   {source_, records_.line(record), 0},
                   "",
                   {}});
    }
    rows_.push_back(record);
  }
  if (!rows_.empty()) return {};
  return fail({"no_rows",
               Message{Text{"{file} has a header and no rows below it", "{file} 只有表头，没有数据行"}}.with(
                   "file", source_),
               Text{"Add a row, or leave the file out", "请添加数据行，或不使用该文件"},
               {source_, records_.line(header_), 0},
               "",
               {}});
}

std::string_view SideTable::cell(std::size_t row, std::string_view column) const {
  const auto found = columns_.find(column);
  if (found == columns_.end() || found->second.front() >= records_[row].size()) return {};
  return trimmed(records_[row][found->second.front()].text);
}

std::string SideTable::header(std::string_view column) const {
  return headers_of(records_[header_])[columns_.at(column).front()];
}

std::vector<std::string> SideTable::also_named(std::string_view column) const {
  std::vector<std::string> others;
  for (std::size_t at = 1; at < columns_.at(column).size(); ++at)
    others.push_back(headers_of(records_[header_])[columns_.at(column)[at]]);
  return others;
}

CurrencyMark SideTable::unit(std::string_view column) const { return HeaderName(header(column)).currency; }

Place SideTable::place(std::size_t row, std::string_view column) const {
  const auto found = columns_.find(column);
  if (found == columns_.end()) return {source_, records_.line(row), 0};
  return records_.place(source_, row, found->second.front());
}

Error SideTable::error_at(std::size_t row, std::string_view column, std::string code, Message message,
                          Message hint) const {
  return {std::move(code),
          std::move(message),
          std::move(hint),
          place(row, column),
          std::string(cell(row, column)),
          {}};
}

}  // namespace ae::ingest
