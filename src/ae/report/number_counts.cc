#include "ae/report/number_counts.h"

#include <algorithm>
#include <array>
#include <bit>
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

template <typename Visit>
void NumberCounts::for_each_recent(Visit visit) const {
  for (const auto& block : blocks_) {
    for (const std::uint32_t number : *block) visit(number);
  }
  for (const std::uint32_t number : recent_) visit(number);
}

void NumberCounts::add_other(std::int64_t number) {
  if (number >= 0 && number < kLow) {
    count_low(static_cast<std::size_t>(number), 1);
  } else if (number >= 0 && number <= kMost32) {
    recent_.push_back(static_cast<std::uint32_t>(number));
    if (recent_.size() == kBlock) put_away();
  } else {
    wide_.push_back(number);
    if (wide_.size() >= kMostWide && wide_.size() >= others_.size() / 4) settle();
  }
}

void NumberCounts::put_away() {
  blocks_.push_back(std::make_shared<const Block>(std::move(recent_)));
  recent_ = {};
  recent_.reserve(kBlock);
  if (blocks_.size() >= kMostBlocks) settle();
}

void NumberCounts::settle() const {
  std::vector<std::int64_t> numbers = std::exchange(wide_, {});
  numbers.reserve(numbers.size() + recent());
  for_each_recent([&](std::uint32_t number) { numbers.push_back(number); });
  blocks_.clear();
  recent_.clear();
  if (numbers.empty()) return;
  sort(numbers);
  Counts counted;
  for (const std::int64_t number : numbers) {
    if (counted.empty() || counted.back().first != number) counted.emplace_back(number, 0);
    ++counted.back().second;
  }
  others_ = others_.empty() ? std::move(counted) : merged(others_, counted);
}

void NumberCounts::merge(const NumberCounts& other) {
  for (std::size_t number = 0; number < other.low_.size(); ++number) {
    if (other.low_[number] > 0) count_low(number, other.low_[number]);
  }
  blocks_.insert(blocks_.end(), other.blocks_.begin(), other.blocks_.end());
  for (const std::uint32_t number : other.recent_) add(number);
  for (const std::int64_t number : other.wide_) add(number);
  if (blocks_.size() >= kMostBlocks) settle();
  if (other.others_.empty()) return;
  settle();
  others_ = merged(others_, other.others_);
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
  auto total = static_cast<std::int64_t>(recent() + wide_.size());
  for (const std::int64_t count : low_) total += count;
  for (const auto& [number, count] : others_) total += count;
  return total;
}

Int128 NumberCounts::sum() const {
  Int128 total = 0;
  for (std::size_t number = 0; number < low_.size(); ++number)
    total += Int128{static_cast<std::int64_t>(number)} * low_[number];
  for (const auto& [number, count] : others_) total += Int128{number} * count;
  std::uint64_t recent = 0;  // of at most 2²² numbers of 32 bits
  for_each_recent([&](std::uint32_t number) { recent += number; });
  total += recent;
  for (const std::int64_t number : wide_) total += number;
  return total;
}

namespace {

/// Finds numbers by their rank without putting all in order: counts them by their highest bits, then looks at
/// those alone that share these with the one that is sought.
template <typename ForEach>
class Selection {
 public:
  explicit Selection(const ForEach& for_each) : for_each_(for_each), counts_(std::size_t{1} << kBits) {
    std::uint32_t all = 0;
    for_each_([&](std::uint32_t number) { all |= number; });
    shift_ = std::max(0, static_cast<int>(std::bit_width(all)) - kBits);
    for_each_([&](std::uint32_t number) { ++counts_[number >> shift_]; });
  }

  /// Requires that there are more numbers than `rank`.
  std::uint32_t at(std::int64_t rank) const {
    std::size_t group = 0;
    while (rank >= counts_[group]) rank -= counts_[group++];
    std::vector<std::uint32_t> numbers;
    numbers.reserve(counts_[group]);
    for_each_([&](std::uint32_t number) {
      if (number >> shift_ == group) numbers.push_back(number);
    });
    std::nth_element(numbers.begin(), numbers.begin() + rank, numbers.end());
    return numbers[static_cast<std::size_t>(rank)];
  }

 private:
  static constexpr int kBits = 14;

  const ForEach& for_each_;
  std::vector<std::uint32_t> counts_;
  int shift_ = 0;
};

}  // namespace

template <std::size_t kRanks>
std::array<std::int64_t, kRanks> NumberCounts::at_ranks(const std::array<std::int64_t, kRanks>& ranks) const {
  if (!others_.empty() || !wide_.empty() || recent() == 0) settle();
  std::array<std::int64_t, kRanks> found{};
  std::array<std::int64_t, kRanks> left = ranks;  // counted from where the walk is
  if (recent() == 0) {
    for_each([&](std::int64_t number, std::int64_t count) {
      for (std::size_t at = 0; at < kRanks; ++at) {
        if (left[at] >= 0 && left[at] < count) found[at] = number;
        left[at] -= count;
      }
    });
    for (const std::int64_t rank : left) AE_ASSERT(rank < 0);
    return found;
  }
  for (std::size_t number = 0; number < low_.size(); ++number) {
    for (std::size_t at = 0; at < kRanks; ++at) {
      if (left[at] >= 0 && left[at] < low_[number]) found[at] = static_cast<std::int64_t>(number);
      left[at] -= low_[number];
    }
  }
  const auto for_each_number = [&](auto visit) { for_each_recent(visit); };
  const Selection selection(for_each_number);
  for (std::size_t at = 0; at < kRanks; ++at) {
    AE_ASSERT(left[at] < static_cast<std::int64_t>(recent()));
    if (left[at] < 0) continue;
    found[at] = at > 0 && left[at] == left[at - 1] ? found[at - 1] : selection.at(left[at]);
  }
  return found;
}

std::int64_t NumberCounts::at_rank(std::int64_t rank) const { return at_ranks<1>({rank}).front(); }

std::optional<Int128> NumberCounts::twice_median() const {
  const std::int64_t total = count();
  if (total == 0) return std::nullopt;
  const auto [lower, upper] = at_ranks<2>({(total - 1) / 2, total / 2});
  return Int128{lower} + upper;
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
