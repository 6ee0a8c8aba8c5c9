#pragma once

#include <algorithm>
#include <atomic>
#include <utility>
#include <vector>

#include "ae/base/parallel.h"
#include "ae/report/report.h"

namespace ae::report {

/// Folds every chunk of the table, on up to `threads` threads; threads meet only in merge.
template <Report R>
typename R::Partial fold(const table::OpportunityTable& table, const Scope& scope, unsigned threads) {
  const std::size_t chunks = table.chunks.size();
  std::vector<typename R::Partial> partials(std::clamp<std::size_t>(chunks, 1, std::max(threads, 1U)));
  std::atomic<std::size_t> next{0};
  parallel_for(partials.size(), threads, [&](std::size_t thread) {
    for (std::size_t chunk = next++; chunk < chunks; chunk = next++)
      partials[thread].add(table.chunks[chunk], scope);
  });
  for (auto partial = partials.begin() + 1; partial != partials.end(); ++partial)
    partials.front().merge(*partial);
  return std::move(partials.front());
}

}  // namespace ae::report
