#include "ae/app/answer_json.h"

#include <algorithm>

namespace ae::app {
namespace {

using render::JsonWriter;
using render::write_json;

constexpr std::size_t kMostNotes = 200;
constexpr std::size_t kMostQuarantined = 100;

template <typename Value>
void member(JsonWriter& json, std::string_view name, const Value& value) {
  json.key(name);
  write_json(json, value);
}

/// Source, line and column; null where there is none.
void place_members(JsonWriter& json, const Place& place) {
  member(json, "source", place.source.empty() ? std::nullopt : std::optional(place.source));
  member(json, "line", place.line == 0 ? std::nullopt : std::optional(place.line));
  member(json, "column", place.column == 0 ? std::nullopt : std::optional(place.column));
}

void write_source(JsonWriter& json, const ingest::SourceSummary& source) {
  json.begin_object();
  member(json, "name", source.name);
  member(json, "container", source.container);
  member(json, "rows", source.rows);
  member(json, "kept", source.kept);
  member(json, "quarantined", source.quarantined);
  member(json, "duplicates", source.duplicates);
  member(json, "encoding", source.encoding);
  member(json, "delimiter", source.delimiter.empty() ? std::nullopt : std::optional(source.delimiter));
  member(json, "dialect", source.dialect.empty() ? std::nullopt : std::optional(source.dialect));
  member(json, "preset", source.preset);
  json.end_object();
}

void write_note(JsonWriter& json, const Note& note) {
  json.begin_object();
  member(json, "code", note.code);
  member(json, "severity", note.severity);
  member(json, "text", note.text);
  place_members(json, note.place);
  json.end_object();
}

void write_row(JsonWriter& json, const ingest::QuarantinedRow& row) {
  json.begin_object();
  place_members(json, row.place);
  member(json, "field", row.field.empty() ? std::nullopt : std::optional(row.field));
  member(json, "value", row.value);
  member(json, "reason", row.reason);
  member(json, "amount_at_stake", row.amount_at_stake);
  const bool named = row.amount_at_stake && !row.amount_at_stake->currency.is_none();
  member(json, "currency", named ? std::optional(row.amount_at_stake->currency.code()) : std::nullopt);
  json.end_object();
}

template <typename Item, typename Write>
void write_list(JsonWriter& json, std::string_view name, const std::vector<Item>& items, std::size_t most,
                Write&& write) {
  json.key(name);
  json.begin_array();
  for (std::size_t index = 0; index < std::min(items.size(), most); ++index) write(json, items[index]);
  json.end_array();
}

/// Money, rates and multiples as in results; null where a figure is missing.
void write_figure(JsonWriter& json, const doc::Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return write_json(json, *money);
  if (const auto* percent = std::get_if<doc::Percent>(&value)) return write_json(json, percent->value);
  if (const auto* multiple = std::get_if<doc::Multiple>(&value)) return write_json(json, multiple->value);
  json.null();
}

void write_what_if(JsonWriter& json, const WhatIf& what_if) {
  json.key("what_if");
  json.begin_object();
  member(json, "changes", what_if.changes);
  json.key("figures");
  json.begin_array();
  for (const WhatIfFigure& row : what_if.figures) {
    json.begin_object();
    member(json, "figure", row.figure);
    json.key("base");
    write_figure(json, row.base);
    json.key("changed");
    write_figure(json, row.changed);
    json.key("difference");
    write_figure(json, row.difference);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_explanation(JsonWriter& json, const doc::Document& document) {
  json.key("explain");
  json.begin_array();
  if (const auto section = doc::explanation(document)) {
    for (const std::vector<doc::Cell>& row : std::get<doc::Table>(section->blocks.front()).rows) {
      json.begin_object();
      member(json, "figure", std::get<Message>(row[0].value));
      member(json, "definition", std::get<Message>(row[1].value));
      member(json, "rows_in", std::get<doc::Count>(row[2].value).value);
      member(json, "rows_out", std::get<doc::Count>(row[3].value).value);
      json.end_object();
    }
  }
  json.end_array();
}

std::string schema_name(const Operation& operation) {
  std::string name = operation.name;
  std::replace(name.begin(), name.end(), ' ', '_');
  std::replace(name.begin(), name.end(), '-', '_');
  return "ae." + name + "/1";
}

}  // namespace

void write_answer_json(const Operation& operation, const Answer& answer, const Languages& languages,
                       bool explain, const render::Sink& sink) {
  JsonWriter json(languages, sink);
  json.begin_object();
  member(json, "schema", schema_name(operation));
  member(json, "as_of", answer.as_of);
  const bool named = answer.currency && !answer.currency->is_none();
  member(json, "currency", named ? std::optional(std::string(answer.currency->code())) : std::nullopt);
  write_list(json, "sources", answer.sources, answer.sources.size(), write_source);
  write_list(json, "notes", answer.notes, kMostNotes, write_note);
  member(json, "notes_total", static_cast<std::int64_t>(answer.notes.size()));
  write_list(json, "quarantine", answer.quarantine, kMostQuarantined, write_row);
  member(json, "quarantine_total", static_cast<std::int64_t>(answer.quarantine.size()));
  if (answer.what_if) write_what_if(json, *answer.what_if);
  if (explain) write_explanation(json, answer.document);
  json.key("result");
  answer.write_result(json);
  json.end_object();
  std::move(json).finish();
}

std::string error_json(const Error& error, const Languages& languages) {
  JsonWriter json(languages);
  json.begin_object();
  json.key("error");
  json.begin_object();
  member(json, "code", error.code);
  member(json, "message", error.message);
  json.key("hint");
  error.hint.empty() ? json.null() : write_json(json, error.hint);
  place_members(json, error.place);
  member(json, "value", error.value.empty() ? std::nullopt : std::optional(error.value));
  member(json, "did_you_mean", error.did_you_mean);
  json.end_object();
  json.end_object();
  return std::move(json).finish();
}

}  // namespace ae::app
