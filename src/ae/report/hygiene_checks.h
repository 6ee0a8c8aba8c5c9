#pragma once

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include "ae/domain/hygiene_rule.h"
#include "ae/report/chunk_deals.h"

/// Whether one open deal breaks one rule. Every predicate is made for a chunk and takes an open row of it;
/// none has a branch that depends on the deal, so that sums over many deals are quick.
namespace ae::report {

/// Whether the chunk's source has the columns that the rule needs.
bool applies(HygieneRule rule, const table::OpportunityChunk& chunk);

inline std::int64_t days_between(Date from, Date to) {
  return std::int64_t{to.days_since_1970()} - from.days_since_1970();
}

/// Tells whether deals are longer in their stage than the policy allows.
class StageClock {
 public:
  explicit StageClock(const ChunkDeals& deals);

  std::int64_t days(std::size_t row) const { return days_between(entered_[row], as_of_); }
  bool is_overdue(std::size_t row) const {
    return static_cast<bool>(static_cast<int>(!entered_[row].is_none()) &
                             static_cast<int>(days(row) > limits_[stage_[row]]));
  }

 private:
  const std::vector<Stage>& stage_;
  const std::vector<Date>& entered_;
  Date as_of_;
  EnumArray<Stage, std::int64_t> limits_;
};

/// Calls visit(breaks), where breaks(row) tells whether a row breaks the rule, and returns what it does. Of
/// kOlderThanWonCycle nothing is known from a chunk alone: then visit is not called, and Found{} is returned.
template <typename Found, typename Visit>
Found with_check(HygieneRule rule, const ChunkDeals& deals, Visit visit) {
  const table::OpportunityChunk& chunk = deals.chunk();
  const std::vector<Date>& close = chunk.dates(OpportunityField::kCloseDate);
  const std::vector<Date>& created = chunk.dates(OpportunityField::kCreatedDate);
  const Date as_of = deals.scope().as_of;
  const auto both = [](bool one, bool other) {
    return static_cast<bool>(static_cast<int>(one) & static_cast<int>(other));
  };
  switch (rule) {
    case HygieneRule::kCloseDatePast:
      return visit([&](std::size_t row) { return both(!close[row].is_none(), close[row] < as_of); });
    case HygieneRule::kCloseDateMissing:
      return visit([&](std::size_t row) { return close[row].is_none(); });
    case HygieneRule::kAmountMissing:
      return visit([&](std::size_t row) { return !has_amount(chunk, row); });
    case HygieneRule::kAmountNegative:
      return visit([&](std::size_t row) { return both(has_amount(chunk, row), chunk.amount[row] < 0); });
    case HygieneRule::kNextStepMissing: {
      const table::TextColumn& steps = chunk.text(OpportunityField::kNextStep);
      return visit([&](std::size_t row) { return steps.code(row) == table::TextColumn::kEmpty; });
    }
    case HygieneRule::kNoRecentActivity: {
      // Without an activity since they were created; also when neither day is known: no date lies further
      // back than any.
      const std::vector<Date>& active = chunk.dates(OpportunityField::kLastActivityDate);
      const std::int64_t most = deals.scope().policy.hygiene.recent_activity_days;
      return visit([&, most](std::size_t row) {
        return days_between(active[row].is_none() ? created[row] : active[row], as_of) > most;
      });
    }
    case HygieneRule::kStageOverdue:
      return visit([clock = StageClock(deals)](std::size_t row) { return clock.is_overdue(row); });
    case HygieneRule::kStageUnknown:
      return visit([&](std::size_t row) { return chunk.stage[row] == Stage::kUnknown; });
    case HygieneRule::kNewDeals: {
      const std::int64_t most = deals.scope().policy.hygiene.new_deal_days;
      return visit([&, most](std::size_t row) {
        const std::int64_t days = days_between(created[row], as_of);
        return both(days >= 0, days <= most);
      });
    }
    case HygieneRule::kOlderThanWonCycle:
    case HygieneRule::kCount:
      break;
  }
  return Found{};
}

/// The rules that an open row breaks, in their order; new_deals is none to break. `won_cycle_limit_days` as
/// HygieneResult has it.
std::vector<HygieneRule> broken_rules(const ChunkDeals& deals, std::size_t row,
                                      const std::optional<std::int64_t>& won_cycle_limit_days);

}  // namespace ae::report
