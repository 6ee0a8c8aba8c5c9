#pragma once

#include <string>
#include <string_view>

#include "ae/render/render.h"

namespace ae::render {

/// Words as one cell of a CSV: quoted where RFC 4180 needs it, and unless kRaw made harmless: no control
/// character, and a leading ' before what a spreadsheet would take for a formula.
std::string csv_cell(std::string_view words, CsvCells cells);

/// Whether a spreadsheet would take `text`, when typed or read from a CSV, for a formula: it begins with one
/// of = + - @ (fullwidth too, or behind spaces) and is no number, or with a tab or a carriage return.
bool is_formula_like(std::string_view text);

}  // namespace ae::render
