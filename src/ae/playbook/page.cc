#include "ae/playbook/page.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace ae::playbook {
namespace {

constexpr std::string_view kFence = "---";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Takes the first line off `rest`.
std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return trimmed(line);
}

std::vector<std::string> parts_of(std::string_view text, char between) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(between);
    parts.emplace_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// "[a, b]" as its parts.
std::vector<std::string> list_of(std::string_view value) {
  if (!value.starts_with('[') || !value.ends_with(']') || value.size() < 2) return {};
  return parts_of(value.substr(1, value.size() - 2), ',');
}

void read_front_matter(std::string_view& rest, Page& page) {
  if (!rest.starts_with(kFence)) return;
  next_line(rest);
  while (!rest.empty()) {
    const std::string_view line = next_line(rest);
    if (line == kFence) return;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, colon);
    const std::string value(trimmed(line.substr(colon + 1)));
    if (name == "id") page.id = value;
    if (name == "title") page.title = value;
    if (name == "summary") page.summary = value;
    if (name == "related") page.related = list_of(value);
  }
}

/// "## Title {#id}"; nullopt when the line is no heading with an id.
std::optional<PageSection> heading_of(std::string_view line) {
  constexpr std::string_view kIdMark = " {#";
  const int level = line.starts_with("### ") ? 3 : line.starts_with("## ") ? 2 : 0;
  const std::size_t mark = line.rfind(kIdMark);
  if (level == 0 || mark == std::string_view::npos || !line.ends_with('}')) return std::nullopt;
  const std::size_t id = mark + kIdMark.size();
  const auto begin = std::min(static_cast<std::size_t>(level) + 1, mark);
  return PageSection{std::string(line.substr(id, line.size() - 1 - id)),
                     std::string(trimmed(line.substr(begin, mark - begin))),
                     level,
                     {}};
}

/// "12. text" as 12 and its length with the blank; nullopt for other lines.
std::optional<std::pair<int, std::size_t>> number_of(std::string_view line) {
  int number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  const auto digits = static_cast<std::size_t>(end - line.data());
  if (error != std::errc() || number < 0 || !line.substr(digits).starts_with(". ")) return std::nullopt;
  return std::pair(number, digits + 2);
}

PageBlock item_or_paragraph(std::string_view line) {
  constexpr std::string_view kTask = "- [ ] ";
  constexpr std::string_view kBullet = "- ";
  const auto rest = [&](std::size_t taken) { return std::string(trimmed(line.substr(taken))); };
  if (line.starts_with(kTask)) return {BlockKind::kTask, 0, rest(kTask.size()), {}};
  if (line.starts_with(kBullet)) return {BlockKind::kBullet, 0, rest(kBullet.size()), {}};
  if (const auto number = number_of(line))
    return {BlockKind::kNumber, number->first, rest(number->second), {}};
  return {BlockKind::kParagraph, 0, std::string(line), {}};
}

bool is_rule(std::string_view line) { return line.find_first_not_of("|-: ") == std::string_view::npos; }

std::vector<std::string> cells_of(std::string_view line) {
  line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  return parts_of(line, '|');
}

}  // namespace

Page parse_page(std::string_view bytes) {
  Page page;
  read_front_matter(bytes, page);
  bool in_table = false;
  while (!bytes.empty()) {
    const std::string_view line = next_line(bytes);
    const bool is_row = line.starts_with('|') && line.size() > 1;
    if (std::optional<PageSection> heading = heading_of(line)) {
      page.sections.push_back(*std::move(heading));
    } else if (!line.empty()) {
      if (page.sections.empty()) page.sections.emplace_back();
      std::vector<PageBlock>& blocks = page.sections.back().blocks;
      if (!is_row) {
        blocks.push_back(item_or_paragraph(line));
      } else if (!in_table) {
        blocks.push_back({BlockKind::kTable, 0, {}, {cells_of(line)}});
      } else if (!is_rule(line)) {
        blocks.back().rows.push_back(cells_of(line));
      }
    }
    in_table = is_row;
  }
  return page;
}

}  // namespace ae::playbook
