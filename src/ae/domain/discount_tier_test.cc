#include "ae/domain/discount_tier.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

DiscountTier tier(std::int32_t ten_thousandths) {
  return tier_of(Probability::of_millionths(ten_thousandths * 100), default_policy().discount);
}

TEST(DiscountTier, StandardAndModerateIncludeTheirLimitsAndDeepDoesNot) {
  EXPECT_EQ(tier(0), DiscountTier::kNone);
  EXPECT_EQ(tier(1), DiscountTier::kStandard);
  EXPECT_EQ(tier(1'000), DiscountTier::kStandard);
  EXPECT_EQ(tier(1'001), DiscountTier::kModerate);
  EXPECT_EQ(tier(2'000), DiscountTier::kModerate);
  EXPECT_EQ(tier(2'999), DiscountTier::kDeep);
  EXPECT_EQ(tier(3'000), DiscountTier::kException);
}

TEST(DiscountTier, LimitsArePolicy) {
  DiscountPolicy own = default_policy().discount;
  own.standard_up_to = Probability::of_millionths(125'000);
  EXPECT_EQ(tier_of(Probability::of_percent(12), own), DiscountTier::kStandard);
  EXPECT_EQ(words_of(DiscountTier::kStandard, own).in(Language::kEnglish), "standard: up to 12.5 %");
}

}  // namespace
}  // namespace ae
