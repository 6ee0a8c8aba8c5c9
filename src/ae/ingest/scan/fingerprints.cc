#include "ae/ingest/scan/fingerprints.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstdlib>
#include <new>
#include <sys/mman.h>

#include "ae/base/parallel.h"

namespace ae::ingest::scan {

void Fingerprints::Free::operator()(std::uint64_t* slab) const { std::free(slab); }

/// Pages of two megabytes where the system has them: 256 places that are written to at once are more than
/// there are entries for small ones. So large that it goes back to the system when freed.
void Fingerprints::add_slab() {
  constexpr std::size_t kHugePage = std::size_t{2} << 20;
  const bool first = slabs_.empty();
  left_ = first ? kFirstSlab : kSlab;
  const std::size_t bytes = left_ * sizeof(std::uint64_t);
  void* const slab = std::aligned_alloc(first ? 64 : kHugePage, bytes);
  if (slab == nullptr) throw std::bad_alloc();
  if (!first) madvise(slab, bytes, MADV_HUGEPAGE);  // advice: that it is not taken does not matter
  slabs_.emplace_back(static_cast<std::uint64_t*>(slab));
}

void Fingerprints::grow(std::size_t part) {
  Part& grown = parts_[part];
  const std::size_t size =
      grown.blocks.empty() ? kFirstBlock : std::min(grown.blocks.back().size() * 2, kLongestBlock);
  if (left_ < size) add_slab();
  const std::size_t used = (slabs_.size() == 1 ? kFirstSlab : kSlab) - left_;
  std::uint64_t* const block = slabs_.back().get() + used;
  places_[part] = {block, block + size};
  grown.blocks.emplace_back(block, size);
  grown.room += size;
  left_ -= size;
}

namespace {

/// Which numbers of some bits have been seen.
class Seen {
 public:
  /// Forgets all. Of so many bits as there are places for each of `count` numbers.
  void clear(std::size_t count, std::size_t places) {
    const std::size_t bits = std::bit_ceil(std::max<std::size_t>(count * places, 64));
    words_.assign(bits / 64, 0);
    mask_ = bits - 1;
  }
  bool has(std::uint64_t number) const {
    return ((words_[(number & mask_) / 64] >> (number % 64)) & 1U) != 0;
  }
  /// Takes on a number; gives whether it, or another of the same lowest bits, was there.
  bool add(std::uint64_t number) {
    std::uint64_t& word = words_[(number & mask_) / 64];
    const std::uint64_t bit = std::uint64_t{1} << (number % 64);
    const bool before = (word & bit) != 0;
    word |= bit;
    return before;
  }

 private:
  std::vector<std::uint64_t> words_;
  std::uint64_t mask_ = 0;
};

/// Finds what stands twice in parts of fingerprints, one after the other. Of the few that share some bits
/// with one before, and of those alike in others, all are compared.
class RepeatFinder {
 public:
  explicit RepeatFinder(std::span<const Fingerprints* const> all) : all_(all) {}

  void look_at(std::size_t part) {
    std::size_t count = 0;
    for (const Fingerprints* each : all_) count += each->size(part);
    some_.resize(count + 1);
    // Of the 56 bits in which fingerprints of a part differ these are the lowest.
    seen_.clear(count, kPlaces);
    const std::size_t suspects =
        keep(part, [&](std::uint64_t fingerprint) { return seen_.add(fingerprint); });
    if (suspects == 0) return;
    suspected_.clear(suspects, kPlacesOfSuspects);
    for (std::size_t at = 0; at < suspects; ++at) suspected_.add(some_[at] >> 32);
    const std::size_t alike =
        keep(part, [&](std::uint64_t fingerprint) { return suspected_.has(fingerprint >> 32); });
    const auto end = some_.begin() + static_cast<std::ptrdiff_t>(alike);
    std::sort(some_.begin(), end);
    for (auto at = std::adjacent_find(some_.begin(), end); at != end; at = std::adjacent_find(at + 1, end))
      found_.insert(*at);
  }

  const std::unordered_set<std::uint64_t>& found() const { return found_; }

 private:
  // So many that hardly any two that differ share one, and so few that they stay in a cache.
  static constexpr std::size_t kPlaces = 32;
  static constexpr std::size_t kPlacesOfSuspects = 256;

  /// Writes those of a part of which something holds into some_, which has room for all and one more; gives
  /// their number. No branch depends on a fingerprint.
  template <typename Holds>
  std::size_t keep(std::size_t part, Holds holds) {
    std::uint64_t* next = some_.data();
    for (const Fingerprints* each : all_) {
      each->for_each(part, [&](std::uint64_t fingerprint) {
        *next = fingerprint;
        next += static_cast<std::ptrdiff_t>(holds(fingerprint));
      });
    }
    return static_cast<std::size_t>(next - some_.data());
  }

  std::span<const Fingerprints* const> all_;
  Seen seen_;
  Seen suspected_;
  std::vector<std::uint64_t> some_;
  std::unordered_set<std::uint64_t> found_;
};

}  // namespace

std::unordered_set<std::uint64_t> repeated(std::span<const Fingerprints* const> all, unsigned threads) {
  std::vector<RepeatFinder> finders(threads, RepeatFinder(all));
  std::atomic<std::size_t> next{0};
  parallel_for(threads, threads, [&](std::size_t thread) {
    for (std::size_t part = next++; part < Fingerprints::kParts; part = next++) finders[thread].look_at(part);
  });
  std::unordered_set<std::uint64_t> found;
  for (const RepeatFinder& finder : finders) found.insert(finder.found().begin(), finder.found().end());
  return found;
}

}  // namespace ae::ingest::scan
