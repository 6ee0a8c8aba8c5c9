#include "ae/ingest/values/decimal.h"

#include <algorithm>
#include <limits>

namespace ae::ingest {

std::string Decimal::str() const {
  const bool negative = digits < 0;
  std::string text;
  for (Int128 rest = negative ? -digits : digits; rest != 0; rest /= 10) {
    text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
  }
  if (scale < 0 && digits != 0) text.append(static_cast<std::size_t>(-scale), '0');
  const auto places = static_cast<std::size_t>(std::max(scale, 0));
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  if (places > 0) text.insert(text.size() - places, ".");
  return negative ? "-" + text : text;
}

Decimal times_power_of_ten(const Decimal& value, int power) {
  if (value.digits == 0) return {};
  Decimal result{value.digits, value.scale - power};
  while (result.scale > 0 && result.digits % 10 == 0) {
    result.digits /= 10;
    --result.scale;
  }
  return result;
}

std::optional<std::int64_t> in_minor_units(const Decimal& value, int decimals, DoesNotFit& why) {
  why = DoesNotFit::kTooPrecise;
  if (value.scale > decimals) return std::nullopt;
  why = DoesNotFit::kTooLarge;
  constexpr Int128 kMost = std::numeric_limits<std::int64_t>::max();
  Int128 units = value.digits;
  for (int step = value.scale; step <= decimals; ++step) {
    if (units > kMost || units < -kMost) return std::nullopt;  // the smallest int64 stands for "no amount"
    if (step < decimals) units *= 10;
  }
  return static_cast<std::int64_t>(units);
}

}  // namespace ae::ingest
