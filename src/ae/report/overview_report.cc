#include "ae/report/overview_report.h"

#include <algorithm>
#include <iterator>

namespace ae::report {

void OverviewReport::Partial::add(const table::OpportunityChunk& chunk, const Scope& scope) {
  const ChunkDeals deals(chunk, scope);
  pipeline.add(deals);
  win_loss.add(deals);
}

void OverviewReport::Partial::merge(const Partial& other) {
  pipeline.merge(other.pipeline);
  win_loss.merge(other.win_loss);
}

Result<OverviewResult> OverviewReport::finalize(const Partial& partial, const Scope& scope,
                                                std::vector<Note>& notes) {
  OverviewResult result;
  AE_TRY(result.pipeline, PipelineReport::finalize(partial.pipeline, scope, notes));
  std::vector<Note> more;
  AE_TRY(result.win_loss, WinLossReport::finalize(partial.win_loss, scope, more));
  // Both may have the same to say of dates.
  std::copy_if(more.begin(), more.end(), std::back_inserter(notes),
               [&](const Note& note) { return std::find(notes.begin(), notes.end(), note) == notes.end(); });
  return result;
}

doc::Document OverviewReport::render(const OverviewResult& output, const Scope& scope) {
  doc::Document document = PipelineReport::render(output.pipeline, scope);
  document.title = kInfo.title;
  for (doc::Section& section : WinLossReport::render(output.win_loss, scope).sections)
    document.sections.push_back(std::move(section));
  return document;
}

std::int64_t OverviewReport::findings(const OverviewResult& output) {
  return PipelineReport::findings(output.pipeline) + WinLossReport::findings(output.win_loss);
}

}  // namespace ae::report
