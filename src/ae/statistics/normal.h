#pragma once

namespace ae::statistics {

/// P(Z ≤ z) for a standard normal Z.
double normal_cdf(double z);

/// The z with normal_cdf(z) = probability, to within 1e-13. Requires 0 < probability < 1.
double normal_quantile(double probability);

}  // namespace ae::statistics
