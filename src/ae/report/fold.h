#pragma once

#include <vector>

#include "ae/base/parallel.h"
#include "ae/report/report.h"

namespace ae::report {

/// Folds every chunk of the table, on up to `threads` threads; threads meet only in merge.
template <Report R>
typename R::Partial fold(const table::OpportunityTable& table, const Scope& scope, unsigned threads) {
  std::vector<typename R::Partial> partials(table.chunks.size());
  parallel_for(table.chunks.size(), threads,
               [&](std::size_t index) { partials[index].add(table.chunks[index], scope); });
  typename R::Partial whole;
  for (const typename R::Partial& partial : partials) whole.merge(partial);
  return whole;
}

}  // namespace ae::report
