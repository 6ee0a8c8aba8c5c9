#include "ae/app/session.h"

#include "ae/app/answer_document.h"
#include "ae/app/answer_json.h"
#include "ae/render/csv_cell.h"

namespace ae::app {
namespace {

/// Rows as RFC 4180 with CRLF under their header.
std::string csv_of(const RowStream& rows, render::CsvCells cells) {
  std::string bytes;
  const auto emit = [&](const std::vector<std::string>& record) {
    const char* separator = "";
    for (const std::string& cell : record) {
      bytes += separator + render::csv_cell(cell, cells);
      separator = ",";
    }
    bytes += "\r\n";
  };
  if (!rows.header.empty()) emit(rows.header);
  rows.write_rows(emit);
  return bytes;
}

Result<std::string> workbook_of(const Answer& answer, const doc::Document& document,
                                const Languages& languages, render::CsvCells cells) {
  std::optional<std::string> bytes = answer.rows ? render::xlsx(*answer.rows, document, languages, cells)
                                                 : render::xlsx(document, languages, cells);
  if (bytes) return *std::move(bytes);
  return fail(
      {"workbook_too_large",
       Text{"The workbook would be larger than a workbook can be (4 GiB)", "工作簿将超过其最大容量（4 GiB）"},
       Text{"Write it as CSV: --format csv", "请输出为 CSV：--format csv"},
       {},
       "",
       {}});
}

}  // namespace

const Languages& languages_of(const Invocation& invocation, const Environment& environment) {
  const Languages& asked = invocation.output.lang.languages;
  return asked.empty() ? environment.languages : asked;
}

Result<Outcome> run(const Operation& operation, const Invocation& invocation, const Environment& environment,
                    const Screen& screen) {
  AE_TRY(Answer answer, operation.run(invocation, environment));
  const OutputOptions& output = invocation.output;
  const Format format = format_of(output);
  const Languages& languages = languages_of(invocation, environment);
  Outcome outcome;
  outcome.out = answer.out;
  if (!outcome.out && output.out && output.out->path != "-") outcome.out = output.out->path;
  if (!invocation.run.quiet) outcome.messages = std::move(answer.messages);
  outcome.check_failed = output.check && answer.findings > 0;
  if (answer.rows && answer.rows->raw) {
    outcome.bytes = csv_of(*answer.rows, render::CsvCells::kRaw);
    return outcome;
  }
  if (format == Format::kJson) {
    outcome.bytes = answer_json(operation, answer, languages, output.explain);
    return outcome;
  }
  const render::CsvCells cells = output.raw ? render::CsvCells::kRaw : render::CsvCells::kSafe;
  if (format == Format::kCsv && answer.rows) {
    outcome.bytes = csv_of(*answer.rows, cells);
    return outcome;
  }
  const Length length = format == Format::kXlsx ? Length::kWorkbook : Length::kPage;
  const doc::Document document = answer_document(answer, output.explain, invocation.run.quiet, length);
  switch (format) {
    case Format::kMarkdown:
      outcome.bytes = render::markdown(document, languages);
      break;
    case Format::kCsv:
      outcome.bytes = render::csv(document, languages, cells);
      break;
    case Format::kHtml:
      outcome.bytes = render::html(document, languages);
      break;
    case Format::kXlsx: {
      AE_TRY(outcome.bytes, workbook_of(answer, document, languages, cells));
      break;
    }
    case Format::kTable:
    case Format::kJson:
    case Format::kCount:
      outcome.bytes = render::terminal(document, {languages, screen.colour, screen.width});
      break;
  }
  return outcome;
}

}  // namespace ae::app
