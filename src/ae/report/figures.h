#pragma once

#include <optional>

#include "ae/base/money.h"
#include "ae/base/probability.h"
#include "ae/base/result.h"
#include "ae/report/number_counts.h"

namespace ae::report {

/// Makes figures from exact sums, each rounded once, half to even. A figure that cannot be stated is null:
/// nothing known, or amounts of several currencies. A figure that does not fit is remembered, and check()
/// then fails the report.
class Figures {
 public:
  /// nullopt: amounts stand in several currencies, so every money figure is null.
  explicit Figures(std::optional<Currency> currency) : currency_(currency) {}

  /// The sum; null when nothing is known.
  std::optional<Money> money(const MoneySum& sum);
  /// The sum of amount × probability in millionths; null when nothing is known.
  std::optional<Money> weighted(const MoneySum& sum);
  /// The sum of the amounts of `deals` deals: as money(), but 0 when there are no deals at all.
  std::optional<Money> money_of(std::int64_t deals, const MoneySum& sum);
  /// numerator ÷ denominator in the report's currency; an operand that did not fit counts as a figure that
  /// does not.
  std::optional<Money> money(std::optional<Int128> numerator, std::optional<Int128> denominator);

  /// The sum before rounding; nullopt when nothing is known or there are several currencies.
  std::optional<Int128> exact(const MoneySum& sum) const;

  /// Fails with code amount_overflow when any figure did not fit 64 bits of minor units.
  Result<bool> check() const;

 private:
  std::optional<Currency> currency_;
  bool overflow_ = false;
};

/// part ÷ whole; null when the whole is not positive or a part is missing.
std::optional<Ratio> ratio(const std::optional<Money>& part, const std::optional<Money>& whole);
std::optional<Ratio> ratio(std::int64_t part, std::int64_t whole);

}  // namespace ae::report
