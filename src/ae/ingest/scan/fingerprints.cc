#include "ae/ingest/scan/fingerprints.h"

#include <atomic>
#include <bit>
#include <cstdlib>
#include <new>
#include <sys/mman.h>
#include <unordered_map>

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

void Fingerprints::grow(Part& part) {
  const std::size_t size =
      part.blocks.empty() ? kFirstBlock : std::min(part.blocks.back().size() * 2, kLongestBlock);
  if (left_ < size) add_slab();
  const std::size_t used = (slabs_.size() == 1 ? kFirstSlab : kSlab) - left_;
  part.free = slabs_.back().get() + used;
  part.end = part.free + size;
  part.blocks.emplace_back(part.free, size);
  part.room += size;
  left_ -= size;
}

namespace {

/// Finds what stands twice in parts of fingerprints, one after the other.
class RepeatFinder {
 public:
  explicit RepeatFinder(std::span<const Fingerprints* const> all) : all_(all) {}

  void look_at(std::size_t part) {
    std::size_t count = 0;
    for (const Fingerprints* each : all_) count += each->size(part);
    tags_.assign(std::bit_ceil(count + count / 2 + 1), kFree);
    const std::size_t mask = tags_.size() - 1;
    alike_.clear();
    for (const Fingerprints* each : all_) {
      each->for_each(part, [&](std::uint64_t fingerprint) {
        // Of the 56 bits in which fingerprints of a part differ the lower ones say where it stands.
        const auto tag = static_cast<std::uint32_t>(fingerprint >> 24) | 1U;
        std::size_t at = fingerprint & mask;
        while (tags_[at] != kFree && tags_[at] != tag) at = (at + 1) & mask;
        if (tags_[at] == tag) alike_.emplace(fingerprint, 0);
        tags_[at] = tag;
      });
    }
    if (!alike_.empty()) compare(part);
  }

  const std::unordered_set<std::uint64_t>& found() const { return found_; }

 private:
  static constexpr std::uint32_t kFree = 0;

  /// What is alike need not be the same.
  void compare(std::size_t part) {
    for (const Fingerprints* each : all_) {
      each->for_each(part, [&](std::uint64_t fingerprint) {
        const auto alike = alike_.find(fingerprint);
        if (alike != alike_.end() && ++alike->second == 2) found_.insert(fingerprint);
      });
    }
  }

  std::span<const Fingerprints* const> all_;
  std::vector<std::uint32_t> tags_;
  std::unordered_map<std::uint64_t, std::uint32_t> alike_;  ///< with how often each stands there
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
