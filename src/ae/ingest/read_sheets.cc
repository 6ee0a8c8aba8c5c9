#include "ae/ingest/read_sheets.h"

#include <algorithm>
#include <set>

#include "ae/base/parallel.h"
#include "ae/ingest/assembly.h"
#include "ae/ingest/chunk_builder.h"
#include "ae/ingest/column_formats.h"
#include "ae/ingest/currency_rule.h"
#include "ae/ingest/identity.h"
#include "ae/ingest/row_reader.h"

namespace ae::ingest {
namespace {

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

}  // namespace

Result<void> recognise_columns(std::span<Sheet> sheets, const ReadOptions& options) {
  std::vector<std::vector<std::string>> headers;
  for (const Sheet& sheet : sheets) headers.push_back(headers_of(sheet.records[sheet.header]));
  const Place first_header{sheets.front().name, sheets.front().records.line(sheets.front().header), 0};
  AE_TRY_VOID(check_chosen_columns(options.columns, headers, first_header));
  for (Sheet& sheet : sheets) AE_TRY_VOID(recognise(sheet, options));
  return {};
}

Result<std::vector<Sheet>> open_sheets(std::span<const Source> sources, const ReadOptions& options) {
  std::vector<Sheet> sheets;
  for (const Source& source : sources) {
    AE_TRY(Sheet sheet, open_sheet(source, options));
    sheets.push_back(std::move(sheet));
  }
  AE_TRY_VOID(recognise_columns(sheets, options));
  return sheets;
}

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
  read.reading.currency = currency_of(read.reading.table, currencies.bare);
  return read;
}

}  // namespace ae::ingest
