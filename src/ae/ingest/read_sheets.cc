#include "ae/ingest/read_sheets.h"

#include <algorithm>
#include <set>

#include "ae/base/parallel.h"
#include "ae/ingest/chunk_builder.h"
#include "ae/ingest/column_formats.h"
#include "ae/ingest/currency_rule.h"
#include "ae/ingest/identity.h"
#include "ae/ingest/reading_notes.h"
#include "ae/ingest/row_reader.h"

namespace ae::ingest {
namespace {

void append(std::vector<Note>& notes, const std::vector<Note>& more) {
  notes.insert(notes.end(), more.begin(), more.end());
}

Result<std::vector<Sheet>> open_sheets(std::span<const Source> sources, const ReadOptions& options) {
  std::vector<Sheet> sheets;
  std::vector<std::vector<std::string>> headers;
  for (const Source& source : sources) {
    AE_TRY(Sheet sheet, open_sheet(source, options));
    headers.push_back(headers_of(sheet.records[sheet.header]));
    sheets.push_back(std::move(sheet));
  }
  const Place first_header{sheets.front().name, sheets.front().records.line(sheets.front().header), 0};
  AE_TRY_VOID(check_chosen_columns(options.columns, headers, first_header));
  for (Sheet& sheet : sheets) AE_TRY_VOID(recognise(sheet, options));
  return sheets;
}

std::vector<RecordRange> ranges_of(std::span<const Sheet> sheets, std::size_t chunk_rows) {
  const std::size_t step = std::max<std::size_t>(chunk_rows, 1);
  std::vector<RecordRange> ranges;
  for (std::size_t source = 0; source < sheets.size(); ++source) {
    const std::size_t end = sheets[source].records.size();
    for (std::size_t first = sheets[source].header + 1; first < end; first += step) {
      ranges.push_back({source, first, std::min(first + step, end)});
    }
  }
  return ranges;
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

/// The one currency of all kept amounts; without amounts that of the bare cells; nullopt when there are
/// several.
std::optional<Currency> currency_of(const table::OpportunityTable& table, Currency bare) {
  std::set<Currency> found;
  for (const table::OpportunityChunk& chunk : table.chunks) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      if (chunk.amount[row] != table::kNoAmount) found.insert(chunk.currency[row]);
    }
  }
  if (found.size() > 1) return std::nullopt;
  return found.empty() ? bare : *found.begin();
}

/// Puts the chunks together in the order of the rows.
class Assembly {
 public:
  explicit Assembly(std::span<const Sheet> sheets) : sheets_(sheets), deleted_(sheets.size()) {
    for (const Sheet& sheet : sheets) reading_.sources.push_back(summary_of(sheet));
  }

  void add(std::size_t source, BuiltChunk& built) {
    SourceSummary& summary = reading_.sources[source];
    summary.rows += built.rows;
    summary.kept += static_cast<std::int64_t>(built.chunk.rows());
    summary.quarantined += std::ssize(built.quarantine);
    summary.duplicates += built.duplicates;
    deleted_[source] += built.deleted;
    stages_.merge(built.stages);
    categories_.merge(built.categories);
    probabilities_.merge(built.probabilities);
    std::move(built.quarantine.begin(), built.quarantine.end(), std::back_inserter(reading_.quarantine));
    if (built.chunk.rows() > 0) reading_.table.chunks.push_back(std::move(built.chunk));
  }

  Reading finish(std::span<const ColumnFormats> formats, const CurrencyRule& currencies) {
    for (std::size_t source = 0; source < sheets_.size(); ++source) {
      append(reading_.notes, sheets_[source].contents.notes);
      append(reading_.notes, sheets_[source].notes);
      append(reading_.notes, sheets_[source].map.notes);
      append(reading_.notes, formats[source].notes);
    }
    append(reading_.notes, column_notes(sheets_));
    append(reading_.notes, currencies.notes);
    append(reading_.notes, stage_notes(stages_, sheets_));
    append(reading_.notes, category_notes(categories_, sheets_));
    append(reading_.notes, probability_notes(probabilities_, sheets_));
    for (std::size_t source = 0; source < sheets_.size(); ++source) {
      const std::int64_t duplicates = reading_.sources[source].duplicates;
      if (duplicates > 0) reading_.notes.push_back(duplicates_merged(duplicates, sheets_[source]));
      if (deleted_[source] > 0) reading_.notes.push_back(deleted_left_out(deleted_[source], sheets_[source]));
    }
    reading_.currency = currency_of(reading_.table, currencies.bare);
    return std::move(reading_);
  }

 private:
  std::span<const Sheet> sheets_;
  Reading reading_;
  std::vector<std::int64_t> deleted_;
  UnknownNames stages_;
  UnknownNames categories_;
  UnknownNames probabilities_;
};

}  // namespace

Result<ReadSheets> read_sheets(std::span<const Source> sources, const ReadOptions& options) {
  ReadSheets read;
  AE_TRY(read.sheets, open_sheets(sources, options));
  const std::vector<Sheet>& sheets = read.sheets;
  AE_TRY(const CurrencyRule currencies, settle_currencies(sheets, options));
  std::vector<ColumnFormats> formats;
  for (std::size_t source = 0; source < sheets.size(); ++source) {
    AE_TRY(ColumnFormats decided, decide_formats(sheets[source], options, currencies, source));
    formats.push_back(std::move(decided));
  }
  std::vector<StageNames> stages;
  for (const Sheet& sheet : sheets) stages.emplace_back(options.stages, sheet.map.names());
  std::vector<RowReader> readers;
  for (std::size_t source = 0; source < sheets.size(); ++source) {
    readers.emplace_back(sheets[source], formats[source], currencies, stages[source],
                         static_cast<std::uint32_t>(source));
  }
  const std::map<RowKey, IdVerdict> verdicts = judge_ids(readers);

  const std::vector<RecordRange> ranges = ranges_of(sheets, options.chunk_rows);
  std::vector<std::optional<BuiltChunk>> built(ranges.size());
  parallel_for(ranges.size(), options.threads,
               [&](std::size_t at) { built[at] = build_chunk(readers, verdicts, ranges[at]); });

  Assembly assembly(sheets);
  for (std::size_t at = 0; at < ranges.size(); ++at) assembly.add(ranges[at].source, *built[at]);
  read.reading = assembly.finish(formats, currencies);
  return read;
}

}  // namespace ae::ingest
