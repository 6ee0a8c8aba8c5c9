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
    // There is hardly ever a second currency.
    if (any_ != 0 && currency == currency_) {
      sum_ += minor;
    } else {
      add_other(currency, minor);
    }
  }
  void merge(const MoneySum& other) { merge_times(other, 1); }
  /// Adds `factor` times the other sum.
  void merge_times(const MoneySum& other, std::int64_t factor) {
    if (other.empty()) return;
    add(other.currency_, other.sum_ * factor);
    for (const auto& [currency, sum] : other.more_) add(currency, sum * factor);
  }

  /// True when no amount was added: the sum is unknown, which is not 0.
  bool empty() const { return any_ == 0; }
  /// True when amounts of more than one currency were added: there is no one figure.
  bool mixed() const { return !more_.empty(); }
  /// The exact sum in the one currency, in minor units; nullopt when empty or mixed.
  std::optional<Int128> exact() const {
    if (empty() || mixed()) return std::nullopt;
    return sum_;
  }
  /// The sum of each currency, in the order of the currencies.
  std::vector<std::pair<Currency, Int128>> by_currency() const;

  bool operator==(const MoneySum&) const = default;

  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.any_, self.currency_, self.sum_, self.more_);
  }

 private:
  void add_other(Currency currency, Int128 minor);

  Int128 sum_ = 0;     ///< in the currency that comes first
  Currency currency_;  ///< that one
  std::uint8_t any_ = 0;
  std::vector<std::pair<Currency, Int128>> more_;  ///< the others, in their order
};

}  // namespace ae
