#include "ae/app/file_change.h"

#include <algorithm>
#include <string_view>

namespace ae::app {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return lines;
}

/// For each beginning of the two lists of lines, the most lines that the rests have in common.
std::vector<std::vector<int>> common_lines(const Lines& before, const Lines& after) {
  std::vector<std::vector<int>> common(before.size() + 1, std::vector<int>(after.size() + 1));
  for (std::size_t one = before.size(); one-- > 0;) {
    for (std::size_t other = after.size(); other-- > 0;) {
      common[one][other] = before[one] == after[other]
                               ? common[one + 1][other + 1] + 1
                               : std::max(common[one + 1][other], common[one][other + 1]);
    }
  }
  return common;
}

void add_row(doc::Table& table, std::size_t line, std::string_view sign, std::string_view text) {
  table.rows.push_back({doc::Value(doc::Count{static_cast<std::int64_t>(line + 1)}),
                        doc::Value(Message::verbatim(std::string(sign))),
                        doc::Value(Message::verbatim(std::string(text)))});
}

doc::Table difference(const FileChange& change) {
  doc::Table table;
  table.columns = {{Text{"Line", "行"}, {}}, {Text{"±", "±"}, {}}, {Message::verbatim(change.path), {}}};
  const std::string none;
  const Lines before = lines_of(change.before ? *change.before : none);
  const Lines after = lines_of(change.after);
  const std::vector<std::vector<int>> common = common_lines(before, after);
  std::size_t one = 0;
  std::size_t other = 0;
  while (one < before.size() || other < after.size()) {
    if (one < before.size() && other < after.size() && before[one] == after[other]) {
      ++one, ++other;
    } else if (other == after.size() ||
               (one < before.size() && common[one + 1][other] >= common[one][other + 1])) {
      add_row(table, one, "−", before[one]);
      ++one;
    } else {
      add_row(table, other, "+", after[other]);
      ++other;
    }
  }
  return table;
}

/// A file that was not there is named, not printed.
doc::Paragraph new_file(const FileChange& change) {
  return {Message{Text{"{file}: a new file of {count} lines", "{file}：新文件，共 {count} 行"}}
              .with("file", change.path)
              .with("count", static_cast<std::int64_t>(lines_of(change.after).size())),
          doc::Mood::kGood};
}

}  // namespace

doc::Section change_section(const std::vector<FileChange>& changes, bool dry_run) {
  doc::Section section{
      "changes",
      dry_run ? Text{"What would be written", "将写入的内容"} : Text{"What was written", "已写入的内容"},
      {},
      {}};
  for (const FileChange& change : changes) {
    if (change.before || dry_run) {
      section.blocks.emplace_back(difference(change));
    } else {
      section.blocks.emplace_back(new_file(change));
    }
  }
  return section;
}

}  // namespace ae::app
