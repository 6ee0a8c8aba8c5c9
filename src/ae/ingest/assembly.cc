#include "ae/ingest/assembly.h"

#include <algorithm>
#include <utility>

#include "ae/ingest/reading_notes.h"

namespace ae::ingest {
namespace {

void append(std::vector<Note>& notes, const std::vector<Note>& more) {
  notes.insert(notes.end(), more.begin(), more.end());
}

SourceSummary summary_of(const Sheet& sheet) {
  SourceSummary summary;
  summary.name = sheet.name;
  summary.container = sheet.contents.container;
  summary.encoding = sheet.encoding;
  if (sheet.records.are_grid()) return summary;
  summary.delimiter = delimiter_name(sheet.delimiter);
  summary.dialect = sheet.dialect;
  if (sheet.map.preset) summary.preset = sheet.map.preset->name;
  return summary;
}

}  // namespace

Assembly::Assembly(std::span<const Sheet> sheets) : sheets_(sheets), deleted_(sheets.size()) {
  for (const Sheet& sheet : sheets) reading_.sources.push_back(summary_of(sheet));
}

void Assembly::add(std::size_t source, BuiltChunk& built) {
  SourceSummary& summary = reading_.sources[source];
  summary.rows += built.rows;
  summary.kept += built.kept;
  summary.quarantined += std::ssize(built.quarantine);
  summary.duplicates += built.duplicates;
  deleted_[source] += built.deleted;
  stages_.merge(built.stages);
  categories_.merge(built.categories);
  probabilities_.merge(built.probabilities);
  std::move(built.quarantine.begin(), built.quarantine.end(), std::back_inserter(reading_.quarantine));
  if (built.chunk.rows() > 0) reading_.table.chunks.push_back(std::move(built.chunk));
}

Reading Assembly::finish(std::span<const ColumnFormats> formats, const CurrencyRule& currencies) {
  for (std::size_t source = 0; source < sheets_.size(); ++source) {
    append(reading_.notes, sheets_[source].contents.notes);
    append(reading_.notes, sheets_[source].notes);
    append(reading_.notes, sheets_[source].map.notes);
    append(reading_.notes, formats[source].notes);
  }
  append(reading_.notes, column_notes(sheets_));
  append(reading_.notes, currencies.notes);
  append(reading_.notes, stage_notes(stages_));
  append(reading_.notes, category_notes(categories_));
  append(reading_.notes, probability_notes(probabilities_));
  for (std::size_t source = 0; source < sheets_.size(); ++source) {
    const std::int64_t duplicates = reading_.sources[source].duplicates;
    if (duplicates > 0) reading_.notes.push_back(duplicates_merged(duplicates, sheets_[source]));
    if (deleted_[source] > 0) reading_.notes.push_back(deleted_left_out(deleted_[source], sheets_[source]));
  }
  return std::move(reading_);
}

}  // namespace ae::ingest
