#include "ae/ingest/xlsx/sheet_notes.h"

#include "ae/ingest/shell_word.h"

namespace ae::ingest::xlsx {
namespace {

Note sheet_chosen(const Workbook& workbook, const SheetEntry& chosen, const std::string& source) {
  std::string others;
  std::string flag;
  for (const SheetEntry& sheet : workbook.sheets) {
    if (sheet.file == chosen.file) continue;
    others += (others.empty() ? "" : ", ") + sheet.name;
    if (flag.empty()) flag = "--sheet " + shell_word(sheet.name);
  }
  return {"sheet_chosen",
          Severity::kInfo,
          Message{Text{"The sheet {sheet} of {file} is read; it has others too: {others} ({flag})",
                       "读取的是 {file} 的工作表 {sheet}；另有：{others}（{flag}）"}}
              .with("sheet", chosen.name)
              .with("file", source)
              .with("others", others)
              .with("flag", flag),
          {source, 0, 0}};
}

void add_facts(const SheetFacts& facts, const std::string& source, std::vector<Note>& notes) {
  const auto add = [&](std::int64_t count, const char* code, Severity severity, Text one, Text more) {
    if (count == 0) return;
    notes.push_back({code, severity, Message{count == 1 ? one : more}.with("count", count), {source, 0, 0}});
  };
  add(facts.hidden_rows, "hidden_rows_read", Severity::kInfo,
      Text{"{count} row is hidden in the workbook (a filter may be on); it is read all the same",
           "工作簿中有 {count} 行被隐藏（可能启用了筛选），仍已读取"},
      Text{"{count} rows are hidden in the workbook (a filter may be on); they are read all the same",
           "工作簿中有 {count} 行被隐藏（可能启用了筛选），仍已读取"});
  add(facts.merged_ranges, "merged_cells", Severity::kInfo,
      Text{"{count} range of cells is merged; only its first cell holds the value",
           "有 {count} 处合并单元格，只有其第一格有值"},
      Text{"{count} ranges of cells are merged; only the first cell of each holds the value",
           "有 {count} 处合并单元格，只有各自的第一格有值"});
  add(facts.formulas_without_value, "formula_without_value", Severity::kWarning,
      Text{"{count} cell holds a formula without its result; open the workbook in a spreadsheet program and "
           "save it once",
           "有 {count} 个单元格只有公式而无结果；请在表格软件中打开并保存一次"},
      Text{"{count} cells hold a formula without its result; open the workbook in a spreadsheet program and "
           "save it once",
           "有 {count} 个单元格只有公式而无结果；请在表格软件中打开并保存一次"});
}

}  // namespace

std::vector<Note> sheet_notes(const OpenBook& book, const std::string& sheet, const SheetFacts& facts,
                              const std::string& source) {
  std::vector<Note> notes;
  if (sheet.empty() && book.workbook.sheets.size() > 1)
    notes.push_back(sheet_chosen(book.workbook, book.chosen, source));
  add_facts(facts, source, notes);
  return notes;
}

}  // namespace ae::ingest::xlsx
