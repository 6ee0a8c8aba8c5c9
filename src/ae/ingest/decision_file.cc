#include "ae/ingest/decision_file.h"

#include <algorithm>

#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/sniff/layout.h"
#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

Error not_decisions(const std::string& file, std::int64_t line, DecisionColumn column) {
  return {"not_decisions",
          Message{Text{"{file} is no file of decisions: it has no column “{column}”",
                       "{file} 不是处置决定文件：没有“{column}”列"}}
              .with("file", file)
              .with("column", key(column)),
          Text{"Name a new file, and it is written for you: ae review weekly opportunities.csv --decisions "
               "decisions.csv",
               "请指定一个新文件，由程序生成：ae review weekly opportunities.csv --decisions decisions.csv"},
          {file, line, 0},
          "",
          {}};
}

Error deal_twice(const Place& place, const std::string& id, std::int64_t first) {
  return {
      "deal_twice",
      Message{Text{"{id} has two rows: the other one is in line {line}", "{id} 有两行：另一行在第 {line} 行"}}
          .with("id", id)
          .with("line", first),
      Text{"Keep the one that counts", "请只保留有效的一行"},
      place,
      id,
      {}};
}

/// Spreadsheets take words that begin so for a formula.
std::string guarded(DecisionColumn column, std::string words) {
  constexpr std::string_view kFormula = "=+-@\t\r";
  const bool is_number = column == DecisionColumn::kAmount;
  if (!is_number && !words.empty() && kFormula.find(words.front()) != std::string_view::npos)
    words.insert(words.begin(), '\'');
  return words;
}

std::string unguarded(std::string_view cell) {
  cell = trimmed(cell);
  const bool has_guard =
      cell.size() > 1 && cell.front() == '\'' && std::string_view("=+-@").find(cell[1]) != cell.npos;
  return std::string(has_guard ? cell.substr(1) : cell);
}

std::vector<std::string> guarded_row(const DecisionCells& cells) {
  std::vector<std::string> row;
  for (const DecisionColumn column : enumerators<DecisionColumn>())
    row.push_back(guarded(column, cells[column]));
  return row;
}

}  // namespace

Text name(DecisionColumn column) {
  static constexpr Text kNames[] = {{"ID", "编号"},       {"Opportunity", "商机名称"}, {"Owner", "负责人"},
                                    {"Amount", "金额"},   {"Rules", "规则"},           {"Suggested", "建议"},
                                    {"Decision", "处置"}, {"New value", "新值"},       {"Note", "备注"},
                                    {"Status", "状态"}};
  return kNames[static_cast<std::size_t>(column)];
}

Result<DecisionFile> DecisionFile::read(const Source& source, const ReadOptions& options) {
  DecisionFile file;
  file.name_ = source.name;
  AE_TRY(csv::OpenText text, csv::OpenText::open(source, options));
  file.text_ = std::make_shared<const csv::OpenText>(std::move(text));
  AE_TRY_VOID(file.find_columns());
  AE_TRY_VOID(file.collect_rows());
  return file;
}

Result<void> DecisionFile::find_columns() {
  const csv::Records& records = text_->records();
  while (header_ < records.size() && is_blank_record(records[header_])) ++header_;
  const bool has_header = header_ < records.size();
  for (const DecisionColumn column : enumerators<DecisionColumn>()) {
    columns_[column] = -1;
    for (std::size_t at = 0; has_header && at < records[header_].size(); ++at) {
      const std::string header = normalised_name(records[header_][at].text);
      bool is_meant = header == normalised_name(key(column));
      for (const Language language : kAllLanguages)
        is_meant |= header == normalised_name(ingest::name(column).in(language));
      if (is_meant && columns_[column] < 0) columns_[column] = static_cast<int>(at);
    }
    const bool needed = column == DecisionColumn::kId || column == DecisionColumn::kDecision ||
                        column == DecisionColumn::kNewValue;
    if (needed && columns_[column] < 0)
      return fail(not_decisions(name_, has_header ? records.line(header_) : 1, column));
  }
  return {};
}

Result<void> DecisionFile::collect_rows() {
  const csv::Records& records = text_->records();
  std::map<std::string, std::size_t> seen;
  for (std::size_t record = header_ + 1; record < records.size(); ++record) {
    if (is_blank_record(records[record])) continue;
    Row row{record, {}};
    for (const DecisionColumn column : enumerators<DecisionColumn>()) {
      const auto at = static_cast<std::size_t>(columns_[column]);
      if (columns_[column] >= 0 && at < records[record].size())
        row.cells[column] = unguarded(records[record][at].text);
    }
    rows_.push_back(std::move(row));
    const std::string& id = rows_.back().cells[DecisionColumn::kId];
    const auto [first, is_first] = seen.emplace(id, record);
    if (!is_first && !id.empty())
      return fail(deal_twice(place(rows_.size() - 1, DecisionColumn::kId), id, records.line(first->second)));
  }
  return {};
}

Place DecisionFile::place(std::size_t row, DecisionColumn column) const {
  const std::size_t record = rows_[row].record;
  if (columns_[column] < 0) return {name_, text_->records().line(record), 0};
  return text_->records().place(name_, record, static_cast<std::size_t>(columns_[column]));
}

std::string DecisionFile::begin(const std::vector<DecisionCells>& rows, Language language) {
  csv::Edits edits;
  std::vector<std::string> header;
  for (const DecisionColumn column : enumerators<DecisionColumn>()) {
    const bool is_first = language == kAllLanguages.front();
    header.emplace_back(is_first ? key(column) : ingest::name(column).in(language));
  }
  edits.appended.push_back(std::move(header));
  for (const DecisionCells& cells : rows) edits.appended.push_back(guarded_row(cells));
  const csv::Scan nothing = csv::scan("", csv::Dialect{});
  std::string bytes = "\xEF\xBB\xBF";
  // What has no line end yet gets "\n"; spreadsheets write CRLF, and so does RFC 4180.
  const std::string text = csv::edited("", nothing.records, csv::Dialect{}, edits);
  bool in_quotes = false;
  for (const char c : text) {
    if (c == '"') in_quotes = !in_quotes;
    if (c == '\n' && !in_quotes) bytes += '\r';
    bytes += c;
  }
  return bytes;
}

Result<std::string> DecisionFile::refreshed(const std::map<std::size_t, DecisionCells>& rows,
                                            const std::vector<DecisionCells>& added) const {
  csv::Edits edits;
  EnumArray<DecisionColumn, int> columns = columns_;
  // Without a status nobody could tell later that a deal was in the data once.
  if (columns[DecisionColumn::kStatus] < 0) {
    const std::size_t behind = text_->records()[header_].size();
    columns[DecisionColumn::kStatus] = static_cast<int>(behind);
    edits.cells.push_back({header_, behind, std::string(key(DecisionColumn::kStatus))});
  }
  for (const auto& [row, cells] : rows) {
    for (const DecisionColumn column : enumerators<DecisionColumn>()) {
      if (columns[column] < 0 || cells[column] == rows_[row].cells[column]) continue;
      edits.cells.push_back(
          {rows_[row].record, static_cast<std::size_t>(columns[column]), guarded(column, cells[column])});
    }
  }
  int width = 0;
  for (const DecisionColumn column : enumerators<DecisionColumn>())
    width = std::max(width, columns[column] + 1);
  width = std::max(width, static_cast<int>(text_->records()[header_].size()));
  for (const DecisionCells& cells : added) {
    std::vector<std::string> row(static_cast<std::size_t>(width));
    for (const DecisionColumn column : enumerators<DecisionColumn>()) {
      if (columns[column] >= 0)
        row[static_cast<std::size_t>(columns[column])] = guarded(column, cells[column]);
    }
    edits.appended.push_back(std::move(row));
  }
  return text_->with(edits, {name_, 0, 0});
}

}  // namespace ae::ingest
