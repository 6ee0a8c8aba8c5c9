#include <algorithm>
#include <vector>

#include "ae/base/assert.h"
#include "ae/render/block_bar.h"
#include "ae/render/columns.h"
#include "ae/render/gauge_scale.h"
#include "ae/render/labels.h"
#include "ae/render/markdown_text.h"
#include "ae/render/mood.h"
#include "ae/render/passage.h"
#include "ae/render/render.h"
#include "ae/render/width.h"
#include "ae/render/words.h"

namespace ae::render {
namespace {

constexpr std::size_t kWidestPadding = 40;  ///< columns of the source are aligned up to it
constexpr std::size_t kBarColumns = 24;

using Row = std::vector<std::string>;

/// A table of finished Markdown cells.
struct Grid {
  Row head;
  std::vector<Holds> holds;
  std::vector<Row> rows;
};

std::string text(const Message& message, const Languages& languages) {
  return markdown_text(words(message, languages, " "));
}

std::string text(const doc::Cell& cell, const Languages& languages) {
  const std::string value = words(cell, languages);
  std::string result = is_words(cell.value) ? markdown_text(value) : value;
  if (cell.mood != doc::Mood::kNeutral) result.append(" ").append(sign(cell.mood));
  return result;
}

/// The value of a key figure.
std::string summary(const doc::Cell& cell, doc::Digits digits, const Languages& languages) {
  if (is_words(cell.value)) return text(cell, languages);
  const std::string value = summary_words(cell, digits, languages);
  return cell.mood == doc::Mood::kNeutral ? value : value + " " + std::string(sign(cell.mood));
}

std::string bold(const std::string& words) { return words.empty() ? words : "**" + words + "**"; }

std::string padding(const std::string& words, std::size_t width) {
  const std::size_t taken = display_width(words);
  return std::string(taken < width ? width - taken : 0, ' ');
}

std::string line_of(const Grid& grid, const Row& row, const std::vector<std::size_t>& widths) {
  std::string line = "|";
  for (std::size_t index = 0; index < row.size(); ++index) {
    const std::string pad = padding(row[index], widths[index]);
    const bool right = grid.holds[index] == Holds::kNumbers;
    line.append(" ").append(right ? pad + row[index] : row[index] + pad).append(" |");
  }
  return line + "\n";
}

std::string write(const Grid& grid) {
  if (grid.head.empty()) return {};
  std::vector<std::size_t> widths(grid.head.size(), 3);
  const auto widen = [&](const Row& row) {
    for (std::size_t index = 0; index < row.size(); ++index) {
      widths[index] = std::max(widths[index], std::min(kWidestPadding, display_width(row[index])));
    }
  };
  widen(grid.head);
  for (const Row& row : grid.rows) widen(row);
  std::string lines = line_of(grid, grid.head, widths) + "|";
  for (std::size_t index = 0; index < widths.size(); ++index) {
    const bool right = grid.holds[index] == Holds::kNumbers;
    lines.append(" ").append(widths[index] - (right ? 1 : 0), '-').append(right ? ": |" : " |");
  }
  lines += "\n";
  for (const Row& row : grid.rows) lines += line_of(grid, row, widths);
  return lines + "\n";
}

/// Sentences in a paragraph for each language, `mark` around or before each.
std::string sentences(const Message& message, const Languages& languages, std::string_view before,
                      std::string_view after) {
  std::string lines;
  for (const Phrase& phrase : phrases(message, languages)) {
    if (phrase.text.empty()) continue;
    lines.append(before).append(markdown_text(phrase.text)).append(after).append("\n\n");
  }
  return lines;
}

std::string heading(std::string_view mark, const Message& title, const Languages& languages) {
  return title.empty() ? std::string() : std::string(mark) + text(title, languages) + "\n\n";
}

std::string write(const doc::KeyFigures& figures, const Languages& languages) {
  if (figures.figures.empty()) return {};
  const bool has_details = std::any_of(figures.figures.begin(), figures.figures.end(),
                                       [](const doc::KeyFigure& figure) { return !figure.detail.empty(); });
  Grid grid{{text(labels::kFigure, languages), text(labels::kValue, languages)},
            {Holds::kWords, values_hold(figures)},
            {}};
  if (has_details) {
    grid.head.push_back(text(labels::kDetail, languages));
    grid.holds.push_back(Holds::kWords);
  }
  for (const doc::KeyFigure& figure : figures.figures) {
    Row row{text(figure.label, languages), bold(summary(figure.value, figures.digits, languages))};
    if (has_details) row.push_back(text(figure.detail, languages));
    grid.rows.push_back(std::move(row));
  }
  return write(grid);
}

std::string write(const doc::Table& table, const Languages& languages) {
  Grid grid;
  for (std::size_t index = 0; index < table.columns.size(); ++index) {
    grid.head.push_back(text(table.columns[index].label, languages));
    grid.holds.push_back(column_holds(table, index));
  }
  for (const auto& cells : table.rows) {
    Row& row = grid.rows.emplace_back();
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
      row.push_back(text(cell_at(cells, index), languages));
    }
  }
  if (table.total) {
    Row& row = grid.rows.emplace_back();
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
      row.push_back(bold(text(cell_at(*table.total, index), languages)));
    }
  }
  return write(grid) + sentences(table.footnote, languages, "_", "_");
}

std::string write(const doc::BarChart& chart, const Languages& languages) {
  if (chart.bars.empty()) return {};
  std::string of_bars = text(chart.unit, languages);
  if (!chart.solid_label.empty()) of_bars = "█ " + text(chart.solid_label, languages) + " ░ " + of_bars;
  Grid grid{{"", text(chart.unit, languages), of_bars}, {Holds::kWords, Holds::kNumbers, Holds::kWords}, {}};
  for (const doc::Bar& bar : chart.bars) {
    const BlockBar blocks = block_bar(chart, bar, kBarColumns);
    std::string before;  // a blank that Markdown keeps
    for (std::size_t column = 0; column < blocks.before; ++column) before += "\u2007";
    grid.rows.push_back(
        {text(bar.label, languages), text(bar.value, languages), before + blocks.solid + blocks.rest});
  }
  return write(grid);
}

std::string write(const doc::Gauge& gauge, const Languages& languages) {
  Grid grid{{text(gauge.label, languages), text(labels::kTarget, languages)},
            {Holds::kNumbers, Holds::kNumbers},
            {{bold(text(doc::Cell(gauge.value, gauge.mood), languages)), target_words(gauge)}}};
  return write(grid) + sentences(gauge.caption, languages, "", "");
}

std::string write(const doc::Paragraph& paragraph, const Languages& languages) {
  const std::string mark =
      paragraph.mood == doc::Mood::kNeutral ? "" : std::string(sign(paragraph.mood)) + " ";
  return sentences(paragraph.text, languages, mark, "");
}

/// One passage as a line of Markdown.
std::string line_of(const doc::Passage& passage, Language language) {
  const std::string words = markdown_markup(passage.text.in(language));
  switch (passage.kind) {
    case doc::PassageKind::kHeading:
      return "### " + words;
    case doc::PassageKind::kBullet:
      return "- " + words;
    case doc::PassageKind::kNumber:
      return mark_of(passage) + words;
    case doc::PassageKind::kTask:
      return "- [ ] " + words;
    case doc::PassageKind::kParagraph:
      break;
  }
  return words;
}

/// A table with a column for each language and a row for each passage.
std::string side_by_side(const doc::Prose& prose, const Languages& languages) {
  Grid grid;
  for (const Language language : languages) {
    grid.head.emplace_back(language_name(language));
    grid.holds.push_back(Holds::kWords);
  }
  for (const doc::Passage& passage : prose.passages) {
    Row& row = grid.rows.emplace_back();
    for (const Language language : languages) {
      const std::string words = markdown_markup(passage.text.in(language));
      row.push_back(passage.kind == doc::PassageKind::kHeading ? bold(words) : mark_of(passage) + words);
    }
  }
  return write(grid);
}

std::string write(const doc::Prose& prose, const Languages& languages) {
  if (prose.passages.empty()) return {};
  if (languages.size() > 1) return side_by_side(prose, languages);
  std::string lines;
  const doc::Passage* before = nullptr;
  for (const doc::Passage& passage : prose.passages) {
    if (before != nullptr && !in_one_list(*before, passage)) lines += "\n";
    lines += line_of(passage, languages.front()) + "\n";
    before = &passage;
  }
  return lines + "\n";
}

}  // namespace

std::string markdown(const doc::Document& document, const Languages& languages) {
  AE_ASSERT(!languages.empty());
  std::string lines = heading("# ", document.title, languages);
  lines += sentences(document.subtitle, languages, "", "");
  for (const doc::Section& section : document.sections) {
    lines += heading("## ", section.title, languages);
    for (const doc::Block& block : section.blocks) {
      lines += std::visit([&](const auto& each) { return write(each, languages); }, block);
    }
  }
  if (!lines.empty()) lines.pop_back();  // the empty line after the last block
  return lines;
}

}  // namespace ae::render
