#include "ae/ingest/sniff/encoding.h"

#include <fmt/format.h>

#include "ae/base/utf8.h"
#include "ae/ingest/shell_word.h"
#include "ae/ingest/sniff/place_at.h"

namespace ae::ingest {
namespace {

struct Magic {
  std::string_view bytes;
  Text what;
};

// What people mistake for a CSV, by the bytes it begins with.
constexpr Magic kNotText[] = {
    {"PK\x03\x04", {"an Excel workbook or a zip archive", "Excel 工作簿或 zip 压缩包"}},
    {"\xD0\xCF\x11\xE0", {"an old Excel workbook (.xls)", "旧版 Excel 工作簿（.xls）"}},
    {"%PDF-", {"a PDF", "PDF 文件"}},
    {"\x1F\x8B", {"compressed with gzip", "gzip 压缩文件"}},
    {"\x28\xB5\x2F\xFD", {"compressed with zstd", "zstd 压缩文件"}},
};

/// The UTF-16 or UTF-32 that a byte order mark names; empty when there is none.
std::string_view wide_encoding(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return "UTF-32LE";
  if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return "UTF-32BE";
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return "UTF-16";
  return {};
}

Message convert_hint(const Source& source, std::string_view encoding) {
  const std::string command =
      fmt::format("iconv -f {} -t UTF-8 {} > utf8.csv", encoding, shell_word(source.name));
  return Message{Text{"Convert it: {command}", "请先转换编码：{command}"}}.with("command", command);
}

Error not_csv(const Source& source, Text what) {
  return {"not_csv",
          Message{Text{"{file} is no CSV text; it is {what}", "{file} 不是 CSV 文本，而是{what}"}}
              .with("file", source.name)
              .with("what", Message{what}),
          Text{"Save or export it as CSV in UTF-8 and read that file",
               "请另存为或导出为 UTF-8 编码的 CSV 文件后再读取"},
          {source.name, 0, 0},
          "",
          {}};
}

Error wide(const Source& source, std::string_view encoding) {
  return {
      "not_utf8",
      Message{Text{"{file} is written in {encoding}, not in UTF-8", "{file} 的编码是 {encoding}，不是 UTF-8"}}
          .with("file", source.name)
          .with("encoding", encoding),
      convert_hint(source, encoding),
      {source.name, 1, 1},
      "",
      {}};
}

Error not_utf8(const Source& source, std::string_view text, std::size_t offset) {
  Error error{"not_utf8",
              Message{Text{"{file} is not in UTF-8: the byte {byte} stands where no character can begin",
                           "{file} 不是 UTF-8 编码：字节 {byte} 处不是有效字符"}}
                  .with("file", source.name)
                  .with("byte", fmt::format("0x{:02X}", static_cast<unsigned char>(text[offset]))),
              convert_hint(source, "GB18030"),
              place_at(source.name, text, offset),
              fmt::format("\\x{:02X}", static_cast<unsigned char>(text[offset])),
              {}};
  error.hint =
      Message{Text{"If Excel wrote it, in Chinese: {chinese} — in Western languages: {western}",
                   "若由 Excel 保存，中文环境：{chinese} — 西文环境：{western}"}}
          .with("chinese", fmt::format("iconv -f GB18030 -t UTF-8 {} > utf8.csv", shell_word(source.name)))
          .with("western",
                fmt::format("iconv -f WINDOWS-1252 -t UTF-8 {} > utf8.csv", shell_word(source.name)));
  return error;
}

Error nul_byte(const Source& source, std::string_view text, std::size_t offset) {
  return {
      "nul_byte",
      Message{Text{"{file} holds a NUL byte, which no text does", "{file} 含有 NUL 字节，不是正常文本"}}.with(
          "file", source.name),
      Message{Text{"If it is UTF-16, convert it: {command}", "若为 UTF-16，请先转换：{command}"}}.with(
          "command", fmt::format("iconv -f UTF-16LE -t UTF-8 {} > utf8.csv", shell_word(source.name))),
      place_at(source.name, text, offset),
      "\\x00",
      {}};
}

Error empty_file(const Source& source) {
  return {"empty_file",
          Message{Text{"{file} is empty", "{file} 是空文件"}}.with("file", source.name),
          Text{"Export it again: the first line names the columns, each further line is an opportunity",
               "请重新导出：第一行为列名，其后每行一个商机"},
          {source.name, 0, 0},
          "",
          {}};
}

}  // namespace

Result<CheckedText> checked_text(const Source& source) {
  const std::string_view bytes = source.bytes;
  for (const Magic& magic : kNotText) {
    if (bytes.starts_with(magic.bytes)) return fail(not_csv(source, magic.what));
  }
  if (const std::string_view encoding = wide_encoding(bytes); !encoding.empty())
    return fail(wide(source, encoding));

  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  const bool marked = bytes.starts_with(kByteOrderMark);
  const std::string_view text = marked ? bytes.substr(kByteOrderMark.size()) : bytes;
  if (text.empty()) return fail(empty_file(source));
  const std::size_t invalid = first_invalid_utf8(text);
  const std::size_t nul = text.substr(0, invalid).find('\0');
  if (nul != std::string_view::npos) return fail(nul_byte(source, text, nul));
  if (invalid != text.size()) return fail(not_utf8(source, text, invalid));
  return CheckedText{text, marked ? "UTF-8 BOM" : "UTF-8"};
}

}  // namespace ae::ingest
