#pragma once

#include <cstdint>
#include <optional>

#include "ae/base/exact.h"

namespace ae::method {

/// A share of few cases, with what they can tell about it.
struct CountedShare {
  std::optional<Ratio> share, low, high;  ///< none when there are too few cases
  bool too_few = true;
};

/// Fewer cases than these have no share.
inline constexpr std::int64_t kFewestCases = 10;

/// `successes` ÷ `cases` with its Wilson 95 % interval: 8 of 10 is 0.8, 0.4902 to 0.9433.
/// Requires 0 <= successes <= cases.
CountedShare counted_share(std::int64_t successes, std::int64_t cases);

}  // namespace ae::method
