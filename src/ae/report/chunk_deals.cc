#include "ae/report/chunk_deals.h"

#include <algorithm>

namespace ae::report {
namespace {

/// The kind of a deal, but for the period.
using KindOf = EnumArray<DealState, EnumArray<Stage, DealKind>>;

constexpr KindOf kKindOf = [] {
  KindOf kinds;
  for (const Stage stage : enumerators<Stage>()) {
    kinds[DealState::kOpen][stage] =
        stage < Stage::kClosedWon ? static_cast<DealKind>(stage) : DealKind::kOpenElsewhere;
    kinds[DealState::kWon][stage] = DealKind::kWonElsewhen;
    kinds[DealState::kLost][stage] = DealKind::kLost;
  }
  return kinds;
}();
static_assert(stage_of(DealKind::kNegotiation) == Stage::kNegotiation);

/// Whether all are in one currency.
bool is_one(const std::vector<Currency>& currencies) {
  std::size_t others = 0;
  for (const Currency currency : currencies)
    others += static_cast<std::size_t>(!(currency == currencies.front()));
  return others == 0 && !currencies.empty();
}

/// Whether amounts so large, as many as the rows of a chunk, add up to 64 bits in any case.
bool adds_up(const std::vector<std::int64_t>& amounts) {
  constexpr std::uint64_t kLarge = std::uint64_t{1} << 40;
  constexpr std::size_t kMany = std::size_t{1} << 22;
  std::uint64_t bits = 0;
  for (const std::int64_t amount : amounts) {
    const std::int64_t known = amount == table::kNoAmount ? 0 : amount;
    bits |= static_cast<std::uint64_t>(known ^ (known >> 63));
  }
  return bits < kLarge && amounts.size() <= kMany;
}

}  // namespace

void KindSums::merge(const KindSums& other) {
  for (const DealKind kind : enumerators<DealKind>()) sums_[kind].merge(other.sums_[kind]);
}

DealSum KindSums::open() const {
  DealSum sum;
  for (const DealKind kind : enumerators<DealKind>()) {
    if (is_open(kind)) sum.merge(sums_[kind]);
  }
  return sum;
}

DealSum KindSums::won() const {
  DealSum sum = sums_[DealKind::kWonInPeriod];
  sum.merge(sums_[DealKind::kWonElsewhen]);
  return sum;
}

MoneySum KindSums::weighted(const Policy& policy) const {
  MoneySum sum;
  for (const DealKind kind : enumerators<DealKind>()) {
    const Probability probability = policy.probability(stage_of(kind));
    if (!probability.is_none()) sum.merge_times(sums_[kind].amount, probability.millionths());
  }
  return sum;
}

ChunkDeals::ChunkDeals(const table::OpportunityChunk& chunk, const Scope& scope)
    : chunk_(chunk), scope_(scope) {
  part_by_state();
  adds_plainly_ = is_one(chunk.currency) && adds_up(chunk.amount);
  if (adds_plainly_) {
    add_totals_plainly();
  } else {
    add_totals();
  }
  dates_.add(*this);
}

void ChunkDeals::part_by_state() {
  const std::size_t rows = chunk_.rows();
  for (std::vector<std::uint32_t>* list : {&open_, &won_, &lost_}) list->resize(rows);
  kinds_.resize(rows);
  const Date first = scope_.period.start;
  const Date last = std::min(scope_.period.end, scope_.as_of);
  const std::vector<Date>& closed = chunk_.dates(OpportunityField::kClosedDate);
  // Every row goes onto every list; which lists keep it takes no branch.
  std::size_t open = 0, won = 0, lost = 0;
  std::uint32_t* const open_rows = open_.data();
  std::uint32_t* const won_rows = won_.data();
  std::uint32_t* const lost_rows = lost_.data();
  DealKind* const kinds = kinds_.data();
  const Date* const closed_on = closed.data();
  const Stage* const stages = chunk_.stage.data();
  const DealState* const states = chunk_.state.data();
  for (std::size_t row = 0; row < rows; ++row) {
    const DealState state = states[row];
    const auto place = static_cast<std::uint32_t>(row);
    open_rows[open] = place;
    won_rows[won] = place;
    lost_rows[lost] = place;
    open += static_cast<std::size_t>(state == DealState::kOpen);
    won += static_cast<std::size_t>(state == DealState::kWon);
    lost += static_cast<std::size_t>(state == DealState::kLost);
    const int earlier = static_cast<int>(state == DealState::kWon) &
                        static_cast<int>(closed_on[row] >= first) & static_cast<int>(closed_on[row] <= last);
    kinds[row] = static_cast<DealKind>(static_cast<int>(kKindOf[state][stages[row]]) - earlier);
  }
  open_.resize(open);
  won_.resize(won);
  lost_.resize(lost);
}

void ChunkDeals::add_totals_plainly() {
  EnumArray<DealKind, PlainSum> sums;
  EnumArray<DealKind, PlainSum> of_odd_rows;  // sums that do not have to wait for each other
  const std::int64_t* const amounts = chunk_.amount.data();
  const DealKind* const kinds = kinds_.data();
  const std::size_t rows = chunk_.rows();
  for (std::size_t row = 0; row + 1 < rows; row += 2) {
    sums[kinds[row]].add(PlainSum::of(amounts[row]));
    of_odd_rows[kinds[row + 1]].add(PlainSum::of(amounts[row + 1]));
  }
  if (rows % 2 != 0) sums[kinds[rows - 1]].add(PlainSum::of(amounts[rows - 1]));
  const Currency currency = chunk_.currency.front();
  totals_.emplace_back(currency, KindSums{});
  for (const DealKind kind : enumerators<DealKind>()) {
    sums[kind].add(of_odd_rows[kind]);
    totals_.front().second.merge(kind, sums[kind].in(currency));
  }
}

void ChunkDeals::add_totals() {
  KindSums* totals = nullptr;
  for (std::size_t row = 0; row < chunk_.rows(); ++row) {
    const Currency currency = chunk_.currency[row];
    if (totals == nullptr || currency != chunk_.currency[row - 1]) {
      auto found = std::find_if(totals_.begin(), totals_.end(),
                                [&](const auto& entry) { return entry.first == currency; });
      if (found == totals_.end()) found = totals_.insert(found, {currency, {}});
      totals = &found->second;
    }
    totals->add(kinds_[row], chunk_, row);
  }
}

KindSums ChunkDeals::all() const {
  KindSums all;
  for (const auto& [currency, totals] : totals_) all.merge(totals);
  return all;
}

}  // namespace ae::report
