#include "ae/ingest/html/read_html.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "ae/ingest/container/unpack_limit.h"
#include "ae/ingest/csv/grid_builder.h"
#include "ae/ingest/html/entities.h"

namespace ae::ingest::html {
namespace {

constexpr std::size_t kMostSpan = 1000;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

/// A tag: its name in lower case, with a slash before that of a closing one, and everything inside the
/// brackets.
struct Tag {
  std::string name;
  std::string inside;
};

/// colspan or rowspan; 1 when there is none.
std::size_t span_of(const Tag& tag, std::string_view name) {
  std::size_t at = tag.inside.find(name);
  if (at == std::string::npos) return 1;
  at = tag.inside.find_first_of("0123456789", at);
  std::size_t span = 1;
  if (at != std::string::npos)
    std::from_chars(tag.inside.data() + at, tag.inside.data() + tag.inside.size(), span);
  return std::clamp<std::size_t>(span, 1, kMostSpan);
}

/// White space as a browser shows it: a single blank, none at the ends; line ends come from <br> alone.
std::string collapsed(std::string_view text) {
  std::string result;
  bool gap = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      gap = true;
      continue;
    }
    if (gap && !result.empty() && result.back() != '\v' && c != '\v') result += ' ';
    gap = false;
    result += c;
  }
  std::replace(result.begin(), result.end(), '\v', '\n');
  while (result.ends_with('\n')) result.pop_back();
  return result;
}

class HtmlReader {
 public:
  HtmlReader(std::string_view text, const std::string& source) : text_(text), source_(source) {}

  Result<csv::Records> run() {
    while (at_ < text_.size() && !done_) {
      const std::size_t open = std::min(text_.find('<', at_), text_.size());
      characters(open);
      if (at_ < text_.size()) markup();
      if (grid_.is_mostly_gaps()) return fail(too_large_when_unpacked(source_));
    }
    end_cell();
    if (widest_ < 2) return fail(no_table());
    return std::move(grid_).finish();
  }

 private:
  Error no_table() const {
    return {
        "html_no_table",
        Message{Text{"{file} is a web page without a table of deals", "{file} 是网页，其中没有商机表格"}}
            .with("file", source_),
        Text{"It may be a sign-in page that was saved instead of the export; export it again while signed in",
             "可能误存了登录页面；请登录后重新导出"},
        {source_, 0, 0},
        "",
        {}};
  }

  void move_to(std::size_t offset) {
    const auto first = text_.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto last = text_.begin() + static_cast<std::ptrdiff_t>(offset);
    line_ += std::count(first, last, '\n');
    at_ = offset;
  }

  void characters(std::size_t end) {
    if (in_cell_) cell_ += text_.substr(at_, end - at_);
    move_to(end);
  }

  /// Takes what begins with '<': a comment, a tag, or the sign itself.
  void markup() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) return skip_behind("-->");
    const char next = rest.size() > 1 ? rest[1] : ' ';
    const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    if (!letter && next != '/' && next != '!' && next != '?') return characters(at_ + 1);
    const std::size_t close = end_of_tag();
    const Tag tag = tag_in(text_.substr(at_ + 1, close - at_ - 1));
    move_to(std::min(close + 1, text_.size()));
    if (tag.name == "script" || tag.name == "style" || tag.name == "title")
      return skip_behind("</" + tag.name);
    take(tag);
  }

  /// Behind the next `end`, in letters of either case; the end of the text when there is none.
  void skip_behind(std::string_view end) {
    const auto same = [](char a, char b) { return lower({&a, 1}) == lower({&b, 1}); };
    const auto first = text_.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto found = std::search(first, text_.end(), end.begin(), end.end(), same);
    const auto offset = static_cast<std::size_t>(found - text_.begin());
    move_to(std::min(offset + end.size(), text_.size()));
  }

  /// The '>' that ends the tag here, behind its quoted values.
  std::size_t end_of_tag() const {
    char quote = '\0';
    char before = '\0';
    for (std::size_t at = at_; at < text_.size(); ++at) {
      const char c = text_[at];
      if (quote == '\0' && c == '>') return at;
      if (quote != '\0' && c == quote) {
        quote = '\0';
      } else if (quote == '\0' && (c == '"' || c == '\'') && before == '=') {
        quote = c;
      }
      if (c != ' ') before = c;
    }
    return text_.size();
  }

  static Tag tag_in(std::string_view inside) {
    Tag tag;
    tag.inside = lower(inside);
    const std::size_t end = tag.inside.find_first_of(" \t\r\n/>", tag.inside.starts_with('/') ? 1 : 0);
    tag.name = tag.inside.substr(0, end);
    return tag;
  }

  void take(const Tag& tag) {
    if (tag.name == "table") ++depth_;
    if (tag.name == "/table" && depth_ > 0) end_table();
    if (depth_ > 1 && in_cell_) {
      cell_ += ' ';
    } else if (depth_ == 1) {
      take_inside_table(tag);
    }
  }

  void take_inside_table(const Tag& tag) {
    if (tag.name == "tr") begin_row();
    if (tag.name == "td" || tag.name == "th") begin_cell(tag);
    if (tag.name == "/td" || tag.name == "/th" || tag.name == "/tr") end_cell();
    if (tag.name == "br") cell_ += '\v';
    if (tag.name == "p" || tag.name == "div" || tag.name == "li") cell_ += ' ';
  }

  void end_table() {
    if (--depth_ > 0) return;
    end_cell();
    in_row_ = false;
    held_.clear();
    done_ = widest_ >= 2;
    if (!done_) grid_ = csv::GridBuilder();
  }

  void begin_row() {
    end_cell();
    in_row_ = true;
    column_ = 0;
    grid_.begin_row(line_);
    for (std::size_t& rows : held_) rows -= rows > 0 ? 1 : 0;
  }

  void begin_cell(const Tag& tag) {
    if (!in_row_) begin_row();
    end_cell();
    while (column_ < held_.size() && held_[column_] > 0) ++column_;
    in_cell_ = true;
    cell_.clear();
    cell_column_ = column_;
    const std::size_t rows = span_of(tag, "rowspan");
    const std::size_t columns = span_of(tag, "colspan");
    if (rows > 1 && held_.size() < column_ + columns) held_.resize(column_ + columns);
    for (std::size_t each = 0; each < columns; ++each, ++column_) {
      if (rows > 1) held_[column_] = rows;
    }
    widest_ = std::max(widest_, column_);
  }

  void end_cell() {
    if (in_cell_) grid_.put(cell_column_, collapsed(without_references(cell_)));
    in_cell_ = false;
  }

  std::string_view text_;
  const std::string& source_;
  csv::GridBuilder grid_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
  int depth_ = 0;
  bool done_ = false;
  bool in_row_ = false;
  bool in_cell_ = false;
  std::string cell_;
  std::size_t column_ = 0;
  std::size_t cell_column_ = 0;
  std::size_t widest_ = 0;
  std::vector<std::size_t> held_;  ///< rows for which a cell above holds the column, this one among them
};

}  // namespace

bool looks_like_html(std::string_view beginning) {
  const std::size_t first = beginning.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || beginning[first] != '<') return false;
  const std::string start = lower(beginning.substr(first));
  for (const std::string_view tag :
       {"<html", "<!doctype html", "<table", "<head", "<meta", "<body", "<style", "<div", "<!--"}) {
    if (start.starts_with(tag)) return true;
  }
  return start.starts_with("<?xml") && start.find("<html") != std::string::npos;
}

Result<csv::Records> read_html(std::string_view text, const std::string& source) {
  return HtmlReader(text, source).run();
}

}  // namespace ae::ingest::html
