#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ae/app/file_change.h"
#include "ae/app/options.h"
#include "ae/app/what_if.h"
#include "ae/base/note.h"
#include "ae/doc/document.h"
#include "ae/ingest/read_opportunities.h"
#include "ae/render/json.h"
#include "ae/render/row_table.h"

namespace ae::app {

/// What an operation may change. Surfaces ask before the last.
enum class Effect : std::uint8_t { kReads, kWrites, kDestructive, kCount };

constexpr std::string_view key(Effect effect) {
  constexpr std::string_view kKeys[] = {"reads", "writes", "destructive"};
  return kKeys[static_cast<std::size_t>(effect)];
}

/// A talk with the person at the keyboard, beside the answer. Either part may be absent: then nothing is
/// shown, and nothing is answered.
struct Dialogue {
  std::function<void(const doc::Document&)> show;  ///< at once
  /// Shows the prompt and takes the line that the person types, without its end; nullopt when there is no
  /// more.
  std::function<std::optional<std::string>(const Message& prompt)> ask;
};

/// What the outside world is at the time of a call; surfaces say it, nothing below asks for it.
struct Environment {
  Date today;
  Languages languages{Language::kEnglish};  ///< when --lang is not given
  unsigned threads = 1;                     ///< when --threads is not given
  ingest::ReadProgress progress;            ///< may be absent
  Dialogue dialogue = {};
};

/// Rows that are a table of their own in CSV and in a workbook.
struct RowStream : render::RowTable {
  bool raw = false;  ///< cells stay as they are, and every format is CSV: the rows are all there is
};

/// What an operation answers, before any format: the document for people and the result for programs.
struct Answer {
  doc::Document document;
  std::function<void(render::JsonWriter&)> write_result;  ///< writes the value of "result"
  std::optional<RowStream> rows;  ///< for operations whose CSV and workbook have these rows
  std::optional<Date> as_of;
  std::optional<Currency> currency;
  std::vector<ingest::SourceSummary> sources;
  std::vector<Note> notes;
  std::vector<ingest::QuarantinedRow> quarantine;
  std::optional<std::string> out;       ///< a new file that the answer goes to, before --out
  bool out_is_taken = false;            ///< --out names one of `changes`: the answer goes to standard output
  std::vector<Message> messages;        ///< said beside the answer, on standard error
  std::optional<WhatIf> what_if;        ///< when changes were tried
  std::int64_t findings = 0;            ///< targets missed and findings made, for --check
  std::vector<FileChange> changes;      ///< files to write, once the answer stands
  bool refused = false;                 ///< what was asked for was not done, as the answer says: exit code 1
  std::optional<std::string> markdown;  ///< a file that people go on editing: what Markdown is then
};

/// One thing that a user can do, the same on every surface.
struct Operation {
  std::string name;  ///< as typed, one or two words: "policy show"
  Text title;
  Text question;  ///< what it answers or does, in one line
  Effect effect = Effect::kReads;
  std::vector<FlagSpec> flags;
  std::string words;       ///< placeholder of positional arguments: "[FILE]…"; empty: takes none
  std::string words_flag;  ///< the flag that they set: "data"
  std::string example;     ///< a command line that works in a checkout
  std::function<void(render::JsonWriter&)> write_result_schema;
  std::function<Result<Answer>(const Invocation&, const Environment&)> run;
  std::string rewrites = {};  ///< the flag whose file --out may name, too; empty: there is none
};

}  // namespace ae::app
