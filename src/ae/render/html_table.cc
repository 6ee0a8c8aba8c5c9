#include <algorithm>

#include <fmt/format.h>

#include "ae/render/columns.h"
#include "ae/render/html_page.h"
#include "ae/render/html_text.h"
#include "ae/render/labels.h"

namespace ae::render {
namespace {

struct ColumnStyle {
  Holds holds = Holds::kWords;
  bool has_moods = false;  ///< a place for the sign is kept in every row
};

std::vector<ColumnStyle> styles_of(const doc::Table& table) {
  std::vector<ColumnStyle> styles;
  for (std::size_t index = 0; index < table.columns.size(); ++index) {
    const auto has_mood = [&](const std::vector<doc::Cell>& row) {
      return cell_at(row, index).mood != doc::Mood::kNeutral;
    };
    const bool has_moods = std::any_of(table.rows.begin(), table.rows.end(), has_mood) ||
                           (table.total && has_mood(*table.total));
    styles.push_back({column_holds(table, index), has_moods});
  }
  return styles;
}

std::string class_of(const doc::Cell& cell, const ColumnStyle& style) {
  std::string classes;
  const auto add = [&](std::string_view name) {
    classes.append(classes.empty() || name.empty() ? "" : " ").append(name);
  };
  if (style.holds == Holds::kNumbers) add(is_words(cell.value) ? "number in-words" : "number");
  if (style.holds == Holds::kWords && !is_words(cell.value)) add("whole");
  if (std::holds_alternative<std::monostate>(cell.value)) add("missing");
  add(html_class(cell.mood));
  return classes.empty() ? classes : " class=\"" + classes + "\"";
}

std::string content_of(const doc::Cell& cell, const ColumnStyle& style, const Languages& languages) {
  std::string words = html_words(cell, languages);
  if (!style.has_moods) return words;
  const std::string mark = html_sign(cell.mood, languages);
  return style.holds == Holds::kNumbers ? words + mark : mark + " " + words;
}

std::string head_row(const doc::Table& table, const std::vector<ColumnStyle>& styles,
                     const Languages& languages) {
  std::string html = "<tr>";
  for (std::size_t index = 0; index < table.columns.size(); ++index) {
    const bool number = styles[index].holds == Holds::kNumbers;
    const std::string_view classes = number && styles[index].has_moods ? " class=\"number signed\""
                                     : number                          ? " class=\"number\""
                                                                       : "";
    html += fmt::format("<th scope=\"col\"{}>{}</th>", classes,
                        html_words(table.columns[index].label, languages));
  }
  return html + "</tr>\n";
}

/// One row; its first cell is its heading.
std::string row_of(const std::vector<doc::Cell>& row, const std::vector<ColumnStyle>& styles,
                   const Languages& languages) {
  std::string html = "<tr>";
  for (std::size_t index = 0; index < styles.size(); ++index) {
    const doc::Cell& cell = cell_at(row, index);
    html += fmt::format("<{0}{1}>{2}</{3}>", index == 0 ? "th scope=\"row\"" : "td",
                        class_of(cell, styles[index]), content_of(cell, styles[index], languages),
                        index == 0 ? "th" : "td");
  }
  return html + "</tr>\n";
}

std::string body_of(const doc::Table& table, const std::vector<ColumnStyle>& styles,
                    const Languages& languages) {
  if (table.rows.empty()) {
    return fmt::format("<tr><td class=\"nothing\" colspan=\"{}\">{}</td></tr>\n", styles.size(),
                       html_words(labels::kNothing, languages));
  }
  std::string html;
  for (const auto& row : table.rows) html += row_of(row, styles, languages);
  return html;
}

}  // namespace

std::string html_block(const doc::Table& table, HtmlContext& context) {
  if (table.columns.empty()) return {};
  const Languages& languages = context.languages;
  const std::vector<ColumnStyle> styles = styles_of(table);
  const std::string caption =
      fmt::format("{}: {}", context.section_title, html_plain(table.columns.front().label, languages));
  std::string html = fmt::format(
      "<div>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\">\n<table>\n"
      "<caption>{0}</caption>\n<thead>\n",
      caption);
  html += head_row(table, styles, languages) + "</thead>\n<tbody>\n";
  html += body_of(table, styles, languages) + "</tbody>\n";
  if (table.total) html += "<tfoot>\n" + row_of(*table.total, styles, languages) + "</tfoot>\n";
  html += "</table>\n</div>\n";
  if (!table.footnote.empty()) {
    html += fmt::format("<p class=\"footnote\">{}</p>\n", html_words(table.footnote, languages));
  }
  return html + "</div>\n";
}

}  // namespace ae::render
