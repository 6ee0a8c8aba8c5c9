#include "ae/app/report_operation.h"

#include "ae/report/coverage_document.h"
#include "ae/report/labels.h"

namespace ae::app {
namespace {

/// The files without their folders.
std::string source_names(const std::vector<ingest::SourceSummary>& sources) {
  std::string names;
  for (const ingest::SourceSummary& source : sources) {
    names += (names.empty() ? "" : ", ") + source.name.substr(source.name.rfind('/') + 1);
  }
  return names;
}

}  // namespace

Message report_subtitle(const Loaded& loaded) {
  const report::Scope& scope = loaded.scope;
  const int left = scope.period.days_left(scope.as_of);
  return Message{Text{"{sources} · {deals} · as of {as_of} · {period} ({phase}, {days} days left)",
                      "{sources} · {deals} · 基准日 {as_of} · {period}（{phase}，剩余 {days} 天）"}}
      .with("sources", source_names(loaded.reading.sources))
      .with("deals", report::deals(loaded.deals))
      .with("as_of", scope.as_of)
      .with("period", scope.period.name)
      .with("phase", Message(report::name(scope.period.phase(scope.as_of))))
      .with("days", std::int64_t{std::max(left, 0)});
}

}  // namespace ae::app
