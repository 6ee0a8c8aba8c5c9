#include "ae/app/session.h"

#include "ae/app/answer_document.h"
#include "ae/app/answer_json.h"
#include "ae/render/csv_cell.h"

namespace ae::app {
namespace {

/// Rows as RFC 4180 with CRLF under their header.
void write_csv(const RowStream& rows, render::CsvCells cells, const render::Sink& sink) {
  std::string bytes;
  const auto emit = [&](const std::vector<std::string>& record) {
    const char* separator = "";
    for (const std::string& cell : record) {
      bytes.append(separator).append(render::csv_cell(cell, cells));
      separator = ",";
    }
    bytes += "\r\n";
    if (bytes.size() < render::kPiece) return;
    sink(bytes);
    bytes.clear();
  };
  if (!rows.header.empty()) emit(rows.header);
  rows.write_rows(emit);
  sink(bytes);
}

/// Writes bytes that are there already.
std::function<void(const render::Sink&)> ready(std::string bytes) {
  return [bytes = std::move(bytes)](const render::Sink& sink) { sink(bytes); };
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
  const Format format = answer.out_is_taken ? output.format.value_or(Format::kTable) : format_of(output);
  const Languages& languages = languages_of(invocation, environment);
  Outcome outcome;
  outcome.out = answer.out;
  const bool goes_to_out = output.out && output.out->path != "-" && !answer.out_is_taken;
  if (!outcome.out && goes_to_out) outcome.out = output.out->path;
  if (!invocation.run.quiet) outcome.messages = std::move(answer.messages);
  outcome.check_failed = answer.refused || (output.check && answer.findings > 0);
  outcome.changes = std::move(answer.changes);
  if (answer.rows && answer.rows->raw) {
    outcome.write = [rows = *answer.rows](const render::Sink& sink) {
      write_csv(rows, render::CsvCells::kRaw, sink);
    };
    return outcome;
  }
  if (format == Format::kJson) {
    outcome.write = [&operation, answer = std::move(answer), languages,
                     explain = output.explain](const render::Sink& sink) {
      write_answer_json(operation, answer, languages, explain, sink);
    };
    return outcome;
  }
  const render::CsvCells cells = output.raw ? render::CsvCells::kRaw : render::CsvCells::kSafe;
  if (format == Format::kCsv && answer.rows) {
    outcome.write = [rows = *answer.rows, cells](const render::Sink& sink) { write_csv(rows, cells, sink); };
    return outcome;
  }
  const Length length = format == Format::kXlsx ? Length::kWorkbook : Length::kPage;
  const doc::Document document = answer_document(answer, output.explain, invocation.run.quiet, length);
  switch (format) {
    case Format::kMarkdown:
      outcome.write = ready(answer.markdown ? *answer.markdown : render::markdown(document, languages));
      break;
    case Format::kCsv:
      outcome.write = ready(render::csv(document, languages, cells));
      break;
    case Format::kHtml:
      outcome.write = ready(render::html(document, languages));
      break;
    case Format::kXlsx: {
      AE_TRY(std::string bytes, workbook_of(answer, document, languages, cells));
      outcome.write = ready(std::move(bytes));
      break;
    }
    case Format::kTable:
    case Format::kJson:
    case Format::kCount:
      outcome.write = ready(render::terminal(document, {languages, screen.colour, screen.width}));
      break;
  }
  return outcome;
}

}  // namespace ae::app
