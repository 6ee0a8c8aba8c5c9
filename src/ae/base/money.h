#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ae/base/currency.h"
#include "ae/base/exact.h"

namespace ae {

/// An amount of one currency in its minor units (cents); never a double.
struct Money {
  std::int64_t minor = 0;
  Currency currency;

  /// Plain decimal text in major units with exactly the currency's decimals: "766600.20".
  std::string str() const { return to_decimal(minor, currency.decimals()); }

  bool operator==(const Money&) const = default;
};

/// The exact sum of known amounts, each currency apart, so that amounts of two currencies are never added.
/// A commutative monoid under merge.
class MoneySum {
 public:
  void add(Currency currency, Int128 minor) {
    // There is hardly ever a second currency, so a search from the front is the quickest.
    auto at = sums_.begin();
    while (at != sums_.end() && at->first < currency) ++at;
    if (at == sums_.end() || at->first != currency) at = sums_.insert(at, {currency, 0});
    at->second += minor;
  }
  void merge(const MoneySum& other) {
    for (const auto& [currency, sum] : other.sums_) add(currency, sum);
  }

  /// True when no amount was added: the sum is unknown, which is not 0.
  bool empty() const { return sums_.empty(); }
  /// True when amounts of more than one currency were added: there is no one figure.
  bool mixed() const { return sums_.size() > 1; }
  /// The exact sum in the one currency, in minor units; nullopt when empty or mixed.
  std::optional<Int128> exact() const {
    if (sums_.size() != 1) return std::nullopt;
    return sums_.front().second;
  }
  /// The sum of each currency, in the order of the currencies.
  const std::vector<std::pair<Currency, Int128>>& by_currency() const { return sums_; }

  bool operator==(const MoneySum&) const = default;

  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.sums_);
  }

 private:
  std::vector<std::pair<Currency, Int128>> sums_;  ///< in the order of the currencies
};

}  // namespace ae
