#include <string>
#include <unordered_set>

#include "ae/app/load.h"
#include "ae/report/labels.h"
#include "ae/table/change.h"

namespace ae::app {
namespace {

using ingest::Reading;
using table::OpportunityChunk;
using table::OpportunityRow;

std::unordered_set<std::string> ids_of(const table::OpportunityTable& table) {
  std::unordered_set<std::string> ids;
  for (const OpportunityChunk& chunk : table.chunks) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      const std::string_view id = chunk.text(OpportunityField::kId).at(row);
      if (!id.empty()) ids.emplace(id);
    }
  }
  return ids;
}

struct LeftOut {
  std::int64_t open = 0;
  std::int64_t known = 0;
};

/// The closed rows that the pipeline does not hold, as rows of a source that is read after `sources` others.
OpportunityChunk closed_rows(const OpportunityChunk& chunk, const std::unordered_set<std::string>& known,
                             std::uint32_t sources, LeftOut& left_out) {
  OpportunityChunk closed(chunk.present());
  for (std::size_t index = 0; index < chunk.rows(); ++index) {
    OpportunityRow row = chunk.row(index);
    if (row.state == DealState::kOpen) {
      ++left_out.open;
    } else if (known.contains(std::string(row.texts[OpportunityField::kId]))) {
      ++left_out.known;
    } else {
      row.source += sources;
      closed.append(row);
    }
  }
  return closed;
}

void note(Reading& reading, const char* code, Text words, std::int64_t count) {
  if (count == 0) return;
  reading.notes.push_back({code, Severity::kInfo, Message{words}.with("deals", report::deals(count)), {}});
}

}  // namespace

Result<void> add_history(Reading& reading, const FilePath& history, ingest::ReadOptions options) {
  AE_TRY(ingest::Source source, ingest::read_source(history.path));
  if (!options.currency && reading.currency && !reading.currency->is_none())
    options.currency = reading.currency;
  std::vector<ingest::Source> sources;
  sources.push_back(std::move(source));
  AE_TRY(Reading past, ingest::read_opportunities(sources, options));
  const std::unordered_set<std::string> known = ids_of(reading.table);
  const auto before = static_cast<std::uint32_t>(reading.sources.size());
  LeftOut left_out;
  for (const OpportunityChunk& chunk : past.table.chunks)
    reading.table.chunks.push_back(closed_rows(chunk, known, before, left_out));
  if (past.currency != reading.currency && past.table.rows() > 0)
    reading.currency = table::one_currency(reading.table);
  reading.sources.insert(reading.sources.end(), past.sources.begin(), past.sources.end());
  reading.notes.insert(reading.notes.end(), past.notes.begin(), past.notes.end());
  reading.quarantine.insert(reading.quarantine.end(), past.quarantine.begin(), past.quarantine.end());
  note(reading, "history_open_left_out",
       Text{"{deals} of the history still open there: left out", "历史文件中 {deals}仍未结：未计入"},
       left_out.open);
  note(reading, "history_overlaps",
       Text{"{deals} of the history stand in the pipeline too: taken from there",
            "历史文件中 {deals}也在商机文件中：以后者为准"},
       left_out.known);
  return {};
}

}  // namespace ae::app
