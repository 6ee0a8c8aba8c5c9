#include "ae/ingest/scan/fingerprints.h"

#include <bit>

#include "ae/base/parallel.h"

namespace ae::ingest::scan {
namespace {

std::vector<std::uint64_t> repeated_in(std::span<const Fingerprints* const> all, std::size_t part) {
  std::size_t count = 0;
  for (const Fingerprints* each : all) count += each->size(part);
  std::vector<std::uint64_t> seen(std::bit_ceil(count * 2 + 1));  // 0: free; add() takes none that is 0
  const std::size_t mask = seen.size() - 1;
  std::vector<std::uint64_t> repeated;
  for (const Fingerprints* each : all) {
    each->for_each(part, [&](std::uint64_t fingerprint) {
      std::size_t at = fingerprint & mask;
      while (seen[at] != 0 && seen[at] != fingerprint) at = (at + 1) & mask;
      if (seen[at] == fingerprint) repeated.push_back(fingerprint);
      seen[at] = fingerprint;
    });
  }
  return repeated;
}

}  // namespace

std::unordered_set<std::uint64_t> repeated(std::span<const Fingerprints* const> all, unsigned threads) {
  std::vector<std::vector<std::uint64_t>> of_part(Fingerprints::kParts);
  parallel_for(Fingerprints::kParts, threads,
               [&](std::size_t part) { of_part[part] = repeated_in(all, part); });
  std::unordered_set<std::uint64_t> found;
  for (const auto& part : of_part) found.insert(part.begin(), part.end());
  return found;
}

}  // namespace ae::ingest::scan
