#pragma once

#include "ae/app/operation.h"
#include "ae/method/discount_answer.h"

namespace ae::app {

/// What a discount check asks, from the flags over the deal's own case. The share is that of list and price,
/// of the lines together, or --percent. Errors: discount_missing (nothing says how much), discount_said_twice
/// (--percent and a price), bad_value (a discount below 0 or above 100 %, an amount or a line that cannot be
/// read).
Result<method::DiscountQuestion> discount_question(const DiscountOptions& options, const DealRecord* deal);

}  // namespace ae::app
