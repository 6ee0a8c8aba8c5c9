#include "ae/render/xlsx/table_sheet.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "ae/render/block_bar.h"
#include "ae/render/columns.h"
#include "ae/render/labels.h"
#include "ae/render/width.h"

namespace ae::render::spreadsheet {
namespace {

constexpr double kNarrowest = 9;
constexpr double kFilterArrow = 4;  // the width of the filter's arrow and the cell's margins
constexpr double kLine = 15.75;     // the height of a line of the header, in points

double header_width(const std::string& header) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at <= header.size();) {
    const std::size_t end = std::min(header.find('\n', at), header.size());
    longest = std::max(longest, display_width(std::string_view(header).substr(at, end - at)));
    at = end + 1;
  }
  return std::min(static_cast<double>(longest), 40.0) + kFilterArrow;
}

std::vector<double> widths_of(const doc::Table& table, const CellWords& words) {
  constexpr double kMargin = 2;
  std::vector<double> widths;
  for (std::size_t index = 0; index < table.columns.size(); ++index) {
    double width = std::max(kNarrowest, header_width(words.of(table.columns[index].label, "\n")));
    for (const auto& row : table.rows)
      width = std::max(width, width_of(cell_at(row, index), words) + kMargin);
    if (table.total) width = std::max(width, width_of(cell_at(*table.total, index), words) + kMargin);
    widths.push_back(width);
  }
  return widths;
}

void write_header(WorkbookWriter& workbook, const doc::Table& table, const CellWords& words) {
  constexpr double kRoom = 4;  // above and below, in points
  std::size_t lines = 1;
  for (const doc::Column& column : table.columns) {
    const std::string label = words.of(column.label, "\n");
    lines = std::max(lines, 1 + static_cast<std::size_t>(std::count(label.begin(), label.end(), '\n')));
  }
  workbook.begin_row(kLine * static_cast<double>(lines) + kRoom);
  for (std::size_t index = 0; index < table.columns.size(); ++index) {
    const bool numbers = column_holds(table, index) == Holds::kNumbers;
    write_words(workbook, words.of(table.columns[index].label, "\n"),
                {formats::kText, numbers ? Look::kNumberHeader : Look::kHeader, {}, false, false},
                words.cells);
  }
  workbook.end_row();
}

void write_row(WorkbookWriter& workbook, const std::vector<double>& widths, const std::vector<doc::Cell>& row,
               Look look, const CellWords& words) {
  std::size_t lines = 1;
  for (std::size_t index = 0; index < widths.size(); ++index) {
    if (const auto* message = std::get_if<Message>(&cell_at(row, index).value))
      lines = std::max(lines, lines_in(words.of(*message), widths[index]));
  }
  workbook.begin_row(height_of_lines(lines));
  for (std::size_t index = 0; index < widths.size(); ++index)
    write_cell(workbook, cell_at(row, index), look, words);
  workbook.end_row();
}

void write_note(WorkbookWriter& workbook, const Message& message, const CellWords& words) {
  workbook.begin_row();
  write_words(workbook, words.of(message), {formats::kText, Look::kSubtitle, {}, false, false}, words.cells);
  workbook.end_row();
}

/// The size of an amount or a count; nullopt for what no bar can show.
std::optional<double> size_of(const doc::Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return static_cast<double>(money->minor);
  if (const auto* count = std::get_if<doc::Count>(&value)) return static_cast<double>(count->value);
  return std::nullopt;
}

/// The column whose cells have these sizes (to a millionth of the largest), row by row; missing ones are 0.
std::optional<std::size_t> column_of(const doc::Table& table, const std::vector<double>& sizes) {
  const double largest = sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
  if (largest <= 0 || sizes.size() != table.rows.size()) return std::nullopt;
  for (std::size_t column = 1; column < table.columns.size(); ++column) {
    bool same = true;
    for (std::size_t row = 0; row < sizes.size() && same; ++row) {
      const double size = size_of(cell_at(table.rows[row], column).value).value_or(0);
      same = std::abs(size - sizes[row]) <= largest * 1e-6;
    }
    if (same) return column;
  }
  return std::nullopt;
}

Series series_of(const doc::Table& table, std::size_t column) {
  return {{0, column, 0, column}, {1, column, table.rows.size(), column}};
}

/// The chart that draws columns of the table; nullopt when the bars are of something else.
std::optional<Chart> chart_of(const doc::Table& table, const doc::BarChart& bars, const std::string& sheet,
                              std::string title) {
  std::vector<double> lengths;
  std::vector<double> solids;
  double scale = 0;  // what a bar of length 1 stands for
  for (const doc::Bar& bar : bars.bars) {
    if (bar.start > 0) return std::nullopt;  // a step or a range is no column of a table
    lengths.push_back(size_of(bar.value.value).value_or(0));
    scale = std::max(scale, lengths.back());
  }
  solids.reserve(bars.bars.size());
  for (const doc::Bar& bar : bars.bars) solids.push_back(share(bar.solid) * scale);
  const std::optional<std::size_t> column = column_of(table, lengths);
  if (!column) return std::nullopt;
  Chart chart{std::move(title), sheet, {1, 0, table.rows.size(), 0}, {series_of(table, *column)}, {}};
  if (const auto inner = column_of(table, solids)) chart.series.push_back(series_of(table, *inner));
  constexpr std::size_t kColumnsWide = 8;
  constexpr std::size_t kRowsHigh = 18;
  const std::size_t left = table.columns.size() + 1;
  chart.place = {1, left, kRowsHigh, left + kColumnsWide - 1};
  return chart;
}

}  // namespace

void write_table_sheet(WorkbookWriter& workbook, std::string_view name, const doc::Table& table,
                       const std::vector<const doc::BarChart*>& charts, const CellWords& words) {
  const std::vector<double> widths = widths_of(table, words);
  const std::string sheet = workbook.begin_sheet({std::string(name), widths, true});
  write_header(workbook, table, words);
  for (const auto& row : table.rows) write_row(workbook, widths, row, Look::kPlain, words);
  SheetEnd end;
  if (!table.rows.empty()) end.filter = Area{0, 0, table.rows.size(), table.columns.size() - 1};
  if (table.rows.empty()) write_note(workbook, labels::kNothing, words);
  if (table.total) write_row(workbook, widths, *table.total, Look::kTotal, words);
  if (!table.footnote.empty()) write_note(workbook, table.footnote, words);
  for (const doc::BarChart* bars : charts) {
    if (auto chart = chart_of(table, *bars, sheet, std::string(name)); chart && end.charts.empty())
      end.charts.push_back(*std::move(chart));
  }
  workbook.end_sheet(end);
}

}  // namespace ae::render::spreadsheet
