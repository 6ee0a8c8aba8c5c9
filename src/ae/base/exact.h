#pragma once

#include <compare>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>

namespace ae {

/// Exact sums of minor units, also when weighted: wide enough for 10^10 rows of the largest amount.
/// (`__extension__` keeps -Wpedantic quiet about the one non-standard type the project uses.)
__extension__ using Int128 = __int128;

/// numerator ÷ denominator rounded half to even. Requires denominator > 0.
constexpr Int128 divide_half_even(Int128 numerator, Int128 denominator) {
  Int128 quotient = numerator / denominator;
  Int128 remainder = numerator % denominator;
  if (remainder < 0) {
    remainder += denominator;
    --quotient;
  }
  const Int128 twice = remainder * 2;
  const bool up = twice > denominator || (twice == denominator && (quotient & 1) != 0);
  return quotient + (up ? 1 : 0);
}

/// The value as int64, or nullopt when it does not fit.
constexpr std::optional<std::int64_t> narrow(Int128 value) {
  if (value > std::numeric_limits<std::int64_t>::max() || value < std::numeric_limits<std::int64_t>::min()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(value);
}

/// The product of all factors, or nullopt when it does not fit 128 bits.
constexpr std::optional<Int128> product(std::initializer_list<Int128> factors) {
  Int128 result = 1;
  for (const Int128 factor : factors) {
    if (__builtin_mul_overflow(result, factor, &result)) return std::nullopt;
  }
  return result;
}

/// `value` units of 10^-digits as plain decimal text: to_decimal(76660020, 2) is "766600.20".
std::string to_decimal(std::int64_t value, int digits);

/// A figure rounded once, half to even, to a fixed number of decimals from an exact quotient.
template <int kDecimals>
class Rounded {
 public:
  static constexpr int kDigits = kDecimals;
  static constexpr std::int64_t kOne = [] {
    std::int64_t one = 1;
    for (int digit = 0; digit < kDecimals; ++digit) one *= 10;
    return one;
  }();

  constexpr Rounded() = default;
  static constexpr Rounded of_units(std::int64_t units) { return Rounded(units); }

  /// nullopt when the denominator is not positive or the result does not fit.
  static constexpr std::optional<Rounded> of(Int128 numerator, Int128 denominator) {
    if (denominator <= 0) return std::nullopt;
    const std::optional<std::int64_t> units = narrow(divide_half_even(numerator * kOne, denominator));
    if (!units) return std::nullopt;
    return Rounded(*units);
  }

  /// The value × 10^kDecimals.
  constexpr std::int64_t units() const { return units_; }
  constexpr double as_double() const { return static_cast<double>(units_) / static_cast<double>(kOne); }
  std::string str() const { return to_decimal(units_, kDecimals); }

  constexpr auto operator<=>(const Rounded&) const = default;

 private:
  constexpr explicit Rounded(std::int64_t units) : units_(units) {}
  std::int64_t units_ = 0;
};

/// A rate (0.6315 = 63.15 %) or a multiple (1.0992×): four decimals.
using Ratio = Rounded<4>;
/// A mean or median duration in days: two decimals.
using Days = Rounded<2>;

}  // namespace ae
