#pragma once

#include <cstdint>

#include "ae/report/scope.h"
#include "ae/table/opportunity_table.h"

/// What a row means in a scope. The one place for each rule that several figures share.
namespace ae::report {

inline bool is_open(const table::OpportunityChunk& chunk, std::size_t row) {
  return chunk.state[row] == DealState::kOpen;
}

inline bool has_amount(const table::OpportunityChunk& chunk, std::size_t row) {
  return chunk.amount[row] != table::kNoAmount;
}

/// The policy's probability of the stage that an open deal stands in. None for a stage that the method does
/// not know, and for a closed stage: a deal that its source calls open there is neither won nor lost.
inline Probability open_probability(const table::OpportunityChunk& chunk, std::size_t row,
                                    const Policy& policy) {
  const Stage stage = chunk.stage[row];
  return state_of(stage) == DealState::kOpen ? policy.probability(stage) : Probability{};
}

/// The category that the source gives, else the band of the stage's probability; kNone for a stage without
/// one.
inline ForecastCategory category(const table::OpportunityChunk& chunk, std::size_t row,
                                 const Policy& policy) {
  const ForecastCategory given = chunk.category[row];
  return given != ForecastCategory::kNone ? given : policy.category_of(open_probability(chunk, row, policy));
}

/// Won, and closed within the period up to as_of.
inline bool won_in_period(const table::OpportunityChunk& chunk, std::size_t row, const Scope& scope) {
  if (chunk.state[row] != DealState::kWon) return false;
  const Date closed = chunk.dates(OpportunityField::kClosedDate)[row];
  return scope.period.contains(closed) && closed <= scope.as_of;
}

/// Open with its close date in the period, whether or not that day has passed.
inline bool open_in_period(const table::OpportunityChunk& chunk, std::size_t row, const Scope& scope) {
  return is_open(chunk, row) && scope.period.contains(chunk.dates(OpportunityField::kCloseDate)[row]);
}

/// A count of deals and the exact sum of their known amounts.
struct DealSum {
  std::int64_t count = 0;
  std::int64_t with_amount = 0;
  MoneySum amount;

  void add(const table::OpportunityChunk& chunk, std::size_t row) {
    add(chunk.currency[row], chunk.amount[row]);
  }
  /// Adds a deal of this amount, or of none.
  void add(Currency currency, std::int64_t minor) {
    ++count;
    if (minor == table::kNoAmount) return;
    ++with_amount;
    amount.add(currency, minor);
  }
  void merge(const DealSum& other) {
    count += other.count;
    with_amount += other.with_amount;
    amount.merge(other.amount);
  }

  bool operator==(const DealSum&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.count, self.with_amount, self.amount);
  }
};

/// The same of deals in one currency, where 64 bits hold every sum.
struct PlainSum {
  std::uint64_t counts = 0;  ///< of deals, and of those with an amount in the upper half
  std::int64_t amount = 0;

  /// Of one deal.
  static PlainSum of(std::int64_t amount) {
    const auto known = static_cast<std::uint64_t>(amount != table::kNoAmount);
    return {1 | known << 32, amount & -static_cast<std::int64_t>(known)};
  }
  void add(const PlainSum& deal) {
    counts += deal.counts;
    amount += deal.amount;
  }
  /// Takes no branch.
  void add(const PlainSum& deal, bool counts_too) {
    const auto mask = -static_cast<std::int64_t>(counts_too);
    counts += deal.counts & static_cast<std::uint64_t>(mask);
    amount += deal.amount & mask;
  }
  DealSum in(Currency currency) const {
    DealSum sum;
    sum.count = static_cast<std::int64_t>(counts & 0xFFFFFFFFU);
    sum.with_amount = static_cast<std::int64_t>(counts >> 32);
    if (sum.with_amount > 0) sum.amount.add(currency, amount);
    return sum;
  }
};

}  // namespace ae::report
