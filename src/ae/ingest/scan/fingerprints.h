#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <unordered_set>
#include <vector>

namespace ae::ingest::scan {

/// The fingerprints of many ids, eight bytes each, in 256 parts so that each part can be looked through in a
/// cache.
class Fingerprints {
 public:
  static constexpr std::size_t kParts = 256;

  void add(std::uint64_t fingerprint) {
    Place& place = places_[fingerprint >> 56];
    if (place.next == place.end) grow(fingerprint >> 56);
    *place.next++ = fingerprint;
    __builtin_prefetch(place.next + 8, 1);  // the next line of a cache: none of so many parts keeps one
  }
  void add(std::span<const std::uint64_t> fingerprints) {
    for (const std::uint64_t fingerprint : fingerprints) add(fingerprint);
  }

  std::size_t size(std::size_t part) const {
    return parts_[part].room - static_cast<std::size_t>(places_[part].end - places_[part].next);
  }
  /// Calls visit(fingerprint) for each one of a part.
  template <typename Visit>
  void for_each(std::size_t part, Visit visit) const {
    std::size_t left = size(part);
    for (const std::span<const std::uint64_t> block : parts_[part].blocks) {
      for (const std::uint64_t fingerprint : block.first(std::min(left, block.size()))) visit(fingerprint);
      left -= std::min(left, block.size());
    }
  }

 private:
  static constexpr std::size_t kFirstBlock = 16;  // of a part; each is twice as long as the one before
  static constexpr std::size_t kLongestBlock = 512;
  static constexpr std::size_t kFirstSlab = kParts * 8 * kFirstBlock;
  static constexpr std::size_t kSlab = std::size_t{512} << 10;

  struct Part {
    std::vector<std::span<const std::uint64_t>> blocks;
    std::size_t room = 0;  ///< of all blocks
  };
  /// Where the next one of a part is written, up to the end of its last block.
  struct Place {
    std::uint64_t* next = nullptr;
    std::uint64_t* end = nullptr;
  };
  struct Free {
    void operator()(std::uint64_t* slab) const;
  };

  void grow(std::size_t part);
  void add_slab();

  std::vector<std::unique_ptr<std::uint64_t[], Free>> slabs_;
  std::size_t left_ = 0;  ///< of the last slab
  std::array<Place, kParts> places_;
  std::array<Part, kParts> parts_;
};

/// The fingerprints that stand more than once, in one or in several of `all`.
std::unordered_set<std::uint64_t> repeated(std::span<const Fingerprints* const> all, unsigned threads);

}  // namespace ae::ingest::scan
