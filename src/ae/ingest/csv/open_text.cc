#include "ae/ingest/csv/open_text.h"

#include "ae/ingest/container/contents.h"
#include "ae/ingest/sniff/encoding_name.h"
#include "ae/ingest/sniff/transcode.h"

namespace ae::ingest::csv {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

std::string_view mark_of(std::string_view bytes) {
  using std::string_view_literals::operator""sv;
  for (const std::string_view mark :
       {"\xFF\xFE\0\0"sv, "\0\0\xFE\xFF"sv, kUtf8Mark, "\xFF\xFE"sv, "\xFE\xFF"sv}) {
    if (bytes.starts_with(mark)) return bytes.substr(0, mark.size());
  }
  return {};
}

Error no_csv(const std::string& file, const std::string& container) {
  return {
      "no_csv",
      Message{Text{"{file} is {container}: only a CSV file can be changed cell by cell",
                   "{file} 是 {container} 文件：只有 CSV 文件可以逐格修改"}}
          .with("file", file)
          .with("container", container),
      Text{"Export it as CSV first, from its program or with ae export --format csv --out opportunities.csv",
           "请先导出为 CSV：在原程序中导出，或使用 ae export --format csv --out opportunities.csv"},
      {file, 0, 0},
      "",
      {}};
}

Error dialect_not_written(const std::string& file) {
  return {"dialect_not_written",
          Message{Text{"Every row of {file} stands in quotes as a whole, which is read but not written",
                       "{file} 的每一行整体带引号：可以读取，但不能按此格式写回"}}
              .with("file", file),
          Text{"Export it as an ordinary CSV file", "请导出为普通的 CSV 文件"},
          {file, 1, 1},
          "",
          {}};
}

Error encoding_not_kept(const std::string& file, const std::string& encoding) {
  return {"encoding_not_kept",
          Message{Text{"{file}, written in {encoding} again, would not be the same bytes",
                       "将 {file} 以 {encoding} 写回，得到的字节会与原来不同"}}
              .with("file", file)
              .with("encoding", encoding),
          Text{"Save it as UTF-8 first", "请先将其另存为 UTF-8"},
          {file, 0, 0},
          "",
          {}};
}

}  // namespace

Result<OpenText> OpenText::open(const Source& source, const ReadOptions& options) {
  AE_TRY(const Contents contents, open_container(source, options.sheet));
  if (contents.cells || contents.unpacked) return fail(no_csv(source.name, contents.container));
  OpenText opened;
  opened.name_ = source.name;
  AE_TRY(opened.cut_, cut_into_records(source, options, StrayQuotes::kRefused));
  if (opened.cut_.rows_quoted) return fail(dialect_not_written(source.name));
  opened.mark_ = mark_of(source.bytes);
  opened.text_ = opened.cut_.converted ? std::string_view(*opened.cut_.converted)
                                       : std::string_view(source.bytes).substr(opened.mark_.size());
  opened.encoding_ = opened.cut_.encoding.substr(0, opened.cut_.encoding.find(' '));
  AE_TRY(const std::string same, opened.with({}, {}));
  if (same != source.bytes) return fail(encoding_not_kept(source.name, opened.encoding_));
  return opened;
}

Result<std::string> OpenText::with(const Edits& edits, const Place& place) const {
  const std::string text = edited(text_, cut_.records, cut_.dialect, edits);
  AE_TRY(const Encoding encoding, encoding_named(encoding_));
  if (encoding.name == kUtf8.name) return std::string(mark_) + text;
  const Encoded written = encode(text, encoding);
  if (!written.stopped) return std::string(mark_) + written.bytes;
  std::string_view rest = std::string_view(text).substr(*written.stopped);
  return fail(
      {"not_in_encoding_of_file",
       Message{Text{"{file} is in {encoding}, which has no character for what is to be written there",
                    "{file} 的编码为 {encoding}，其中没有要写入的字符"}}
           .with("file", name_)
           .with("encoding", encoding_),
       Text{"Use other words, or save the file as UTF-8 first", "请改用其他文字，或先将文件另存为 UTF-8"},
       place,
       std::string(rest.substr(0, rest.find_first_of(",;\t\r\n\""))),
       {}});
}

}  // namespace ae::ingest::csv
