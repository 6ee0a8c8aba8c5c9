#pragma once

#include <string>
#include <vector>

#include "ae/render/xlsx/cell_place.h"

namespace ae::render::spreadsheet {

/// Values that a chart draws, as cells of a sheet.
struct Series {
  Area name;    ///< the cell with its name
  Area values;  ///< one column
};

/// Horizontal bars, the first row on top; further series lie over the first, darker.
struct Chart {
  std::string title;
  std::string sheet;  ///< whose cells it draws
  Area labels;        ///< one column
  std::vector<Series> series;
  Area place;  ///< the cells that it covers
};

/// xl/charts/chartN.xml.
std::string chart_xml(const Chart& chart);
/// xl/drawings/drawingN.xml: where the charts of a sheet stand. Chart n is its relation rId(n+1).
std::string drawing_xml(const std::vector<Chart>& charts);

}  // namespace ae::render::spreadsheet
