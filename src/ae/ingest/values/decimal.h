#pragma once

#include <optional>
#include <string>

#include "ae/base/exact.h"

namespace ae::ingest {

/// An exact decimal: digits × 10^-scale, without trailing zeros in its fraction. At most 36 digits; a
/// negative scale stands for zeros behind them.
struct Decimal {
  Int128 digits = 0;
  int scale = 0;

  /// As plain text with a point: "1234.5".
  std::string str() const;
  bool operator==(const Decimal&) const = default;
};

/// The value × 10^power, exactly.
Decimal times_power_of_ten(const Decimal& value, int power);

/// Why an amount has no whole number of minor units.
enum class DoesNotFit { kTooPrecise, kTooLarge };

/// The value in units of 10^-decimals. Nothing is rounded: nullopt and `why` when it has more decimals than
/// that, or when it is outside int64.
std::optional<std::int64_t> in_minor_units(const Decimal& value, int decimals, DoesNotFit& why);

}  // namespace ae::ingest
