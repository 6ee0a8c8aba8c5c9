#include <algorithm>

#include "ae/render/labels.h"
#include "ae/render/table_layout.h"
#include "ae/render/terminal_page.h"
#include "ae/render/width.h"
#include "ae/render/words.h"
#include "ae/render/wrap.h"

namespace ae::render {
namespace {

using Columns = std::vector<ColumnLayout>;

/// One cell of a row as the lines it takes.
struct Stack {
  std::vector<std::string> lines;
  Ink ink = Ink::kPlain;
};

Align align_of(const ColumnLayout& column) {
  return column.holds == Holds::kNumbers ? Align::kRight : Align::kLeft;
}

/// The heading's lines, each language beginning one of its own.
Stack heading(const Page& page, const doc::Table& table, const ColumnLayout& column) {
  const bool keeps_sign_place = column.has_moods && column.holds == Holds::kNumbers;
  const std::string_view place = keeps_sign_place ? "  " : "";
  Stack stack{{}, Ink::kStrong};
  for (const Phrase& phrase : phrases(table.columns[column.index].label, page.languages())) {
    for (const std::string& words : wrap(harmless(phrase.text), column.width - place.size())) {
      stack.lines.push_back(words + std::string(place));
    }
  }
  return stack;
}

/// Words that do not fit side by side stand below each other, one language a line; only sentences take more.
Stack stack_of(const Page& page, const doc::Cell& cell, const ColumnLayout& column, Ink neutral) {
  const Ink ink = cell.mood == doc::Mood::kNeutral ? neutral : ink_of(cell.mood);
  const auto* message = std::get_if<Message>(&cell.value);
  const std::string words = cell_words(page, cell, column);
  if (message == nullptr || display_width(words) <= column.width) return {{words}, ink};
  Stack stack{{}, ink};
  for (const Phrase& phrase : phrases(*message, page.languages())) {
    const doc::Cell said(doc::Value(Message::verbatim(phrase.text)),
                         stack.lines.empty() ? cell.mood : doc::Mood::kNeutral);
    const std::string line = cell_words(page, said, column);
    if (!column.is_prose) {
      stack.lines.push_back(cut_to_width(line, column.width));
      continue;
    }
    for (std::string& more : wrap(line, column.width)) stack.lines.push_back(std::move(more));
  }
  return stack;
}

enum class Stand : std::uint8_t { kAtTop, kAtBottom };

/// Draws the cells of one row side by side, short ones at the top or bottom of the tallest.
void draw_row(Page& page, const Columns& columns, const std::vector<Stack>& row, Stand stand) {
  std::size_t height = 0;
  for (const Stack& stack : row) height = std::max(height, stack.lines.size());
  for (std::size_t at = 0; at < height; ++at) {
    std::string text;
    for (std::size_t index = 0; index < columns.size(); ++index) {
      const Stack& stack = row[index];
      const std::size_t above = stand == Stand::kAtBottom ? height - stack.lines.size() : 0;
      const bool has_line = at >= above && at - above < stack.lines.size();
      const std::string words = has_line ? stack.lines[at - above] : std::string();
      if (index > 0) text.append(kBetweenColumns, ' ');
      const bool ends_line = index + 1 == columns.size() && align_of(columns[index]) == Align::kLeft;
      text += page.paint(ends_line ? words : padded(words, columns[index].width, align_of(columns[index])),
                         stack.ink);
    }
    page.body(text);
  }
}

void draw_cells(Page& page, const Columns& columns, const std::vector<doc::Cell>& cells, Ink neutral) {
  std::vector<Stack> row;
  for (const ColumnLayout& column : columns) {
    row.push_back(stack_of(page, cell_at(cells, column.index), column, neutral));
  }
  draw_row(page, columns, row, Stand::kAtTop);
}

void draw_piece(Page& page, const doc::Table& table, const Columns& columns) {
  const std::string line = page.paint(rule(total_width(columns)), Ink::kFaint);
  std::vector<Stack> headings;
  for (const ColumnLayout& column : columns) headings.push_back(heading(page, table, column));
  draw_row(page, columns, headings, Stand::kAtBottom);
  page.body(line);
  for (const auto& row : table.rows) draw_cells(page, columns, row, Ink::kPlain);
  if (table.rows.empty()) page.prose(labels::kNothing, Ink::kFaint, {});
  if (!table.total) return;
  page.body(line);
  draw_cells(page, columns, *table.total, Ink::kStrong);
}

}  // namespace

/// Headings, a rule, the rows, and the total below a rule of its own. Words left, numbers right.
void draw(Page& page, const doc::Table& table) {
  for (const Columns& columns : layout(page, table)) {
    page.gap();
    draw_piece(page, table, columns);
  }
  page.prose(table.footnote, Ink::kFaint, {});
}

}  // namespace ae::render
