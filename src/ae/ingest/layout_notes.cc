#include "ae/ingest/layout_notes.h"

#include <algorithm>
#include <set>

namespace ae::ingest {
namespace {

Note about_lines(const Sheet& sheet, std::string code, Severity severity, Text text,
                 const std::vector<std::int64_t>& lines) {
  return {std::move(code),
          severity,
          Message{text}
              .with("file", sheet.name)
              .with("lines", line_list(lines))
              .with("count", static_cast<std::int64_t>(lines.size())),
          {sheet.name, 0, 0}};  // the lines stand in the text
}

}  // namespace

std::string line_list(const std::vector<std::int64_t>& lines) {
  constexpr int kMost = 6;
  std::string list;
  int ranges = 0;
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first;
    while (last + 1 < lines.size() && lines[last + 1] == lines[last] + 1) ++last;
    if (++ranges > kMost) return list + ", …";
    if (!list.empty()) list += ", ";
    list += std::to_string(lines[first]);
    if (last > first) list += "–" + std::to_string(lines[last]);
    first = last + 1;
  }
  return list;
}

std::vector<Note> layout_notes(const Sheet& sheet) {
  const Layout& layout = sheet.layout;
  std::vector<Note> notes;
  const auto add = [&](std::string code, Severity severity, Text text,
                       const std::vector<std::int64_t>& lines) {
    if (!lines.empty()) notes.push_back(about_lines(sheet, std::move(code), severity, text, lines));
  };
  add("preamble_left_out", Severity::kInfo,
      Text{"Above the header of {file}, not read as deals: line {lines}",
           "{file} 表头之上未作为商机读取的行：第 {lines} 行"},
      sheet.preamble_lines());
  add("footers_left_out", Severity::kInfo,
      Text{"Totals and footers of {file}, not read as deals: line {lines}",
           "{file} 中未作为商机读取的合计与页脚：第 {lines} 行"},
      layout.other_table ? sheet.lines_of(layout.totals) : sheet.footer_lines());
  add("header_repeated", Severity::kInfo,
      Text{"The header of {file} stands again in line {lines}; left out",
           "{file} 的表头在第 {lines} 行重复出现，已略去"},
      sheet.lines_of(layout.repeated_headers));
  if (layout.other_table) {
    add("other_table_left_out", Severity::kWarning,
        Text{
            "Below the deals of {file} stands another table, which is not read ({count} lines): line {lines}",
            "{file} 的商机之下另有一张表，未读取（{count} 行）：第 {lines} 行"},
        sheet.lines_of(layout.footers));
  }
  return notes;
}

std::vector<Note> repeated_columns(const Sheet& sheet) {
  std::vector<Note> notes;
  std::set<std::string, std::less<>> seen;
  std::set<std::string, std::less<>> said;
  for (const std::string& header : sheet.map.headers) {
    if (header.empty() || seen.insert(header).second || !said.insert(header).second) continue;
    const bool mapped = std::any_of(sheet.map.column.begin(), sheet.map.column.end(), [&](int column) {
      return column >= 0 && sheet.map.headers[static_cast<std::size_t>(column)] == header;
    });
    if (mapped && !sheet.map.notes.empty()) continue;
    notes.push_back({"column_twice",
                     Severity::kWarning,
                     Message{Text{"Several columns of {file} are called {column}; the first is read",
                                  "{file} 中有多列名为 {column}；读取第一列"}}
                         .with("file", sheet.name)
                         .with("column", header),
                     {sheet.name, sheet.header_line(), 0}});
  }
  return notes;
}

}  // namespace ae::ingest
