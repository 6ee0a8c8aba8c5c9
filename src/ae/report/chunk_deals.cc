#include "ae/report/chunk_deals.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "ae/base/vectors.h"

namespace ae::report {
namespace {

// The kinds are reckoned, so that no branch and no table stands in the way of vectors.
static_assert(stage_of(static_cast<DealKind>(Stage::kNegotiation)) == Stage::kNegotiation);
static_assert(static_cast<int>(DealKind::kWonElsewhen) - 1 == static_cast<int>(DealKind::kWonInPeriod));

/// Writes the kind of every deal; won ones count in the period when they closed from `first` to `last`.
AE_FOR_WIDE_VECTORS void tell_kinds(const table::OpportunityChunk& chunk, std::int32_t first,
                                    std::int32_t last, DealKind* kinds) {
  constexpr int kElsewhere = static_cast<int>(DealKind::kOpenElsewhere);
  const DealState* const states = chunk.state.data();
  const Stage* const stages = chunk.stage.data();
  const Date* const closed = chunk.dates(OpportunityField::kClosedDate).data();
  for (std::size_t row = 0, rows = chunk.rows(); row < rows; ++row) {
    const std::int32_t day = closed[row].days_since_1970();
    const int in_period = static_cast<int>(day >= first) & static_cast<int>(day <= last);
    const int open = std::min(static_cast<int>(stages[row]), kElsewhere);
    const int won = static_cast<int>(DealKind::kWonElsewhen) - in_period;
    const int closed_kind = states[row] == DealState::kWon ? won : static_cast<int>(DealKind::kLost);
    kinds[row] = static_cast<DealKind>(states[row] == DealState::kOpen ? open : closed_kind);
  }
}

/// Whether all are in one currency, and their amounts so small that they add up to 64 bits in any case, up to
/// kMostPlainDeals of them.
AE_FOR_WIDE_VECTORS bool is_plain(const table::OpportunityChunk& chunk) {
  constexpr unsigned kBits = 40;
  const std::size_t rows = chunk.rows();
  if (rows == 0 || rows > kMostPlainDeals) return false;
  const Currency* const currencies = chunk.currency.data();
  // Each is the one before it.
  if (std::memcmp(currencies, currencies + 1, (rows - 1) * sizeof(Currency)) != 0) return false;
  const std::int64_t* const amounts = chunk.amount.data();
  std::uint64_t beyond = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::int64_t known = amounts[row] == table::kNoAmount ? 0 : amounts[row];
    beyond |= (static_cast<std::uint64_t>(known) + (std::uint64_t{1} << kBits)) >> (kBits + 1);
  }
  return beyond == 0;
}

/// Writes every deal as a PlainSum, and the same of open ones, with nothing of others; gives the sum of all.
AE_FOR_WIDE_VECTORS PlainSum take(const table::OpportunityChunk& chunk, const PlainColumns& all,
                                  const PlainColumns& open) {
  const DealState* const states = chunk.state.data();
  const std::int64_t* const amounts = chunk.amount.data();
  std::uint64_t* const all_counts = all.counts.get();
  std::uint64_t* const open_counts = open.counts.get();
  std::int64_t* const all_amounts = all.amounts.get();
  std::int64_t* const open_amounts = open.amounts.get();
  std::uint64_t counts = 0;
  std::int64_t sum = 0;
  for (std::size_t row = 0, rows = chunk.rows(); row < rows; ++row) {
    const std::int64_t is_open = -static_cast<std::int64_t>(states[row] == DealState::kOpen);
    const PlainSum deal = PlainSum::of(amounts[row]);
    all_counts[row] = deal.counts;
    all_amounts[row] = deal.amount;
    open_counts[row] = deal.counts & static_cast<std::uint64_t>(is_open);
    open_amounts[row] = deal.amount & is_open;
    counts += deal.counts;
    sum += deal.amount;
  }
  return {counts, sum};
}

constexpr std::size_t kAtOnce = 8;

/// For every byte the places of its bits, the lowest first.
constexpr auto kPlacesOfBits = [] {
  std::array<std::array<std::uint8_t, kAtOnce>, 256> places{};
  for (unsigned bits = 0; bits < places.size(); ++bits) {
    std::size_t count = 0;
    for (std::uint8_t bit = 0; bit < kAtOnce; ++bit) {
      if ((bits >> bit & 1U) != 0) places[bits][count++] = bit;
    }
  }
  return places;
}();

/// Writes the rows of one state in order; gives their number. `rows` needs room for all rows: always eight
/// are written, since how many count must decide no branch.
AE_FOR_WIDE_VECTORS std::size_t list_rows(const std::vector<DealState>& states, DealState state,
                                          std::uint32_t* rows) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  const std::uint64_t same = kOnes * static_cast<std::uint64_t>(state);
  std::size_t count = 0;
  std::size_t row = 0;
  // A state takes two bits of its byte. The product moves the lowest bit of every byte into the highest byte.
  for (; row + kAtOnce <= states.size(); row += kAtOnce) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, states.data() + row, kAtOnce);
    bytes ^= same;
    const std::uint64_t bits = ((~(bytes | bytes >> 1) & kOnes) * 0x0102040810204080U) >> 56;
    const std::array<std::uint8_t, kAtOnce>& places = kPlacesOfBits[bits];
    for (std::size_t place = 0; place < kAtOnce; ++place)
      rows[count + place] = static_cast<std::uint32_t>(row) + places[place];
    count += static_cast<std::size_t>(std::popcount(bits));
  }
  for (; row < states.size(); ++row) {
    if (states[row] == state) rows[count++] = static_cast<std::uint32_t>(row);
  }
  return count;
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
    : chunk_(chunk),
      scope_(scope),
      kinds_(std::make_unique_for_overwrite<DealKind[]>(chunk.rows())),
      adds_plainly_(is_plain(chunk)) {
  tell_kinds(chunk, scope.period.start.days_since_1970(),
             std::min(scope.period.end, scope.as_of).days_since_1970(), kinds_.get());
  if (adds_plainly_) {
    add_totals_plainly();
  } else {
    add_totals();
  }
  dates_.add(*this);
}

std::span<const std::uint32_t> ChunkDeals::listed(DealState state) const {
  List& list = lists_[state];
  if (list.rows == nullptr) {
    list.rows = std::make_unique_for_overwrite<std::uint32_t[]>(chunk_.rows());
    list.size = list_rows(chunk_.state, state, list.rows.get());
  }
  return {list.rows.get(), list.size};
}

void ChunkDeals::add_totals_plainly() {
  plain_ = PlainColumns(chunk_.rows());
  plain_open_ = PlainColumns(chunk_.rows());
  PlainSum lost = take(chunk_, plain_, plain_open_);
  const ForecastCategory* const categories = chunk_.category.data();
  const DealKind* const kinds = kinds_.get();
  for (const std::uint32_t row : open()) plain_by_category_[categories[row]][kinds[row]].add(plain_[row]);
  EnumArray<DealKind, PlainSum> sums;
  for (const auto& of_category : plain_by_category_) {
    for (const DealKind kind : enumerators<DealKind>()) sums[kind].add(of_category[kind]);
  }
  for (const std::uint32_t row : won()) sums[kinds[row]].add(plain_[row]);
  for (const PlainSum& sum : sums) {
    lost.counts -= sum.counts;
    lost.amount -= sum.amount;
  }
  sums[DealKind::kLost] = lost;
  const Currency currency = chunk_.currency.front();
  totals_.emplace_back(currency, KindSums{});
  for (const DealKind kind : enumerators<DealKind>())
    totals_.front().second.merge(kind, sums[kind].in(currency));
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
