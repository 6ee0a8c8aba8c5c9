#include "ae/domain/policy.h"

#include "ae/base/assert.h"
#include "ae/config/content.h"

namespace ae {

std::optional<std::int64_t> Policy::age_limit_days(Stage stage) const {
  switch (stage) {
    case Stage::kProspect:
      return stages.prospect.age_limit_days;
    case Stage::kDiscovery:
      return stages.discovery.age_limit_days;
    case Stage::kDemo:
      return stages.demo.age_limit_days;
    case Stage::kProposal:
      return stages.proposal.age_limit_days;
    case Stage::kNegotiation:
      return stages.negotiation.age_limit_days;
    case Stage::kClosedWon:
    case Stage::kClosedLost:
    case Stage::kUnknown:
    case Stage::kCount:
      break;
  }
  return std::nullopt;
}

ForecastCategory Policy::category_of(Probability probability) const {
  if (probability.is_none()) return ForecastCategory::kNone;
  if (probability >= categories.commit_from) return ForecastCategory::kCommit;
  if (probability >= categories.best_case_from) return ForecastCategory::kBestCase;
  if (probability >= categories.pipeline_from) return ForecastCategory::kPipeline;
  return ForecastCategory::kUpside;
}

const CoverageTarget& Policy::coverage_target(Phase phase) const {
  if (phase == Phase::kEarly) return coverage.early;
  return phase == Phase::kMid ? coverage.mid : coverage.late;
}

const Policy& default_policy() {
  static const Policy policy = [] {
    const Result<Policy> loaded = load_policy("", "");
    AE_ASSERT(loaded.has_value());
    return *loaded;
  }();
  return policy;
}

}  // namespace ae
