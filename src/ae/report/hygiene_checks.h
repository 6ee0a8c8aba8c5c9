#pragma once

#include <optional>
#include <vector>

#include "ae/domain/hygiene_rule.h"
#include "ae/report/chunk_deals.h"

namespace ae::report {

/// Whether the chunk's source has the columns that the rule needs.
bool applies(HygieneRule rule, const table::OpportunityChunk& chunk);

/// Tells of every open deal of a chunk which rules it breaks. The predicates of single rules have no branch
/// that depends on the row, so that sums over many deals are quick: they may be asked of any row, and mean
/// something for open ones. A rule whose column is absent has no meaning there (applies).
class HygieneChecks {
 public:
  /// `deals` have to outlive it.
  explicit HygieneChecks(const ChunkDeals& deals);

  bool close_date_past(std::size_t row) const { return both(!close_[row].is_none(), close_[row] < as_of_); }
  bool close_date_missing(std::size_t row) const { return close_[row].is_none(); }
  bool amount_missing(std::size_t row) const { return amounts_[row] == table::kNoAmount; }
  bool amount_negative(std::size_t row) const {
    return both(amounts_[row] != table::kNoAmount, amounts_[row] < 0);
  }
  bool next_step_missing(std::size_t row) const { return steps_[row] == table::TextColumn::kEmpty; }
  /// Without an activity, or since none is known without having been created, for longer than the policy
  /// allows; also when neither is known: no date lies further back than any.
  bool no_recent_activity(std::size_t row) const {
    // Both are loaded, whichever counts: a load that depends on the row keeps loops from being vectors.
    const std::int32_t active = active_[row].days_since_1970();
    const std::int32_t created = created_[row].days_since_1970();
    const std::int32_t last = active == Date().days_since_1970() ? created : active;
    return std::int64_t{as_of_.days_since_1970()} - last > most_idle_days_;
  }
  bool stage_overdue(std::size_t row) const {
    return both(!entered_[row].is_none(), days_in_stage(row) > limits_[stages_[row]]);
  }
  bool stage_unknown(std::size_t row) const { return stages_[row] == Stage::kUnknown; }
  bool added_lately(std::size_t row) const {
    const std::int64_t days = days_since(created_[row]);
    return both(days >= 0, days <= most_new_days_);
  }

  /// Days from entering the stage to the as-of date.
  std::int64_t days_in_stage(std::size_t row) const { return days_since(entered_[row]); }

  /// The rules that an open row breaks, in their order; new_deals is none to break, and
  /// older_than_won_cycle needs `won_cycle_limit_days`, as HygieneResult has it.
  std::vector<HygieneRule> broken(std::size_t row,
                                  const std::optional<std::int64_t>& won_cycle_limit_days) const;

 private:
  static bool both(bool one, bool other) { return (static_cast<int>(one) & static_cast<int>(other)) != 0; }
  std::int64_t days_since(Date day) const {
    return std::int64_t{as_of_.days_since_1970()} - day.days_since_1970();
  }
  bool breaks(HygieneRule rule, std::size_t row,
              const std::optional<std::int64_t>& won_cycle_limit_days) const;

  const table::OpportunityChunk& chunk_;
  const std::uint32_t* steps_;
  const Date *close_, *active_, *created_, *entered_;
  const std::int64_t* amounts_;
  const Stage* stages_;
  Date as_of_;
  std::int64_t most_idle_days_, most_new_days_;
  EnumArray<Stage, std::int64_t> limits_;  ///< the most days that a deal may be in each stage
};

}  // namespace ae::report
