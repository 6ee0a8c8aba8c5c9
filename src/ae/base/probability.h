#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "ae/base/exact.h"

namespace ae {

/// A probability from 0 to 1 in whole millionths, so that weighted sums are exact; or none, where a cell was
/// empty.
class Probability {
 public:
  static constexpr std::int32_t kOne = 1'000'000;

  constexpr Probability() = default;
  /// Requires 0 ≤ millionths ≤ kOne.
  static constexpr Probability of_millionths(std::int32_t millionths) {
    Probability probability;
    probability.millionths_ = millionths;
    return probability;
  }
  static constexpr Probability of_percent(int percent) { return of_millionths(percent * (kOne / 100)); }

  constexpr bool is_none() const { return millionths_ < 0; }
  constexpr std::int32_t millionths() const { return millionths_; }
  /// Plain decimal text without trailing zeros: "0.6", "1". Requires that there is one.
  std::string str() const;
  /// Rounded to four decimals: 0.6 is 0.6000.
  constexpr Ratio ratio() const { return *Ratio::of(millionths_, kOne); }

  constexpr auto operator<=>(const Probability&) const = default;

 private:
  std::int32_t millionths_ = -1;
};

}  // namespace ae
