#include "ae/ingest/xlsx/read_xlsx.h"

#include "ae/ingest/container/foreign_format.h"
#include "ae/ingest/shell_word.h"
#include "ae/ingest/xlsx/shared_strings.h"
#include "ae/ingest/xlsx/sheet_cells.h"
#include "ae/ingest/xlsx/workbook.h"

namespace ae::ingest::xlsx {
namespace {

/// A ZIP that is no .xlsx, by the files in it.
Result<ForeignFormat> kind_of_zip(ZipArchive& archive) {
  constexpr Text kSaveAsXlsx{"Open it and save it as .xlsx or CSV", "请打开后另存为 .xlsx 或 CSV"};
  if (archive.has("xl/workbook.bin"))
    return ForeignFormat{{"a binary Excel workbook (.xlsb)", "Excel 二进制工作簿（.xlsb）"}, kSaveAsXlsx};
  if (archive.has("word/document.xml")) return ForeignFormat{{"a Word document", "Word 文档"}, kSaveAsXlsx};
  if (archive.has("ppt/presentation.xml"))
    return ForeignFormat{{"a PowerPoint presentation", "PowerPoint 演示文稿"}, kSaveAsXlsx};
  if (archive.has("index/document.iwa"))
    return ForeignFormat{{"a Numbers document", "Numbers 文档"}, kSaveAsXlsx};
  AE_TRY(const std::string mime, archive.text("mimetype"));
  if (mime.starts_with("application/vnd.oasis.opendocument"))
    return ForeignFormat{{"an OpenDocument file (.ods)", "OpenDocument 文件（.ods）"}, kSaveAsXlsx};
  return ForeignFormat{
      {"a ZIP archive", "ZIP 压缩包"},
      {"Unpack it and name the file in it that holds the table", "请先解压，再指定其中存放表格的文件"}};
}

bool is_workbook(const ZipArchive& archive) {
  return archive.has("[Content_Types].xml") && !archive.has("xl/workbook.bin") &&
         !archive.has("word/document.xml") && !archive.has("ppt/presentation.xml");
}

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

Result<SheetTable> read_xlsx(std::string_view bytes, const std::string& sheet, const std::string& source) {
  AE_TRY(ZipArchive archive, ZipArchive::open(bytes, source));
  if (!is_workbook(archive)) {
    AE_TRY(const ForeignFormat format, kind_of_zip(archive));
    return fail(not_a_table(source, format));
  }
  AE_TRY(const Workbook workbook, read_workbook(archive, source));
  AE_TRY(const SheetEntry chosen, choose_sheet(workbook, sheet, source));
  csv::GridBuilder grid;
  AE_TRY(const std::vector<std::string_view> strings,
         read_shared_strings(archive, workbook.strings_file, source, grid));
  AE_TRY(const SheetFacts facts, read_sheet_cells(archive, workbook, chosen.file, strings, source, grid));
  SheetTable table;
  table.records = std::move(grid).finish();
  if (sheet.empty() && workbook.sheets.size() > 1)
    table.notes.push_back(sheet_chosen(workbook, chosen, source));
  add_facts(facts, source, table.notes);
  return table;
}

}  // namespace ae::ingest::xlsx
