#pragma once

#include <cstdint>
#include <string_view>

#include "ae/base/probability.h"
#include "ae/base/text.h"
#include "ae/domain/policy.h"

namespace ae {

/// How deep a discount was, for comparing deals: none, or its tier.
enum class DiscountBand : std::uint8_t { kNone, kStandard, kModerate, kDeep, kException, kCount };

constexpr std::string_view key(DiscountBand band) {
  constexpr std::string_view kKeys[] = {"none", "standard", "moderate", "deep", "exception"};
  return kKeys[static_cast<std::size_t>(band)];
}

/// The band of a discount off the list price (0.15 = 15 % off): none at 0, else its tier (discount.h).
DiscountBand band_of(Probability discount, const DiscountPolicy& policy);

/// The band with its limits: "moderate: up to 20 %".
Message words_of(DiscountBand band, const DiscountPolicy& policy);

}  // namespace ae
