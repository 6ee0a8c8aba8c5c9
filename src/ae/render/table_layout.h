#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ae/doc/document.h"
#include "ae/render/columns.h"
#include "ae/render/terminal_page.h"

namespace ae::render {

/// How one column of a table stands in a terminal.
struct ColumnLayout {
  std::size_t index = 0;  ///< in the document's table
  Holds holds = Holds::kWords;
  bool has_moods = false;  ///< a place for a sign is kept in every row
  bool is_prose = false;   ///< sentences, which wrap; names are cut instead
  std::size_t smallest = 0;
  std::size_t width = 0;
};

inline constexpr std::size_t kBetweenColumns = 2;

/// The cell as words with its mood's sign: after a number, before words; a space for it where the column has
/// moods.
std::string cell_words(const Page& page, const doc::Cell& cell, const ColumnLayout& column);

/// The table's columns in pieces that each fit the page. A table that fits is one piece. Else headings are
/// wrapped first, then words are cut down; what still does not fit goes to further pieces, which repeat the
/// first column. A column of numbers wider than the page stays as wide as it is: numbers are never cut.
std::vector<std::vector<ColumnLayout>> layout(const Page& page, const doc::Table& table);

std::size_t total_width(const std::vector<ColumnLayout>& columns);

}  // namespace ae::render
