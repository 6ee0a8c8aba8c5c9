#pragma once

#include <vector>

namespace ae::statistics {

/// q values of p values (Benjamini and Hochberg 1995): naming everything with q < 0.05 makes at most 5 % of
/// what is named false on average. In the order of `p_values`.
std::vector<double> benjamini_hochberg(const std::vector<double>& p_values);

}  // namespace ae::statistics
