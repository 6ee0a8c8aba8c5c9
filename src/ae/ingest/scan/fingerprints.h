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
    if (part.size == part.blocks.size() * kBlock)
      part.blocks.push_back(std::make_unique_for_overwrite<std::uint64_t[]>(kBlock));
    part.blocks.back()[part.size++ % kBlock] = fingerprint;
  }

  std::size_t size(std::size_t part) const { return parts_[part].size; }
  /// Calls visit(fingerprint) for each one of a part.
  template <typename Visit>
  void for_each(std::size_t part, Visit visit) const {
    for (std::size_t at = 0; at < parts_[part].size; ++at)
      visit(parts_[part].blocks[at / kBlock][at % kBlock]);
  }

 private:
  static constexpr std::size_t kBlock = 512;
  struct Part {
    std::vector<std::unique_ptr<std::uint64_t[]>> blocks;
    std::size_t size = 0;
  };
  std::array<Part, kParts> parts_;
};

/// The fingerprints that stand more than once, in one or in several of `all`.
std::unordered_set<std::uint64_t> repeated(std::span<const Fingerprints* const> all, unsigned threads);

}  // namespace ae::ingest::scan
