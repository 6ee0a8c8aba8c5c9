#include "ae/ingest/scan/fingerprints.h"

#include <atomic>
#include <bit>

#include "ae/base/parallel.h"

namespace ae::ingest::scan {
namespace {

bool repeated_in(std::span<const Fingerprints* const> all, std::size_t part) {
  std::size_t count = 0;
  for (const Fingerprints* each : all) count += each->size(part);
  std::vector<std::uint64_t> seen(std::bit_ceil(count * 2 + 1));  // 0: free
  const std::size_t mask = seen.size() - 1;
  bool repeated = false;
  for (const Fingerprints* each : all) {
    each->for_each(part, [&](std::uint64_t fingerprint) {
      const std::uint64_t kept = fingerprint == 0 ? 1 : fingerprint;
      std::size_t at = kept & mask;
      while (seen[at] != 0 && seen[at] != kept) at = (at + 1) & mask;
      repeated |= seen[at] == kept;
      seen[at] = kept;
    });
  }
  return repeated;
}

}  // namespace

bool any_repeated(std::span<const Fingerprints* const> all, unsigned threads) {
  std::atomic<bool> repeated{false};
  parallel_for(Fingerprints::kParts, threads, [&](std::size_t part) {
    if (!repeated && repeated_in(all, part)) repeated = true;
  });
  return repeated;
}

}  // namespace ae::ingest::scan
