#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "ae/report/date_checks.h"
#include "ae/report/plain_sums.h"

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

/// Deals in columns, each as a PlainSum.
struct PlainColumns {
  PlainColumns() = default;
  explicit PlainColumns(std::size_t rows)
      : counts(std::make_unique_for_overwrite<std::uint64_t[]>(rows)),
        amounts(std::make_unique_for_overwrite<std::int64_t[]>(rows)) {}

  PlainSum operator[](std::size_t row) const { return {counts[row], amounts[row]}; }

  std::unique_ptr<std::uint64_t[]> counts;
  std::unique_ptr<std::int64_t[]> amounts;
};

/// What several folds ask of the deals of a chunk, found out once for all of them.
class ChunkDeals {
 public:
  /// Both have to outlive it.
  ChunkDeals(const table::OpportunityChunk& chunk, const Scope& scope);

  const table::OpportunityChunk& chunk() const { return chunk_; }
  const Scope& scope() const { return scope_; }

  /// The rows of open, won and lost deals, in order.
  std::span<const std::uint32_t> open() const { return listed(DealState::kOpen); }
  std::span<const std::uint32_t> won() const { return listed(DealState::kWon); }
  std::span<const std::uint32_t> lost() const { return listed(DealState::kLost); }
  DealKind kind(std::size_t row) const { return kinds_[row]; }
  std::span<const DealKind> kinds() const { return {kinds_.get(), chunk_.rows()}; }

  /// The sums of each currency, in the order in which they stand.
  const std::vector<std::pair<Currency, KindSums>>& totals() const { return totals_; }
  KindSums all() const;
  const DateChecks& dates() const { return dates_; }

  /// For each of several conditions the sum of the open deals of which `holds(row)` is true. May ask of rows
  /// that are not open.
  template <typename... Holds>
  [[gnu::always_inline]] std::array<DealSum, sizeof...(Holds)> sums_of_open(const Holds&... holds) const {
    constexpr std::size_t kSums = sizeof...(Holds);
    std::array<DealSum, kSums> sums;
    if (!adds_plainly_) {
      for (const std::uint32_t row : open()) {
        std::size_t at = 0;
        ((holds(row) ? sums[at++].add(chunk_, row) : void(++at)), ...);
      }
      return sums;
    }
    // Every row, and no branch depends on a deal: that takes wide vectors.
    std::array<PlainSum, kSums> plain;
    const std::uint64_t* const counts = plain_open_.counts.get();
    const std::int64_t* const amounts = plain_open_.amounts.get();
    for (std::size_t row = 0, rows = chunk_.rows(); row < rows; ++row) {
      std::size_t at = 0;
      (plain[at++].add({counts[row], amounts[row]}, holds(row)), ...);
    }
    for (std::size_t at = 0; at < kSums; ++at) sums[at] = plain[at].in(totals_.front().first);
    return sums;
  }
  /// Whether all deals are in one currency, and up to kMostPlainDeals of such amounts have a PlainSum.
  bool adds_plainly() const { return adds_plainly_; }
  /// Of chunks that add plainly: every deal by its row, and the open deals by the category that their source
  /// gives and by their kind.
  using PlainByCategory = EnumArray<ForecastCategory, EnumArray<DealKind, PlainSum>>;
  const PlainByCategory& plain_by_category() const { return plain_by_category_; }
  const PlainColumns& plain() const { return plain_; }

 private:
  /// Rows of one state; made when somebody asks for them.
  struct List {
    std::unique_ptr<std::uint32_t[]> rows;
    std::size_t size = 0;
  };

  std::span<const std::uint32_t> listed(DealState state) const;
  void add_totals();
  void add_totals_plainly();

  const table::OpportunityChunk& chunk_;
  const Scope& scope_;
  mutable EnumArray<DealState, List> lists_;
  std::unique_ptr<DealKind[]> kinds_;
  std::vector<std::pair<Currency, KindSums>> totals_;
  bool adds_plainly_ = false;
  // Of chunks that add plainly, by row: every deal; the same of open deals, and nothing of others.
  PlainColumns plain_, plain_open_;
  PlainByCategory plain_by_category_;
  DateChecks dates_;
};

}  // namespace ae::report
