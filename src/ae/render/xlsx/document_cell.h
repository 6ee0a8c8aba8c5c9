#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "ae/doc/document.h"
#include "ae/render/render.h"
#include "ae/render/xlsx/workbook_writer.h"

namespace ae::render::spreadsheet {

/// The languages and the safety that all cells of a workbook share.
struct CellWords {
  const Languages& languages;
  CsvCells cells;

  /// The message in every language, as a cell may hold it.
  std::string of(const Message& message, std::string_view between = " ") const;
};

/// Writes the cell with its type: money, percents and counts as numbers with their formats, a day as a date
/// (as text where Excel has none, before March 1900), a missing figure as an empty cell.
void write_cell(WorkbookWriter& workbook, const doc::Cell& cell, Look look, const CellWords& words);

/// A text cell; one that looks like a formula has Excel's ' before it, unless raw.
void write_words(WorkbookWriter& workbook, std::string_view text, Style style, CsvCells cells);
/// A date cell; Date() is an empty one.
void write_date(WorkbookWriter& workbook, Date date, const Style& style);

/// The characters that the cell needs, of a width that columns can have.
double width_of(const doc::Cell& cell, const CellWords& words);

/// The height, in points, of a row of `lines` lines; nullopt for one, which programs make by themselves.
std::optional<double> height_of_lines(std::size_t lines);
/// The lines that the words take in a column of this width.
std::size_t lines_in(std::string_view words, double column_width);

}  // namespace ae::render::spreadsheet
