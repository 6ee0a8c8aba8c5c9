#include "ae/base/money.h"

#include <algorithm>

namespace ae {

std::vector<std::pair<Currency, Int128>> MoneySum::by_currency() const {
  std::vector<std::pair<Currency, Int128>> sums;
  if (empty()) return sums;
  sums.emplace_back(currency_, sum_);
  sums.insert(sums.end(), more_.begin(), more_.end());
  return sums;
}

void MoneySum::add_other(Currency currency, Int128 minor) {
  if (empty()) {
    any_ = 1;
    currency_ = currency;
    sum_ = minor;
    return;
  }
  if (currency < currency_) {
    more_.insert(more_.begin(), {currency_, sum_});
    currency_ = currency;
    sum_ = minor;
    return;
  }
  const auto at = std::lower_bound(more_.begin(), more_.end(), currency,
                                   [](const auto& entry, Currency sought) { return entry.first < sought; });
  if (at != more_.end() && at->first == currency) {
    at->second += minor;
  } else {
    more_.insert(at, {currency, minor});
  }
}

}  // namespace ae
