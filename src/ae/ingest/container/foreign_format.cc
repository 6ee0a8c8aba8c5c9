#include "ae/ingest/container/foreign_format.h"

#include <array>

namespace ae::ingest {
namespace {

constexpr Text kSaveAsTable{"Open it in the program that made it and save or export it as .xlsx or CSV",
                            "请用生成它的程序打开，另存为或导出为 .xlsx 或 CSV"};
constexpr Text kExportTable{"Export the opportunities from the CRM as CSV or .xlsx and read that file",
                            "请从 CRM 中将商机导出为 CSV 或 .xlsx 后再读取"};
constexpr Text kUnpack{"Unpack it and name the file in it that holds the table",
                       "请先解压，再指定其中存放表格的文件"};
constexpr Text kWriteTable{"Write the table to CSV or JSON lines with the tool that made it",
                           "请用生成它的工具将表格写为 CSV 或 JSON Lines"};

struct Magic {
  std::string_view bytes;
  ForeignFormat format;
};

using namespace std::string_view_literals;

constexpr Magic kMagics[] = {
    {"%PDF-"sv, {{"a PDF", "PDF 文件"}, kExportTable}},
    {"PAR1"sv, {{"a Parquet file", "Parquet 文件"}, kWriteTable}},
    {"SQLite format 3\0"sv, {{"an SQLite database", "SQLite 数据库"}, kWriteTable}},
    {"\x89PNG\r\n\x1A\n"sv, {{"a PNG image", "PNG 图片"}, kExportTable}},
    {"\xFF\xD8\xFF"sv, {{"a JPEG image", "JPEG 图片"}, kExportTable}},
    {"GIF87a"sv, {{"a GIF image", "GIF 图片"}, kExportTable}},
    {"GIF89a"sv, {{"a GIF image", "GIF 图片"}, kExportTable}},
    {"\x7F"
     "ELF"sv,
     {{"a Linux program", "Linux 程序"}, kExportTable}},
    {"7z\xBC\xAF\x27\x1C"sv, {{"a 7z archive", "7z 压缩包"}, kUnpack}},
    {"Rar!\x1A\x07"sv, {{"a RAR archive", "RAR 压缩包"}, kUnpack}},
    {"BZh"sv, {{"compressed with bzip2", "bzip2 压缩文件"}, kUnpack}},
    {"\xFD"
     "7zXZ\0"sv,
     {{"compressed with xz", "xz 压缩文件"}, kUnpack}},
    {"{\\rtf"sv, {{"a rich text document", "RTF 文档"}, kSaveAsTable}},
};

constexpr std::string_view kOle2 = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

/// How names stand in the directory of an OLE2 file: each letter with a zero byte.
bool names_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char letter : name) (wide += letter) += '\0';
  return bytes.find(wide) != std::string_view::npos;
}

ForeignFormat ole2_format(std::string_view bytes) {
  if (names_stream(bytes, "EncryptedPackage")) {
    return {
        {"a workbook protected by a password", "受密码保护的工作簿"},
        {"Open it in Excel, remove the password and save it again", "请在 Excel 中打开，取消密码后重新保存"}};
  }
  if (names_stream(bytes, "WordDocument")) return {{"a Word document", "Word 文档"}, kSaveAsTable};
  return {{"an old Excel workbook (.xls)", "旧版 Excel 工作簿（.xls）"},
          {"Open it in Excel and save it as .xlsx or CSV", "请在 Excel 中打开，另存为 .xlsx 或 CSV"}};
}

/// "MZ" begins words too; a program says where its second header lies, and there stands "PE".
bool is_windows_program(std::string_view bytes) {
  constexpr std::size_t kWhere = 0x3C;
  if (!bytes.starts_with("MZ") || bytes.size() < kWhere + 4) return false;
  std::size_t at = 0;
  for (std::size_t byte = 4; byte-- > 0;) at = at << 8U | static_cast<unsigned char>(bytes[kWhere + byte]);
  return at < bytes.size() && bytes.substr(at).starts_with("PE\0\0"sv);
}

}  // namespace

std::optional<ForeignFormat> foreign_format(std::string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes)) return magic.format;
  }
  constexpr std::size_t kBeginning = 2048;
  const std::string_view beginning = bytes.substr(0, kBeginning);
  if (beginning.starts_with("<?xml"sv) && beginning.find("<html"sv) == std::string_view::npos) {
    if (beginning.find("urn:schemas-microsoft-com:office:spreadsheet"sv) != std::string_view::npos)
      return ForeignFormat{{"an Excel 2003 XML spreadsheet", "Excel 2003 XML 表格"}, kSaveAsTable};
    return ForeignFormat{{"an XML document", "XML 文档"}, kExportTable};
  }
  if (bytes.starts_with(kOle2)) return ole2_format(bytes);
  if (is_windows_program(bytes)) return ForeignFormat{{"a Windows program", "Windows 程序"}, kExportTable};
  return std::nullopt;
}

Error not_a_table(const std::string& source, const ForeignFormat& format) {
  return {"not_a_table",
          Message{Text{"{file} is no table; it is {what}", "{file} 不是表格，内容是：{what}"}}
              .with("file", source)
              .with("what", Message{format.what}),
          format.hint,
          {source, 0, 0},
          "",
          {}};
}

}  // namespace ae::ingest
