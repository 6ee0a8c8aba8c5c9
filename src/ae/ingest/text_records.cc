#include "ae/ingest/text_records.h"

#include <utility>

#include "ae/ingest/sniff/dialect.h"
#include "ae/ingest/sniff/encoding.h"

namespace ae::ingest {
namespace {

Note stray_quotes(const std::string& source, std::size_t count) {
  return {"stray_quotes",
          Severity::kWarning,
          Message{Text{"Quotes of {file} that open a cell and are not closed at its end ({count}) are taken "
                       "as they stand",
                       "{file} 中开启单元格却未在其末尾结束的引号（{count} 处）按原文保留"}}
              .with("count", static_cast<std::int64_t>(count))
              .with("file", source),
          {source, 0, 0}};
}

}  // namespace

Result<TextRecords> cut_into_records(const Source& source, const ReadOptions& options, StrayQuotes stray) {
  AE_TRY(CheckedText checked, checked_text(source, options.encoding));
  TextRecords result;
  result.encoding = std::move(checked.encoding);
  result.converted = std::move(checked.converted);
  result.notes = std::move(checked.notes);
  std::string_view text = checked.text;
  const SniffedDialect sniffed = sniff_dialect(text);
  result.dialect = sniffed.dialect;
  result.rows_quoted = sniffed.rows_quoted;
  if (sniffed.rows_quoted) {
    result.converted = std::make_shared<const std::string>(without_row_quotes(text, {}));
    text = *result.converted;
  }
  result.dialect.stray_quotes = stray == StrayQuotes::kLiteral;
  csv::Scan scan = csv::scan(text, result.dialect);
  if (stray == StrayQuotes::kRefused && !scan.open_quote && scan.quoted.torn > 0) {
    result.notes.push_back(stray_quotes(source.name, scan.quoted.torn));
    result.dialect.stray_quotes = true;
    scan = csv::scan(text, result.dialect);
  }
  AE_TRY(result.records, csv::complete(std::move(scan), text, source.name));
  return result;
}

std::string line_ending_name(const csv::LineEndings& endings) {
  const int kinds = (endings.lf > 0 ? 1 : 0) + (endings.crlf > 0 ? 1 : 0) + (endings.cr > 0 ? 1 : 0);
  if (kinds > 1) return "mixed";
  if (endings.crlf > 0) return "CRLF";
  return endings.cr > 0 ? "CR" : "LF";
}

std::string dialect_name(const TextRecords& text) {
  std::string name;
  const auto add = [&](bool differs, std::string_view words) {
    if (differs) (name += name.empty() ? "" : ", ") += words;
  };
  add(text.dialect.quote != '"', std::string("quotes ") + text.dialect.quote);
  add(text.dialect.backslash, "backslash escapes");
  add(text.dialect.padded, "blank after delimiters");
  add(text.rows_quoted, "rows quoted");
  add(text.dialect.stray_quotes, "stray quotes");
  add(name.empty(), "RFC 4180");
  const std::string ending = line_ending_name(text.records.line_endings());
  return name + ", " + (ending == "mixed" ? "mixed line ends" : ending);
}

}  // namespace ae::ingest
