#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/render/xlsx/cell_place.h"
#include "ae/render/xlsx/chart.h"
#include "ae/render/xlsx/style_sheet.h"
#include "ae/render/xlsx/zip_writer.h"

namespace ae::render::spreadsheet {

/// What has to be known of a sheet before its cells.
struct SheetFrame {
  std::string name;            ///< wanted; the writer makes it one that Excel takes and no other sheet has
  std::vector<double> widths;  ///< of the columns, in characters
  bool has_header = false;     ///< the first row stays in sight and is repeated on every printed page
};

/// What is known when the cells are done.
struct SheetEnd {
  std::optional<Area> filter;  ///< header and rows that can be filtered
  std::vector<Chart> charts;
};

/// An .xlsx in memory, sheet after sheet, row after row, cell after cell: only packed bytes and styles are
/// held. Every text is a text cell, whatever it begins with: the writer knows no formulas. The same calls
/// give the same bytes.
class WorkbookWriter {
 public:
  /// `title` and `subtitle` stand in the properties and over each printed page.
  WorkbookWriter(std::string title, std::string subtitle);

  /// Begins a sheet and returns the name that it has.
  std::string begin_sheet(const SheetFrame& frame);
  void begin_row(std::optional<double> height = std::nullopt);
  /// A number from its decimal text, with all its digits; beyond 15 of them as a text, since spreadsheets
  /// would round it.
  void number(std::string_view decimal, const Style& style);
  void words(std::string_view text, const Style& style);
  void truth(bool value, const Style& style);
  /// An empty cell.
  void blank(const Style& style = {});
  void end_row();
  void end_sheet(const SheetEnd& end);

  /// Rows begun in the open sheet.
  std::size_t rows() const { return row_; }
  /// Whether the open sheet has room for another row.
  bool has_room() const { return row_ < kMostRows && unpacked_ < kMostOfSheet; }

  /// The workbook; nullopt when it is beyond what the format can hold. Requires a sheet.
  std::optional<std::string> finish();

 private:
  static constexpr std::size_t kMostOfSheet = std::size_t{2} << 30;  ///< bytes: half of what ZIP can count

  struct Sheet {
    std::string name;
    bool has_header = false;
    SheetEnd end;
  };

  void put(std::string_view xml);
  void flush();
  void add_file(std::string_view name, std::string_view xml);
  void open_cell(const Style& style, std::string_view attributes);
  void write_charts(std::size_t sheet);
  std::string free_name(std::string_view wanted) const;

  std::string title_, subtitle_;
  ZipWriter zip_;
  StyleSheet styles_;
  std::vector<Sheet> sheets_;
  std::string pending_;  ///< XML not yet packed
  std::size_t unpacked_ = 0, row_ = 0, column_ = 0, charts_ = 0;
};

}  // namespace ae::render::spreadsheet
