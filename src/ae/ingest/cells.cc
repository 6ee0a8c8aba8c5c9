#include "ae/ingest/cells.h"

#include <algorithm>
#include <map>

#include "ae/ingest/container/contents.h"
#include "ae/ingest/header_repair.h"
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

/// Rows of the table, each with the record that it was, so that it can be read again as it stands.
struct FoundTable {
  CellTable table;
  std::string_view raw_header;
  std::vector<std::size_t> records;  ///< of the rows
};

void mend_rows(FoundTable& found, const csv::Records& records, const csv::Dialect& dialect) {
  constexpr std::size_t kLearnt = 2000;
  constexpr std::size_t kMostMended = 20'000;
  CellTable& table = found.table;
  const std::size_t width = width_of(table);
  table.header = mended_header(std::move(table.header), width, found.raw_header, dialect);
  RowRepair repair(width, dialect);
  std::size_t learnt = 0;
  for (const std::vector<std::string>& row : table.rows) {
    if (row.size() != width) continue;
    repair.learn(row);
    if (++learnt == kLearnt) break;
  }
  std::size_t mended = 0;
  for (std::size_t at = 0; at < table.rows.size() && mended < kMostMended; ++at) {
    std::vector<std::string>& row = table.rows[at];
    if (row.size() == width && !is_suspect(row, dialect)) continue;
    row = repair.mended(std::move(row), records.raw(found.records[at]));
    ++mended;
  }
}

/// The line right above what was taken for the header, when it is one in another dialect and the rows begin
/// below it.
std::vector<std::string> header_above(const csv::Records& records, const Layout& layout,
                                      const csv::Dialect& dialect) {
  if (layout.preamble.empty() || layout.preamble.back() + 1 != layout.header) return {};
  const std::span<const csv::Cell> first = records[layout.header];
  const bool has_figures = std::any_of(first.begin(), first.end(), [](const csv::Cell& cell) {
    return cell.text.find_first_of("0123456789") != std::string_view::npos;
  });
  if (!has_figures) return {};
  return header_in_other_dialect(records.raw(layout.preamble.back()), first.size(), dialect);
}

/// The table in records, whatever they were cut from.
FoundTable table_in(const csv::Records& records, const csv::Dialect& dialect) {
  FoundTable found;
  CellTable& table = found.table;
  const Layout layout = find_layout(records, {}, HeaderEvidence::kShape);
  if (layout.header == records.size()) return found;
  std::size_t below = layout.header + 1;
  found.raw_header = records.raw(layout.header);
  table.header = header_above(records, layout, dialect);
  if (table.header.empty()) {
    table.header = texts_of(records[layout.header]);
    for (const std::size_t repeated : layout.repeated_headers) {
      if (repeated == below) join(table.header, records[below++]);
    }
  } else {
    found.raw_header = {};
    below = layout.header;
  }
  std::size_t end = layout.end;
  while (end > below && is_blank_record(records[end - 1])) --end;
  for (std::size_t record = below; record < end; ++record) {
    const bool left_out =
        std::binary_search(layout.repeated_headers.begin(), layout.repeated_headers.end(), record) ||
        std::binary_search(layout.totals.begin(), layout.totals.end(), record);
    if (left_out) continue;
    table.rows.push_back(texts_of(records[record]));
    found.records.push_back(record);
  }
  return found;
}

/// Without the last columns that hold nothing at all, which are delimiters at the end of every line.
void drop_empty_columns(CellTable& table) {
  const std::size_t width = table.header.size();
  const auto ends_empty = [&](const std::vector<std::string>& row) {
    return row.size() < table.header.size() || row[table.header.size() - 1].empty();
  };
  while (table.header.size() > 1 && table.header.back().empty() && !table.rows.empty() &&
         std::all_of(table.rows.begin(), table.rows.end(), ends_empty))
    table.header.pop_back();
  if (table.header.size() == width) return;
  for (std::vector<std::string>& row : table.rows) row.resize(std::min(row.size(), table.header.size()));
}

/// A grid's rows end at their last filled cell; in a table they are all as wide as the header.
CellTable padded(CellTable table) {
  for (std::vector<std::string>& row : table.rows) row.resize(std::max(row.size(), table.header.size()));
  return table;
}

}  // namespace

Result<CellTable> parsed_cells(const Source& source, const ReadOptions& options) {
  AE_TRY(const Contents contents, open_container(source, options.sheet));
  if (contents.cells) return padded(table_in(*contents.cells, {}).table);
  Result<TextRecords> cut = cut_into_records(contents.text(source), options, StrayQuotes::kLiteral);
  if (!cut) {
    if (cut.error().code == "empty_file") return CellTable{};
    return fail(std::move(cut).error());
  }
  FoundTable found = table_in(cut->records, cut->dialect);
  if (found.table.header.empty()) return CellTable{};
  mend_rows(found, cut->records, cut->dialect);
  drop_empty_columns(found.table);
  return std::move(found.table);
}

}  // namespace ae::ingest
