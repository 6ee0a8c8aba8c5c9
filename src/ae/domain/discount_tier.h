#pragma once

#include <cstdint>
#include <string_view>

#include "ae/base/probability.h"
#include "ae/base/text.h"
#include "ae/domain/policy.h"

namespace ae {

/// How deep a discount is, by who has to approve it.
enum class DiscountTier : std::uint8_t { kNone, kStandard, kModerate, kDeep, kException, kCount };

constexpr std::string_view key(DiscountTier tier) {
  constexpr std::string_view kKeys[] = {"none", "standard", "moderate", "deep", "exception"};
  return kKeys[static_cast<std::size_t>(tier)];
}

/// The tier of a discount off the list price (0.15 = 15 % off): none at 0, standard and moderate up to and
/// including the policy's limits, deep below its last one, and an exception from it on.
DiscountTier tier_of(Probability discount, const DiscountPolicy& policy);

/// The tier with its limits: "moderate: up to 20 %".
Message words_of(DiscountTier tier, const DiscountPolicy& policy);

}  // namespace ae
