#include "ae/base/running_text.h"

#include <array>

#include <fmt/format.h>

namespace ae {
namespace {

/// Puts the sign of the currency before grouped digits and behind their minus.
std::string with_sign(std::string digits, Currency currency) {
  std::string mark(currency.sign());
  if (mark.empty() && !currency.is_none()) mark = std::string(currency.code()) + " ";
  return digits.insert(digits.front() == '-' ? 1 : 0, mark);
}

std::string chinese(Date date) {
  if (date.is_none()) return {};
  const std::chrono::year_month_day day = date.ymd();
  return fmt::format("{}年{}月{}日", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

struct Unit {
  Int128 worth;  ///< in whole units of the currency
  std::string_view name;
};
constexpr Int128 kTenThousand = 10'000;
constexpr std::array kUnits{Unit{kTenThousand, "万"}, Unit{kTenThousand * kTenThousand, "亿"},
                            Unit{kTenThousand * kTenThousand * kTenThousand, "万亿"}};
constexpr int kDecimals = 2;
constexpr Int128 kOne = 100;  ///< 10^kDecimals

Int128 hundredths(const Money& money, const Unit& unit) {
  return divide_half_even(Int128{money.minor} * kOne, unit.worth * money.currency.minor_units());
}

/// "416.50" as "416.5", "1.00" as "1".
std::string without_last_zeros(std::string decimal) {
  decimal.erase(decimal.find_last_not_of('0') + 1);
  if (decimal.ends_with('.')) decimal.pop_back();
  return decimal;
}

std::string chinese(const Money& money) {
  const Int128 whole = kUnits[0].worth * money.currency.minor_units();
  if (money.minor < whole && money.minor > -whole) return full_words(money);
  std::size_t unit = 0;
  // What rounds to 10,000万 is 1亿.
  while (unit + 1 < kUnits.size()) {
    const Int128 shown = hundredths(money, kUnits[unit]);
    if (shown < kTenThousand * kOne && shown > -kTenThousand * kOne) break;
    ++unit;
  }
  const std::string digits =
      to_decimal(static_cast<std::int64_t>(hundredths(money, kUnits[unit])), kDecimals);
  return with_sign(group_thousands(without_last_zeros(digits)), money.currency).append(kUnits[unit].name);
}

}  // namespace

std::string full_words(const Money& money) { return with_sign(group_thousands(money.str()), money.currency); }

Message running_text(Date date) { return Message::of_languages({date.iso(), chinese(date)}); }

Message running_text(const Money& money) {
  return Message::of_languages({full_words(money), chinese(money)});
}

}  // namespace ae
