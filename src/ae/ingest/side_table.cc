#include "ae/ingest/side_table.h"

#include <algorithm>

#include "ae/ingest/mapping/header.h"
#include "ae/ingest/mapping/header_name.h"
#include "ae/ingest/mapping/preset.h"
#include "ae/ingest/sniff/layout.h"
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

}  // namespace

Result<SideTable> SideTable::read(const Source& source, std::string_view section,
                                  std::initializer_list<Column> columns) {
  SideTable table;
  table.source_ = source.name;
  AE_TRY(table.contents_, open_container(source, ""));
  if (table.contents_.cells) {
    table.records_ = std::move(*table.contents_.cells);
  } else {
    AE_TRY(TextRecords cut, cut_into_records(table.contents_.text(source), {}, StrayQuotes::kRefused));
    table.converted_ = std::move(cut.converted);
    table.records_ = std::move(cut.records);
  }
  std::size_t& header = table.header_;
  while (header < table.records_.size() && is_blank_record(table.records_[header])) ++header;
  if (header == table.records_.size())
    return fail(missing_column(source.name, 1, columns.begin()->name, columns));
  AE_TRY_VOID(table.find_columns(section, columns));
  AE_TRY_VOID(table.collect_rows());
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

Result<void> SideTable::collect_rows() {
  const std::size_t width = records_[header_].size();
  for (std::size_t record = header_ + 1; record < records_.size(); ++record) {
    const std::span<const csv::Cell> cells = records_[record];
    if (is_blank_record(cells)) continue;
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
