#include "ae/app/answer_document.h"

#include <fmt/format.h>

namespace ae::app {
namespace {

std::size_t notes_shown(Length length) { return length == Length::kPage ? 20 : 200; }
std::size_t rows_shown(Length length) { return length == Length::kPage ? 10 : 100; }

doc::Mood mood(Severity severity) {
  if (severity == Severity::kInfo) return doc::Mood::kNeutral;
  return severity == Severity::kWarning ? doc::Mood::kWarning : doc::Mood::kBad;
}

/// "7:12": line and column; the file stands beside it, where there are several.
std::string place_words(const Place& place) {
  return place.column == 0 ? fmt::format("{}", place.line) : fmt::format("{}:{}", place.line, place.column);
}

Message and_more(std::size_t all, std::size_t shown) {
  return Message{
      Text{"… and {count} more; --format json lists them", "……另有 {count} 项；--format json 可列出"}}
      .with("count", static_cast<std::int64_t>(all - shown));
}

/// The note with the line that it is about, and the file where there are several.
Message note_words(const Note& note, bool several_files) {
  if (note.place.line == 0) return note.text;
  if (!several_files) {
    return Message{Text{"{note} (line {line})", "{note}（第 {line} 行）"}}
        .with("note", note.text)
        .with("line", note.place.line);
  }
  return Message{Text{"{note} ({file}, line {line})", "{note}（{file} 第 {line} 行）"}}
      .with("note", note.text)
      .with("file", note.place.source)
      .with("line", note.place.line);
}

doc::Section notes_section(const std::vector<Note>& notes, bool several_files, std::size_t shown) {
  doc::Section section{"notes", Text{"Notes", "提示"}, {}, {}};
  for (const Note& note : notes) {
    if (section.blocks.size() == shown) break;
    section.blocks.emplace_back(doc::Paragraph{note_words(note, several_files), mood(note.severity)});
  }
  if (notes.size() > shown) section.blocks.emplace_back(doc::Paragraph{and_more(notes.size(), shown)});
  return section;
}

doc::Section quarantine_section(const std::vector<ingest::QuarantinedRow>& rows, bool several_files,
                                std::size_t shown) {
  doc::Table table;
  table.columns = {{Text{"Line", "行"}, {}},
                   {Text{"Field", "字段"}, {}},
                   {Text{"Value", "值"}, {}},
                   {Text{"Reason", "原因"}, {}},
                   {Text{"Amount at stake", "涉及金额"}, {}}};
  if (several_files) table.columns.insert(table.columns.begin() + 1, {Text{"File", "文件"}, {}});
  for (const ingest::QuarantinedRow& row : rows) {
    if (table.rows.size() == shown) break;
    std::vector<doc::Cell> cells{
        doc::Value(Message::verbatim(place_words(row.place))), doc::Value(Message::verbatim(row.field)),
        doc::Value(Message::verbatim(row.value)), doc::Value(row.reason), doc::cell(row.amount_at_stake)};
    if (several_files) cells.insert(cells.begin() + 1, doc::Value(Message::verbatim(row.place.source)));
    table.rows.push_back(std::move(cells));
  }
  if (rows.size() > shown) table.footnote = and_more(rows.size(), shown);
  return {"quarantine",
          Text{"Rows set apart: in no figure above", "被隔离的行：未计入以上任何指标"},
          {table},
          {}};
}

}  // namespace

doc::Document answer_document(const Answer& answer, bool explain, bool quiet, Length length) {
  doc::Document document = answer.document;
  const bool several_files = answer.sources.size() > 1;
  if (!answer.quarantine.empty())
    document.sections.push_back(quarantine_section(answer.quarantine, several_files, rows_shown(length)));
  if (!answer.notes.empty() && !quiet)
    document.sections.push_back(notes_section(answer.notes, several_files, notes_shown(length)));
  auto section = explain ? doc::explanation(document) : std::nullopt;
  if (!section) return document;
  if (answer.as_of) {
    section->title =
        Message{Text{"How each figure is made, as of {as_of}", "各项指标的计算方法（基准日 {as_of}）"}}.with(
            "as_of", *answer.as_of);
  }
  document.sections.push_back(*std::move(section));
  return document;
}

}  // namespace ae::app
