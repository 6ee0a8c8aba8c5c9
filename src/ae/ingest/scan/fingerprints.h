#pragma once

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
    Part& part = parts_[fingerprint >> 56];
    if (part.free == part.end) grow(part);
    *part.free++ = fingerprint;
  }

  std::size_t size(std::size_t part) const { return parts_[part].size(); }
  /// Calls visit(fingerprint) for each one of a part.
  template <typename Visit>
  void for_each(std::size_t part, Visit visit) const {
    const std::size_t size = parts_[part].size();
    for (std::size_t at = 0; at < size; ++at) visit(parts_[part].blocks[at / kBlock][at % kBlock]);
  }

 private:
  static constexpr std::size_t kBlock = 512;
  static constexpr std::size_t kSlab = 1024 * kBlock;  // so large that it goes back to the system when freed

  struct Part {
    std::vector<std::uint64_t*> blocks;
    std::uint64_t* free = nullptr;
    std::uint64_t* end = nullptr;

    std::size_t size() const { return blocks.size() * kBlock - static_cast<std::size_t>(end - free); }
  };

  void grow(Part& part) {
    if (slabs_.empty() || used_ == kSlab) {
      slabs_.push_back(std::make_unique_for_overwrite<std::uint64_t[]>(kSlab));
      used_ = 0;
    }
    part.free = slabs_.back().get() + used_;
    part.end = part.free + kBlock;
    part.blocks.push_back(part.free);
    used_ += kBlock;
  }

  std::vector<std::unique_ptr<std::uint64_t[]>> slabs_;
  std::size_t used_ = 0;  ///< of the last slab
  std::array<Part, kParts> parts_;
};

/// The fingerprints that stand more than once, in one or in several of `all`.
std::unordered_set<std::uint64_t> repeated(std::span<const Fingerprints* const> all, unsigned threads);

}  // namespace ae::ingest::scan
