#include "ae/report/number_counts.h"

#include "ae/base/assert.h"

namespace ae::report {

std::int64_t NumberCounts::count() const {
  std::int64_t total = 0;
  for (const auto& [number, count] : counts_) total += count;
  return total;
}

Int128 NumberCounts::sum() const {
  Int128 total = 0;
  for (const auto& [number, count] : counts_) total += Int128{number} * count;
  return total;
}

std::int64_t NumberCounts::at_rank(std::int64_t rank) const {
  for (const auto& [number, count] : counts_) {
    if (rank < count) return number;
    rank -= count;
  }
  AE_ASSERT(rank < 0);
  return 0;
}

std::optional<Int128> NumberCounts::twice_median() const {
  const std::int64_t total = count();
  if (total == 0) return std::nullopt;
  return Int128{at_rank((total - 1) / 2)} + at_rank(total / 2);
}

std::optional<std::int64_t> NumberCounts::percentile(std::int64_t percent) const {
  const std::int64_t total = count();
  if (total == 0) return std::nullopt;
  const auto rank = static_cast<std::int64_t>((Int128{total} * percent + 99) / 100);
  return at_rank(rank == 0 ? 0 : rank - 1);
}

std::optional<Days> mean_days(const NumberCounts& days) { return Days::of(days.sum(), days.count()); }

std::optional<Days> median_days(const NumberCounts& days) {
  const auto twice = days.twice_median();
  return twice ? Days::of(*twice, 2) : std::nullopt;
}

}  // namespace ae::report
