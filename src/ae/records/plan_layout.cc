#include "ae/records/plan_layout.h"

#include <algorithm>

#include "ae/base/utf8.h"
#include "ae/records/plan_text.h"
#include "ae/records/plan_words.h"

namespace ae::records {
namespace {

constexpr std::string_view kBegin = "<!-- ae:begin ";
constexpr std::string_view kEnd = "<!-- ae:end ";
constexpr std::string_view kFilled = "<!-- ae:filled";
constexpr std::string_view kClose = "-->";

Place line_place(const std::string& source, std::size_t line) {
  return {source, static_cast<std::int64_t>(line) + 1, 0};
}

std::vector<std::string> lines_of(std::string_view bytes) {
  std::vector<std::string> lines;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    lines.emplace_back(bytes.substr(0, end));
    bytes.remove_prefix(end);
  }
  return lines;
}

struct Heading {
  std::size_t level = 0;  ///< 0: it is none
  std::string text;
};

Heading heading_of(std::string_view line) {
  if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  line = plan_trimmed(line);
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  if (level == 0 || level > 6 || (level < line.size() && line[level] != ' ' && line[level] != '\t'))
    return {};
  return {level, std::string(plan_trimmed(line.substr(level)))};
}

/// The name in "<!-- ae:begin NAME -->"; empty when the line is no such mark.
std::string marked_name(std::string_view line, std::string_view mark) {
  line = plan_trimmed(line);
  if (!line.starts_with(mark) || !line.ends_with(kClose)) return {};
  line.remove_prefix(mark.size());
  line.remove_suffix(kClose.size());
  return std::string(plan_trimmed(line));
}

bool is_fence(std::string_view line) {
  line = plan_trimmed(line);
  return line.starts_with("```") || line.starts_with("~~~");
}

/// The text of a list item; nullopt when the line begins none.
std::optional<std::string_view> item_of(std::string_view line) {
  if (line.starts_with(' ') || line.starts_with('\t')) return std::nullopt;
  const std::string_view text = plan_trimmed(line);
  if (text.empty()) return std::nullopt;
  if (std::string_view("-*+").find(text.front()) != std::string_view::npos) {
    if (text.size() == 1) return std::string_view();
    return text[1] == ' ' ? std::optional(text.substr(2)) : std::nullopt;
  }
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits == 0 || digits > 9 || digits == std::string_view::npos) return std::nullopt;
  const bool is_number = (text[digits] == '.' || text[digits] == ')') && text.substr(digits + 1, 1) == " ";
  return is_number ? std::optional(text.substr(digits + 2)) : std::nullopt;
}

bool continues_item(std::string_view line) {
  return (line.starts_with("  ") || line.starts_with('\t')) && !plan_trimmed(line).empty();
}

/// Goes over the lines of a file once.
class LayoutReader {
 public:
  LayoutReader(PlanLayout& layout, const std::string& source) : layout_(layout), source_(source) {}

  Result<void> read() {
    layout_.segments.emplace_back();  // what stands above the first heading
    while (at_ < layout_.lines.size()) AE_TRY_VOID(next());
    layout_.segments.back().end = at_;
    if (std::none_of(layout_.segments.begin(), layout_.segments.end(),
                     [](const PlanSegment& segment) { return segment.part.has_value(); })) {
      return fail({"not_a_plan",
                   Message{Text{"{file} is no account plan: none of its headings is one of a plan's",
                                "{file} 不是客户账户规划：没有任何规划的标题"}}
                       .with("file", source_),
                   Text{"Begin with a plan that ae writes: ae account-plan --account NAME --out plan.md",
                        "请从 ae 生成的规划开始：ae account-plan --account 客户名 --out plan.md"},
                   {source_, 0, 0},
                   "",
                   {}});
    }
    return {};
  }

 private:
  std::string_view line() const { return layout_.lines[at_]; }
  PlanSegment& segment() { return layout_.segments.back(); }

  Result<void> next() {
    if (in_fence_ || is_fence(line())) {
      if (is_fence(line())) in_fence_ = !in_fence_;
      segment().notes.push_back(at_++);
      return {};
    }
    if (const std::string name = marked_name(line(), kBegin); !name.empty()) return region(name);
    if (plan_trimmed(line()).starts_with(kFilled)) return filled();
    if (const Heading found = heading_of(line()); found.level > 0) return heading(found);
    if (is_table_start()) return table();
    if (is_goals() && item_of(line())) return item();
    segment().notes.push_back(at_++);
    return {};
  }

  Result<void> region(const std::string& name) {
    PlanRegion region{name, at_, at_};
    while (++at_ < layout_.lines.size()) {
      if (marked_name(line(), kEnd) != name) continue;
      region.end = at_++;
      layout_.regions.push_back(region);
      return {};
    }
    return fail(
        {"plan_mark_open",
         Message{Text{"What ae fills in begins here and does not end: {mark}",
                      "由 ae 填写的内容在此开始但没有结束：{mark}"}}
             .with("mark", name),
         Message{Text{"Write <!-- ae:end {mark} --> below it", "请在其下写上 <!-- ae:end {mark} -->"}}.with(
             "mark", name),
         line_place(source_, region.begin),
         "",
         {}});
  }

  Result<void> filled() {
    layout_.filled_begin = at_;
    std::string marks;
    bool closed = false;
    for (; at_ < layout_.lines.size() && !closed; ++at_) {
      marks += line();
      closed = line().find(kClose) != std::string_view::npos;
    }
    layout_.filled_end = at_;
    for (std::size_t from = 0; (from = marks.find_first_of("0123456789abcdef", from)) != std::string::npos;) {
      const std::size_t end = std::min(marks.find_first_not_of("0123456789abcdef", from), marks.size());
      if (end - from == 8) layout_.filled.insert(marks.substr(from, end - from));
      from = end;
    }
    return {};
  }

  Result<void> heading(const Heading& found) {
    const bool is_title = found.level == 1 && !has_title_;
    const std::optional<PlanPart> part = is_title ? std::nullopt : part_named(found.text);
    if (part) {
      if (const PlanSegment* earlier = layout_.find(*part); earlier != nullptr) {
        return fail({"plan_part_twice",
                     Message{Text{"{part} stands twice in the plan, first in line {line}",
                                  "规划中{part}出现两次，首次在第 {line} 行"}}
                         .with("part", Message(name(*part)))
                         .with("line", std::to_string(earlier->begin + 1)),
                     Text{"Put the two together under one heading", "请合并到同一标题下"},
                     line_place(source_, at_),
                     "",
                     {}});
      }
    }
    segment().end = at_;
    PlanSegment next;
    next.part = part;
    next.is_title = is_title;
    next.heading = found.text;
    next.begin = at_++;
    layout_.segments.push_back(std::move(next));
    if (is_title) {
      has_title_ = true;
      layout_.account = account_of_title(found.text);
    }
    return {};
  }

  bool is_goals() { return segment().part == PlanPart::kShortTerm || segment().part == PlanPart::kLongTerm; }

  bool is_table_start() {
    if (!segment().part || segment().table || columns_of(*segment().part).empty()) return false;
    if (at_ + 1 >= layout_.lines.size() || line().find('|') == std::string_view::npos) return false;
    if (!is_table_rule(layout_.lines[at_ + 1])) return false;
    const std::vector<std::string> headers = plan_cells(line());
    return std::any_of(headers.begin(), headers.end(), [&](const std::string& header) {
      return column_named(*segment().part, header) == std::size_t{0};
    });
  }

  Result<void> table() {
    PlanTableLines table;
    table.header = at_;
    table.headers = plan_cells(line());
    table.place.resize(columns_of(*segment().part).size());
    for (std::size_t cell = 0; cell < table.headers.size(); ++cell) {
      const std::optional<std::size_t> column = column_named(*segment().part, table.headers[cell]);
      if (column && !table.place[*column]) {
        table.place[*column] = cell;
      } else {
        table.more.push_back(cell);
      }
    }
    for (at_ += 2; at_ < layout_.lines.size() && line().find('|') != std::string_view::npos; ++at_) {
      if (plan_cells(line()).size() <= table.headers.size()) continue;
      return fail({"plan_row_width",
                   Message{Text{"Cells in the row: {cells}; columns in the header: {columns}",
                                "该行有 {cells} 格，而表头有 {columns} 列"}}
                       .with("cells", static_cast<std::int64_t>(plan_cells(line()).size()))
                       .with("columns", static_cast<std::int64_t>(table.headers.size())),
                   Text{"Write a | that is part of a text as \\|", "文本中的 | 请写成 \\|"},
                   line_place(source_, at_),
                   std::string(plan_trimmed(line())),
                   {}});
    }
    table.end = at_;
    segment().table = std::move(table);
    return {};
  }

  Result<void> item() {
    PlanItemLines item{at_, at_, plan_text_of(*item_of(line()))};
    for (++at_; at_ < layout_.lines.size() && continues_item(line()); ++at_)
      item.text += "\n" + plan_text_of(line());
    item.end = at_;
    segment().items.push_back(std::move(item));
    return {};
  }

  PlanLayout& layout_;
  const std::string& source_;
  std::size_t at_ = 0;
  bool in_fence_ = false;
  bool has_title_ = false;
};

}  // namespace

const PlanSegment* PlanLayout::find(PlanPart part) const {
  const auto found = std::find_if(segments.begin(), segments.end(),
                                  [&](const PlanSegment& segment) { return segment.part == part; });
  return found == segments.end() ? nullptr : &*found;
}

Result<PlanLayout> lay_out_plan(std::string_view bytes, const std::string& source) {
  if (const std::size_t at = first_invalid_utf8(bytes); at < bytes.size()) {
    const auto line = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return fail({"plan_not_utf8",
                 Message{Text{"{file} is not UTF-8", "{file} 不是 UTF-8"}}.with("file", source),
                 Text{"Save it as UTF-8 in your editor", "请在编辑器中另存为 UTF-8"},
                 {source, line + 1, 0},
                 "",
                 {}});
  }
  PlanLayout layout;
  layout.lines = lines_of(bytes);
  layout.line_end = !layout.lines.empty() && layout.lines.front().ends_with("\r\n") ? "\r\n" : "\n";
  layout.filled_begin = layout.filled_end = layout.lines.size();
  AE_TRY_VOID(LayoutReader(layout, source).read());
  return layout;
}

}  // namespace ae::records
