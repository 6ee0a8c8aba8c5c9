#include "ae/domain/exchange_rate.h"

#include <limits>

namespace ae {
namespace {

constexpr Int128 power_of_ten(int exponent) {
  Int128 power = 1;
  for (int step = 0; step < exponent; ++step) power *= 10;
  return power;
}

}  // namespace

void ExchangeRates::add(Date day, Currency from, Currency to, DecimalRate rate) {
  rates_[{from, to}].insert_or_assign(day, rate);
}

std::optional<Money> ExchangeRates::convert(Money amount, Currency to, Date day) const {
  if (amount.currency == to) return amount;
  const auto pair = rates_.find({amount.currency, to});
  if (pair == rates_.end()) return std::nullopt;
  const auto after = pair->second.upper_bound(day);
  if (after == pair->second.begin()) return std::nullopt;
  const DecimalRate rate = std::prev(after)->second;
  // minor(to) = minor(from) × rate × 10^(decimals(to) − decimals(from)); exact in 128 bits, then rounded
  // once.
  const int exponent = to.decimals() - amount.currency.decimals() - rate.scale;
  Int128 numerator = Int128{amount.minor} * rate.digits;
  if (exponent > 0) {
    const Int128 limit = Int128{std::numeric_limits<std::int64_t>::max()} * power_of_ten(3);
    if (numerator > limit || numerator < -limit) return std::nullopt;
    numerator *= power_of_ten(exponent);
  }
  const auto minor = narrow(divide_half_even(numerator, exponent < 0 ? power_of_ten(-exponent) : Int128{1}));
  if (!minor) return std::nullopt;
  return Money{*minor, to};
}

std::optional<Currency> ExchangeRates::common_target() const {
  std::optional<Currency> target;
  for (const auto& [pair, rates] : rates_) {
    if (target && *target != pair.second) return std::nullopt;
    target = pair.second;
  }
  return target;
}

}  // namespace ae
