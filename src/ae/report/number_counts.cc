#include "ae/report/number_counts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ae/base/assert.h"

namespace ae::report {

template <typename Visit>
void NumberCounts::for_each(Visit visit) const {
  settle();
  auto other = others_.begin();
  for (; other != others_.end() && other->first < 0; ++other) visit(other->first, other->second);
  for (std::size_t number = 0; number < low_.size(); ++number) {
    if (low_[number] > 0) visit(static_cast<std::int64_t>(number), low_[number]);
  }
  for (; other != others_.end(); ++other) visit(other->first, other->second);
}

NumberCounts::Counts NumberCounts::merged(const Counts& a, const Counts& b) {
  Counts all;
  all.reserve(a.size() + b.size());
  auto ours = a.begin();
  for (const auto& theirs : b) {
    while (ours != a.end() && ours->first < theirs.first) all.push_back(*ours++);
    const bool both = ours != a.end() && ours->first == theirs.first;
    all.emplace_back(theirs.first, theirs.second + (both ? ours->second : 0));
    if (both) ++ours;
  }
  all.insert(all.end(), ours, a.end());
  return all;
}

namespace {

/// Sorts by eleven bits at a time, from the lowest; bits that are the same in all numbers take no pass.
void sort(std::vector<std::int64_t>& numbers) {
  constexpr unsigned kBits = 11;
  constexpr std::size_t kFew = 512;
  if (numbers.size() < kFew) {
    std::sort(numbers.begin(), numbers.end());
    return;
  }
  // With the sign bit turned over, the order is that of unsigned numbers.
  const auto digit_of = [](std::int64_t number, unsigned shift) {
    const std::uint64_t bits = static_cast<std::uint64_t>(number) ^ (std::uint64_t{1} << 63);
    return static_cast<std::size_t>(bits >> shift) & ((std::size_t{1} << kBits) - 1);
  };
  std::uint64_t differing = 0;
  for (const std::int64_t number : numbers) differing |= static_cast<std::uint64_t>(number ^ numbers.front());
  std::vector<std::int64_t> sorted(numbers.size());
  for (unsigned shift = 0; shift < 64 && differing >> shift != 0; shift += kBits) {
    std::array<std::uint32_t, std::size_t{1} << kBits> places{};
    for (const std::int64_t number : numbers) ++places[digit_of(number, shift)];
    std::uint32_t begin = 0;
    for (std::uint32_t& place : places) begin += std::exchange(place, begin);
    for (const std::int64_t number : numbers) sorted[places[digit_of(number, shift)]++] = number;
    numbers.swap(sorted);
  }
}

}  // namespace

void NumberCounts::settle() const {
  if (recent_.empty()) return;
  sort(recent_);
  Counts counted;
  for (const std::int64_t number : recent_) {
    if (counted.empty() || counted.back().first != number) counted.emplace_back(number, 0);
    ++counted.back().second;
  }
  recent_.clear();
  others_ = others_.empty() ? std::move(counted) : merged(others_, counted);
}

void NumberCounts::merge(const NumberCounts& other) {
  for (std::size_t number = 0; number < other.low_.size(); ++number) {
    if (other.low_[number] > 0) count_low(number, other.low_[number]);
  }
  settle();
  other.settle();
  if (!other.others_.empty()) others_ = merged(others_, other.others_);
}

bool NumberCounts::operator==(const NumberCounts& other) const {
  settle();
  other.settle();
  return low_ == other.low_ && others_ == other.others_;
}

std::map<std::int64_t, std::int64_t> NumberCounts::counts() const {
  std::map<std::int64_t, std::int64_t> counts;
  for_each(
      [&](std::int64_t number, std::int64_t count) { counts.emplace_hint(counts.end(), number, count); });
  return counts;
}

std::int64_t NumberCounts::count() const {
  std::int64_t total = 0;
  for_each([&](std::int64_t, std::int64_t count) { total += count; });
  return total;
}

Int128 NumberCounts::sum() const {
  Int128 total = 0;
  for_each([&](std::int64_t number, std::int64_t count) { total += Int128{number} * count; });
  return total;
}

std::int64_t NumberCounts::at_rank(std::int64_t rank) const {
  std::int64_t found = 0;
  for_each([&](std::int64_t number, std::int64_t count) {
    if (rank >= 0 && rank < count) found = number;
    rank -= count;
  });
  AE_ASSERT(rank < 0);
  return found;
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
