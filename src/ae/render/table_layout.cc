#include "ae/render/table_layout.h"

#include <algorithm>

#include "ae/base/utf8.h"
#include "ae/render/mood.h"
#include "ae/render/width.h"
#include "ae/render/words.h"
#include "ae/render/wrap.h"

namespace ae::render {
namespace {

constexpr std::size_t kSmallestWords = 12;
constexpr std::size_t kSmallestProse = 24;
constexpr std::size_t kProseFrom = 40;  ///< columns wider than it hold sentences

using Columns = std::vector<ColumnLayout>;

struct Widths {
  std::size_t words = 0;  ///< of the widest cell that may be cut
  std::size_t fixed = 0;  ///< of the widest cell that may not
};

/// Whether a text is digits with marks and no letters, such as "✓ 64,000 ◐ 48,000": a figure, which to cut
/// would make another.
bool is_figure(std::string_view text) {
  bool digits = false;
  bool letters = false;
  for_each_character(text, [&](const Character& character, std::string_view bytes) {
    const char32_t code = character.code;
    digits = digits || (code >= '0' && code <= '9');
    const bool is_latin = (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
    letters = letters || is_latin || (code >= 0xC0 && code < 0x2000) || display_width(bytes) > 1;
  });
  constexpr std::size_t kLongestFigure = 32;  // beyond it, digits are what someone mistyped
  return digits && !letters && display_width(text) <= kLongestFigure;
}

void widen(Widths& widths, const Page& page, const doc::Cell& cell, const ColumnLayout& column) {
  const std::string words = cell_words(page, cell, column);
  std::size_t& width = is_words(cell.value) && !is_figure(words) ? widths.words : widths.fixed;
  width = std::max(width, display_width(words));
}

/// The least that a heading needs: short ones stay on one line, long ones break between words.
std::size_t smallest_heading(std::string_view words) {
  constexpr std::size_t kShort = 8;
  const std::size_t width = display_width(words);
  return width <= kShort ? width : std::min(longest_piece(words), kSmallestWords);
}

bool has_mood(const std::vector<doc::Cell>& row, std::size_t index) {
  return cell_at(row, index).mood != doc::Mood::kNeutral;
}

ColumnLayout column_layout(const Page& page, const doc::Table& table, std::size_t index) {
  ColumnLayout column{index, column_holds(table, index), false, false, 0, 0};
  for (const auto& row : table.rows) column.has_moods = column.has_moods || has_mood(row, index);
  if (table.total) column.has_moods = column.has_moods || has_mood(*table.total, index);

  Widths cells;
  for (const auto& row : table.rows) widen(cells, page, cell_at(row, index), column);
  if (table.total) widen(cells, page, cell_at(*table.total, index), column);
  std::size_t heading = 0;
  std::size_t smallest = 0;
  const std::size_t sign_place = column.has_moods && column.holds == Holds::kNumbers ? 2 : 0;
  for (const Phrase& phrase : phrases(table.columns[index].label, page.languages())) {
    const std::string words = harmless(phrase.text);
    heading = std::max(heading, display_width(words) + sign_place);
    smallest = std::max(smallest, smallest_heading(words) + sign_place);
  }
  column.is_prose = cells.words > kProseFrom;
  column.width = std::min(std::max({cells.words, cells.fixed, heading}), std::max(page.width(), cells.fixed));
  const std::size_t smallest_words = std::min(cells.words, column.is_prose ? kSmallestProse : kSmallestWords);
  column.smallest = std::min(column.width, std::max({cells.fixed, smallest_words, smallest}));
  return column;
}

std::size_t smallest_total(const Columns& columns) {
  std::size_t width = 0;
  for (const ColumnLayout& column : columns) width += column.smallest + kBetweenColumns;
  return width - std::min(width, kBetweenColumns);
}

/// Takes columns off the widest column that holds such, until the table fits or none can give.
void shrink(Columns& columns, std::size_t width, Holds holds) {
  while (total_width(columns) > width) {
    ColumnLayout* widest = nullptr;
    for (ColumnLayout& column : columns) {
      const bool can_give = column.holds == holds && column.width > column.smallest;
      if (can_give && (widest == nullptr || column.width > widest->width)) widest = &column;
    }
    if (widest == nullptr) return;
    --widest->width;
  }
}

/// As many columns a piece as fit at their smallest, each piece beginning with the first column.
std::vector<Columns> pieces(const Columns& columns, std::size_t width) {
  std::vector<Columns> found;
  for (const ColumnLayout& column : columns) {
    if (!found.empty()) {
      Columns& last = found.back();
      last.push_back(column);
      if (smallest_total(last) <= width || last.size() <= 2) continue;
      last.pop_back();
    }
    found.push_back(found.empty() ? Columns{column} : Columns{columns.front(), column});
  }
  return found;
}

}  // namespace

std::string cell_words(const Page& page, const doc::Cell& cell, const ColumnLayout& column) {
  std::string words = page.words(cell);
  if (!column.has_moods) return words;
  const std::string mark(cell.mood == doc::Mood::kNeutral ? " " : sign(cell.mood));
  return column.holds == Holds::kNumbers ? words + " " + mark : mark + " " + words;
}

std::vector<Columns> layout(const Page& page, const doc::Table& table) {
  Columns columns;
  for (std::size_t index = 0; index < table.columns.size(); ++index) {
    columns.push_back(column_layout(page, table, index));
  }
  std::vector<Columns> fitting = pieces(columns, page.width());
  for (Columns& piece : fitting) {
    shrink(piece, page.width(), Holds::kNumbers);
    shrink(piece, page.width(), Holds::kWords);
  }
  return fitting;
}

std::size_t total_width(const Columns& columns) {
  std::size_t width = 0;
  for (const ColumnLayout& column : columns) width += column.width + kBetweenColumns;
  return width - std::min(width, kBetweenColumns);
}

}  // namespace ae::render
