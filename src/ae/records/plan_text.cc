#include "ae/records/plan_text.h"

#include <algorithm>

#include "ae/domain/plan_values.h"

namespace ae::records {
namespace {

constexpr Text kToFillIn{"to fill in", "待填写"};
constexpr std::string_view kMarkup = "\\`*_{}[]<>#|~&$@";
constexpr std::string_view kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

/// Where a line has what makes it a list item, a rule or the underline of a heading: "- ", "+ ", "=", "1.".
std::size_t line_mark(std::string_view text) {
  if (text.empty()) return std::string_view::npos;
  if (std::string_view("-+=").find(text.front()) != std::string_view::npos) return 0;
  const std::size_t after_digits = text.find_first_not_of("0123456789");
  const bool is_item = after_digits != std::string_view::npos && after_digits > 0 &&
                       (text[after_digits] == '.' || text[after_digits] == ')');
  return is_item ? after_digits : std::string_view::npos;
}

/// ':' of "://", which would make a bare link.
bool begins_link(std::string_view text, std::size_t at) { return text.substr(at, 3) == "://"; }

/// The bytes of a line break "<br>", "<br/>" or "<br />" at `at`; 0 when there is none.
std::size_t break_at(std::string_view text, std::size_t at) {
  for (const std::string_view mark : {"<br>", "<br/>", "<br />"}) {
    if (text.substr(at, mark.size()) == mark) return mark.size();
  }
  return 0;
}

bool is_placeholder(std::string_view markdown) {
  if (markdown.size() < 3 || markdown.front() != '_' || markdown.back() != '_') return false;
  std::string_view words = markdown.substr(1, markdown.size() - 2);
  for (;;) {
    const std::size_t end = std::min(words.find(" / "), words.size());
    const std::string_view piece = words.substr(0, end);
    const bool known = std::any_of(kAllLanguages.begin(), kAllLanguages.end(),
                                   [&](Language language) { return kToFillIn.in(language) == piece; });
    if (!known) return false;
    if (end == words.size()) return true;
    words.remove_prefix(end + 3);
  }
}

}  // namespace

std::string_view plan_trimmed(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = line.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(kBlanks) - first + 1);
}

std::string plan_markdown_of(std::string_view text) {
  const std::size_t mark = line_mark(text);
  std::string markdown;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\r') continue;
    if (c == '\n') {
      markdown += "<br>";
      continue;
    }
    if (kMarkup.find(c) != std::string_view::npos || at == mark || begins_link(text, at)) markdown += '\\';
    markdown += c;
  }
  return markdown;
}

std::string plan_text_of(std::string_view markdown) {
  markdown = plan_trimmed(markdown);
  if (is_placeholder(markdown)) return {};
  std::string text;
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    const bool escaped = markdown[at] == '\\' && at + 1 < markdown.size() &&
                         kPunctuation.find(markdown[at + 1]) != std::string_view::npos;
    if (escaped) {
      text += markdown[++at];
    } else if (const std::size_t bytes = break_at(markdown, at); bytes > 0) {
      text += '\n';
      at += bytes - 1;
    } else {
      text += markdown[at];
    }
  }
  return text;
}

std::string plan_placeholder(const Languages& languages) { return "_" + in_all(kToFillIn, languages) + "_"; }

std::vector<std::string> plan_cells(std::string_view line) {
  line = plan_trimmed(line);
  if (line.starts_with('|')) line.remove_prefix(1);
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\' && at + 1 < line.size()) {
      cell.append(line.substr(at++, 2));
    } else if (line[at] == '|') {
      cells.emplace_back(plan_trimmed(cell));
      cell.clear();
    } else {
      cell += line[at];
    }
  }
  if (!plan_trimmed(cell).empty() || !line.ends_with('|')) cells.emplace_back(plan_trimmed(cell));
  return cells;
}

std::string plan_row_line(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line.append(" ").append(cell).append(cell.empty() ? "|" : " |");
  return line;
}

bool is_table_rule(std::string_view line) {
  line = plan_trimmed(line);
  const bool only_marks = line.find_first_not_of("|-: \t") == std::string_view::npos;
  return only_marks && line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos;
}

}  // namespace ae::records
