#include "ae/app/front_matter.h"

#include <algorithm>

namespace ae::app {
namespace {

constexpr std::string_view kMark = "---";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r' || text.back() == '\t'))
    text.remove_suffix(1);
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  return text;
}

bool is_indented(std::string_view line) { return line.starts_with(' ') || line.starts_with('\t'); }

/// Where the name of a key ends: at a colon that a blank or the end of the line follows.
std::size_t end_of_name(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::string_view::npos;
  if (colon + 1 < line.size() && line[colon + 1] != ' ') return std::string_view::npos;
  return line.find(' ') < colon ? std::string_view::npos : colon;
}

bool is_quoted(std::string_view text) {
  return text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
}

class Reader {
 public:
  void read(std::string_view line, std::int64_t number) {
    const std::string_view text = trimmed(line);
    if (text.empty() || text.front() == '#') return;
    if (is_indented(line) && !result.keys.empty()) return go_on(text, number);
    const std::size_t end = end_of_name(text);
    if (end == std::string_view::npos) {
      result.odd_lines.push_back(number);
      return;
    }
    begin(std::string(text.substr(0, end)), trimmed(text.substr(end + 1)), number);
  }

  FrontMatter result;

 private:
  void begin(std::string name, std::string_view value, std::int64_t number) {
    FrontMatterKey& key = result.keys.emplace_back(FrontMatterKey{std::move(name), "", number, false, false});
    is_block_ = value.starts_with('|') || value.starts_with('>');
    if (is_block_) return;
    if (is_quoted(value)) {
      key.value = value.substr(1, value.size() - 2);
      return;
    }
    key.needs_quotes = needs_quotes(value);
    key.value = value;
  }

  static bool needs_quotes(std::string_view value) {
    return value.find(": ") != std::string_view::npos || value.find(" #") != std::string_view::npos;
  }

  void go_on(std::string_view text, std::int64_t number) {
    FrontMatterKey& key = result.keys.back();
    if (!is_block_ && (key.is_map || key.value.empty())) {
      key.is_map = true;
      if (end_of_name(text) == std::string_view::npos) result.odd_lines.push_back(number);
      return;
    }
    key.needs_quotes = key.needs_quotes || (!is_block_ && needs_quotes(text));
    if (!key.value.empty()) key.value += ' ';
    key.value += text;
  }

  bool is_block_ = false;
};

}  // namespace

std::optional<FrontMatter> front_matter(std::string_view text) {
  Reader reader;
  std::int64_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    ++number;
    const bool is_mark = line.starts_with(kMark) && trimmed(line) == kMark;
    if (number == 1) {
      if (!is_mark) return std::nullopt;
    } else if (is_mark) {
      reader.result.lines = number;
      return std::move(reader.result);
    } else {
      reader.read(line, number);
    }
  }
  return std::nullopt;
}

}  // namespace ae::app
