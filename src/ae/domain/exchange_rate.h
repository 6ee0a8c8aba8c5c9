#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "ae/base/currency.h"
#include "ae/base/date.h"
#include "ae/base/money.h"

namespace ae {

/// An exact positive decimal: digits × 10^-scale. Requires 0 < digits, 0 ≤ scale ≤ 18.
struct DecimalRate {
  std::int64_t digits = 1;
  int scale = 0;
  bool operator==(const DecimalRate&) const = default;
};

/// Dated exchange rates: one unit of `from` is `rate` units of `to` from that day on.
class ExchangeRates {
 public:
  /// A later rate for the same day and pair replaces the earlier one.
  void add(Date day, Currency from, Currency to, DecimalRate rate);

  /// The amount in `to` by the latest rate on or before `day`, rounded half to even to `to`'s minor unit.
  /// Only the stated direction is used, never its inverse. nullopt when there is no such rate or it does not
  /// fit.
  std::optional<Money> convert(Money amount, Currency to, Date day) const;

  bool empty() const { return rates_.empty(); }
  /// The one currency that every rate leads to; nullopt when there are several or none.
  std::optional<Currency> common_target() const;

 private:
  std::map<std::pair<Currency, Currency>, std::map<Date, DecimalRate>> rates_;
};

}  // namespace ae
