#include "ae/ingest/xlsx/open_book.h"

#include <utility>

#include "ae/ingest/container/foreign_format.h"

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

}  // namespace

Result<OpenBook> open_book(std::string_view bytes, const std::string& sheet, const std::string& source) {
  AE_TRY(ZipArchive archive, ZipArchive::open(bytes, source));
  if (!is_workbook(archive)) {
    AE_TRY(const ForeignFormat format, kind_of_zip(archive));
    return fail(not_a_table(source, format));
  }
  AE_TRY(Workbook workbook, read_workbook(archive, source));
  AE_TRY(SheetEntry chosen, choose_sheet(workbook, sheet, source));
  return OpenBook{std::move(archive), std::move(workbook), std::move(chosen)};
}

}  // namespace ae::ingest::xlsx
