#pragma once

#include <cstdint>

namespace ae::statistics {

/// Two-sided Fisher exact test of a 2 × 2 table: the chance, the margins being as they are, of a table that
/// is no more likely than this one (within a relative 1e-7, as R's fisher.test). Requires counts ≥ 0. Costs
/// O(square root of the counts).
///
///     won  lost
///      a    b      this value
///      c    d      the others
double fisher_exact_two_sided(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d);

}  // namespace ae::statistics
