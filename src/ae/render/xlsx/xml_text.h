#pragma once

#include <string>
#include <string_view>

#include "ae/render/render.h"

namespace ae::render::spreadsheet {

/// The most that a cell holds, in UTF-16 units; Excel calls a workbook with more damaged.
inline constexpr std::size_t kLongestCell = 32767;

/// `text` as XML content or an attribute. What XML cannot hold (control characters, carriage returns) and
/// what would be taken for such an escape stands as _x0007_, which spreadsheets read back. What is no UTF-8
/// becomes U+FFFD.
std::string xml_text(std::string_view text);

/// What a cell shows of `words`: made harmless as for a terminal, line breaks kept, unless raw; at most
/// kLongestCell, with "…" as the end of what was cut.
std::string cell_words(std::string_view words, CsvCells cells);

/// The longest beginning of `text` that takes at most `units` UTF-16 units.
std::string_view first_units(std::string_view text, std::size_t units);

/// The UTF-16 units that `text` takes.
std::size_t units_of(std::string_view text);

}  // namespace ae::render::spreadsheet
