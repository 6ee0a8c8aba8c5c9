#pragma once

#include <cstdint>

namespace ae::statistics {

/// ln Γ(x) for x > 0; unlike std::lgamma it touches nothing that threads share.
double log_gamma(double x);

/// ln of the number of ways to choose k of n. Requires 0 ≤ k ≤ n.
double log_choose(std::int64_t n, std::int64_t k);

}  // namespace ae::statistics
