#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

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
  void add(Currency currency, Int128 minor) { sums_[currency] += minor; }
  void merge(const MoneySum& other) {
    for (const auto& [currency, sum] : other.sums_) sums_[currency] += sum;
  }

  /// True when no amount was added: the sum is unknown, which is not 0.
  bool empty() const { return sums_.empty(); }
  /// True when amounts of more than one currency were added: there is no one figure.
  bool mixed() const { return sums_.size() > 1; }
  /// The exact sum in the one currency, in minor units; nullopt when empty or mixed.
  std::optional<Int128> exact() const {
    if (sums_.size() != 1) return std::nullopt;
    return sums_.begin()->second;
  }
  const std::map<Currency, Int128>& by_currency() const { return sums_; }

  bool operator==(const MoneySum&) const = default;

  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.sums_);
  }

 private:
  std::map<Currency, Int128> sums_;
};

}  // namespace ae
