#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "ae/report/date_checks.h"
#include "ae/report/rows.h"

namespace ae::report {

/// What a deal counts as. Open deals by their stage, in the order of kOpenStages; open ones elsewhere are in
/// a stage that the method does not know or calls closed.
enum class DealKind : std::uint8_t {
  kProspect,
  kDiscovery,
  kDemo,
  kProposal,
  kNegotiation,
  kOpenElsewhere,
  kWonInPeriod,  ///< closed in the scope's period, up to as_of
  kWonElsewhen,
  kLost,
  kCount
};

constexpr bool is_open(DealKind kind) { return kind <= DealKind::kOpenElsewhere; }

/// The open stage of a kind; kUnknown for every other.
constexpr Stage stage_of(DealKind kind) {
  return kind < DealKind::kOpenElsewhere ? static_cast<Stage>(kind) : Stage::kUnknown;
}

/// The sums of deals of every kind: all that depends on nothing else comes from these.
class KindSums {
 public:
  void add(DealKind kind, const table::OpportunityChunk& chunk, std::size_t row) {
    sums_[kind].add(chunk, row);
  }
  void merge(const KindSums& other);

  const DealSum& operator[](DealKind kind) const { return sums_[kind]; }
  DealSum open() const;
  DealSum won() const;
  const DealSum& won_in_period() const { return sums_[DealKind::kWonInPeriod]; }
  const DealSum& lost() const { return sums_[DealKind::kLost]; }
  /// Σ amount × the policy's probability of the stage in millionths, over open deals in stages that have one.
  MoneySum weighted(const Policy& policy) const;

  bool operator==(const KindSums&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.sums_);
  }

 private:
  EnumArray<DealKind, DealSum> sums_;
};

/// What several folds ask of the deals of a chunk, found out once for all of them.
class ChunkDeals {
 public:
  /// Both have to outlive it.
  ChunkDeals(const table::OpportunityChunk& chunk, const Scope& scope);

  const table::OpportunityChunk& chunk() const { return chunk_; }
  const Scope& scope() const { return scope_; }

  /// The rows of open, won and lost deals, in order.
  const std::vector<std::uint32_t>& open() const { return open_; }
  const std::vector<std::uint32_t>& won() const { return won_; }
  const std::vector<std::uint32_t>& lost() const { return lost_; }
  DealKind kind(std::size_t row) const { return kinds_[row]; }

  /// The sums of each currency, in the order in which they stand.
  const std::vector<std::pair<Currency, KindSums>>& totals() const { return totals_; }
  KindSums all() const;
  const DateChecks& dates() const { return dates_; }

  /// The sum of the open deals of which `holds(row)` is true.
  template <typename Holds>
  DealSum sum_of_open(Holds holds) const {
    DealSum sum;
    if (!adds_plainly_) {
      for (const std::uint32_t row : open()) {
        if (holds(row)) sum.add(chunk_, row);
      }
      return sum;
    }
    // No branch depends on a deal.
    std::int64_t count = 0, known = 0, amount = 0;
    const std::int64_t* const amounts = chunk_.amount.data();
    for (const std::uint32_t row : open_) {
      const auto counts = static_cast<std::int64_t>(holds(row));
      const std::int64_t adds = counts & static_cast<std::int64_t>(amounts[row] != table::kNoAmount);
      count += counts;
      known += adds;
      amount += -adds & amounts[row];
    }
    sum.count = count;
    sum.with_amount = known;
    if (known > 0) sum.amount.add(totals_.front().first, amount);
    return sum;
  }

 private:
  void part_by_state();
  void add_totals();

  const table::OpportunityChunk& chunk_;
  const Scope& scope_;
  std::vector<std::uint32_t> open_, won_, lost_;
  std::vector<DealKind> kinds_;
  std::vector<std::pair<Currency, KindSums>> totals_;
  bool adds_plainly_ = false;  ///< one currency, and no sum of amounts that 64 bits do not hold
  DateChecks dates_;
};

}  // namespace ae::report
