#include "ae/report/hygiene_checks.h"

namespace ae::report {
namespace {

/// The most days that a deal may be in each stage.
EnumArray<Stage, std::int64_t> age_limits(const Policy& policy) {
  EnumArray<Stage, std::int64_t> limits;
  for (const Stage stage : enumerators<Stage>())
    limits[stage] = policy.age_limit_days(stage).value_or(std::numeric_limits<std::int64_t>::max());
  return limits;
}

bool is_older(const ChunkDeals& deals, std::size_t row, std::int64_t limit_days) {
  const Date created = deals.chunk().dates(OpportunityField::kCreatedDate)[row];
  const Date as_of = deals.scope().as_of;
  return !created.is_none() && created <= as_of && as_of - created > limit_days;
}

}  // namespace

bool applies(HygieneRule rule, const table::OpportunityChunk& chunk) {
  const auto columns = needs(rule);
  return std::all_of(columns.begin(), columns.end(),
                     [&](OpportunityField field) { return chunk.has(field); });
}

StageClock::StageClock(const ChunkDeals& deals)
    : stage_(deals.chunk().stage),
      entered_(deals.chunk().dates(OpportunityField::kStageDate)),
      as_of_(deals.scope().as_of),
      limits_(age_limits(deals.scope().policy)) {}

std::vector<HygieneRule> broken_rules(const ChunkDeals& deals, std::size_t row,
                                      const std::optional<std::int64_t>& won_cycle_limit_days) {
  std::vector<HygieneRule> broken;
  for (const HygieneRule rule : enumerators<HygieneRule>()) {
    if (rule == HygieneRule::kNewDeals || !applies(rule, deals.chunk())) continue;
    const bool breaks =
        rule == HygieneRule::kOlderThanWonCycle
            ? won_cycle_limit_days && is_older(deals, row, *won_cycle_limit_days)
            : with_check<bool>(rule, deals, [&](auto breaks_rule) { return bool{breaks_rule(row)}; });
    if (breaks) broken.push_back(rule);
  }
  return broken;
}

}  // namespace ae::report
