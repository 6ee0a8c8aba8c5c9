#pragma once

#include <string>
#include <string_view>

#include "ae/base/money.h"
#include "ae/base/result.h"

namespace ae::app {

/// A plain amount that was typed for `flag` ("1200000", "80000.50"), in minor units of the currency.
/// bad_value: not plain digits, more decimals than the currency has, too large to state exactly.
Result<Money> exact_amount(std::string_view flag, const std::string& text, Currency currency);

}  // namespace ae::app
