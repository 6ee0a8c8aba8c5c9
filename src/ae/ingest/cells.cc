#include "ae/ingest/cells.h"

#include <algorithm>
#include <map>

#include "ae/ingest/container/contents.h"
#include "ae/ingest/row_repair.h"
#include "ae/ingest/sniff/layout.h"
#include "ae/ingest/text_records.h"

namespace ae::ingest {
namespace {

std::vector<std::string> texts_of(std::span<const csv::Cell> cells) {
  std::vector<std::string> texts;
  texts.reserve(cells.size());
  for (const csv::Cell& cell : cells) texts.emplace_back(cell.text);
  return texts;
}

void join(std::vector<std::string>& header, std::span<const csv::Cell> again) {
  for (std::size_t column = 0; column < header.size(); ++column) {
    header[column] += ' ';
    header[column] += again[column].text;
  }
}

/// The width of the header when any row has it, else the one that most rows have.
std::size_t width_of(const CellTable& table) {
  std::map<std::size_t, std::size_t> rows_of_width;
  for (const std::vector<std::string>& row : table.rows) ++rows_of_width[row.size()];
  std::size_t width = table.header.size();
  std::size_t most = 0;
  for (const auto& [cells, rows] : rows_of_width) {
    if (rows <= most) continue;
    most = rows;
    width = cells;
  }
  return width;
}

/// A header has no looks to go by: it only loses an empty cell that is one too many.
void mend_header(std::vector<std::string>& header, std::size_t width) {
  const auto empty = [](const std::string& cell) { return cell.empty(); };
  const bool one_empty = std::count_if(header.begin(), header.end(), empty) == 1;
  if (header.size() == width + 1 && one_empty) std::erase_if(header, empty);
}

void mend_rows(CellTable& table, char delimiter) {
  constexpr std::size_t kLearnt = 2000;
  const std::size_t width = width_of(table);
  mend_header(table.header, width);
  RowRepair repair(width, delimiter);
  std::size_t learnt = 0;
  for (const std::vector<std::string>& row : table.rows) {
    if (row.size() != width) continue;
    repair.learn(row);
    if (++learnt == kLearnt) break;
  }
  for (std::vector<std::string>& row : table.rows) {
    if (row.size() != width) row = repair.mended(std::move(row));
  }
}

/// The table in records, whatever they were cut from.
CellTable table_in(const csv::Records& records) {
  CellTable table;
  const Layout layout = find_layout(records, {}, HeaderEvidence::kShape);
  if (layout.header == records.size()) return table;
  table.header = texts_of(records[layout.header]);
  std::size_t below = layout.header + 1;
  for (const std::size_t repeated : layout.repeated_headers) {
    if (repeated == below) join(table.header, records[below++]);
  }
  for (std::size_t record = below; record < layout.end; ++record) {
    const bool left_out =
        std::binary_search(layout.repeated_headers.begin(), layout.repeated_headers.end(), record) ||
        std::binary_search(layout.totals.begin(), layout.totals.end(), record);
    if (!left_out) table.rows.push_back(texts_of(records[record]));
  }
  return table;
}

/// A grid's rows end at their last filled cell; in a table they are all as wide as the header.
CellTable padded(CellTable table) {
  for (std::vector<std::string>& row : table.rows) row.resize(std::max(row.size(), table.header.size()));
  return table;
}

}  // namespace

Result<CellTable> parsed_cells(const Source& source, const ReadOptions& options) {
  AE_TRY(const Contents contents, open_container(source, options.sheet));
  if (contents.cells) return padded(table_in(*contents.cells));
  Result<TextRecords> cut = cut_into_records(contents.text(source), options, StrayQuotes::kLiteral);
  if (!cut) {
    if (cut.error().code == "empty_file") return CellTable{};
    return fail(std::move(cut).error());
  }
  CellTable table = table_in(cut->records);
  if (!table.header.empty()) mend_rows(table, cut->dialect.delimiter);
  return table;
}

}  // namespace ae::ingest
