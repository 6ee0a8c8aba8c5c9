#pragma once

#include <string>
#include <string_view>

#include "ae/render/render.h"

namespace ae::render {

/// Words as one cell of a CSV: quoted where RFC 4180 needs it, and unless kRaw made harmless: no control
/// character, and a leading ' before what a spreadsheet would take for a formula.
std::string csv_cell(std::string_view words, CsvCells cells);

}  // namespace ae::render
