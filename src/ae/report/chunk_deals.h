#pragma once

#include <array>
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
  void add(DealKind kind, Currency currency, std::int64_t minor) { sums_[kind].add(currency, minor); }
  void merge(const KindSums& other);

  const DealSum& operator[](DealKind kind) const { return sums_[kind]; }
  DealSum open() const;
  DealSum won() const;
  const DealSum& won_in_period() const { return sums_[DealKind::kWonInPeriod]; }
  const DealSum& lost() const { return sums_[DealKind::kLost]; }
  void merge(DealKind kind, const DealSum& deals) { sums_[kind].merge(deals); }
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
  const std::vector<DealKind>& kinds() const { return kinds_; }

  /// The sums of each currency, in the order in which they stand.
  const std::vector<std::pair<Currency, KindSums>>& totals() const { return totals_; }
  KindSums all() const;
  const DateChecks& dates() const { return dates_; }

  /// For each of several conditions the sum of the open deals of which `holds(row)` is true.
  template <typename... Holds>
  std::array<DealSum, sizeof...(Holds)> sums_of_open(const Holds&... holds) const {
    constexpr std::size_t kSums = sizeof...(Holds);
    std::array<DealSum, kSums> sums;
    if (!adds_plainly_) {
      for (const std::uint32_t row : open()) {
        std::size_t at = 0;
        ((holds(row) ? sums[at++].add(chunk_, row) : void(++at)), ...);
      }
      return sums;
    }
    // No branch depends on a deal.
    std::array<PlainSum, kSums> plain;
    const std::int64_t* const amounts = chunk_.amount.data();
    for (const std::uint32_t row : open_) {
      const PlainSum deal = PlainSum::of(amounts[row]);
      std::size_t at = 0;
      (plain[at++].add(deal, holds(row)), ...);
    }
    for (std::size_t at = 0; at < kSums; ++at) sums[at] = plain[at].in(totals_.front().first);
    return sums;
  }
  template <typename Holds>
  DealSum sum_of_open(const Holds& holds) const {
    return sums_of_open(holds).front();
  }
  /// Whether all deals are in one currency, and no sum of their amounts is too large for a PlainSum.
  bool adds_plainly() const { return adds_plainly_; }

 private:
  void part_by_state();
  void add_totals();
  void add_totals_plainly();

  const table::OpportunityChunk& chunk_;
  const Scope& scope_;
  std::vector<std::uint32_t> open_, won_, lost_;
  std::vector<DealKind> kinds_;
  std::vector<std::pair<Currency, KindSums>> totals_;
  bool adds_plainly_ = false;
  DateChecks dates_;
};

}  // namespace ae::report
