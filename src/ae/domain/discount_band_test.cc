#include "ae/domain/discount_band.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

DiscountBand band(std::int32_t ten_thousandths) {
  return band_of(Probability::of_millionths(ten_thousandths * 100), default_policy().discount);
}

TEST(DiscountBand, StandardAndModerateIncludeTheirLimitsAndDeepDoesNot) {
  EXPECT_EQ(band(0), DiscountBand::kNone);
  EXPECT_EQ(band(1), DiscountBand::kStandard);
  EXPECT_EQ(band(1'000), DiscountBand::kStandard);
  EXPECT_EQ(band(1'001), DiscountBand::kModerate);
  EXPECT_EQ(band(2'000), DiscountBand::kModerate);
  EXPECT_EQ(band(2'999), DiscountBand::kDeep);
  EXPECT_EQ(band(3'000), DiscountBand::kException);
}

TEST(DiscountBand, LimitsArePolicy) {
  DiscountPolicy own = default_policy().discount;
  own.standard_up_to = Probability::of_millionths(125'000);
  EXPECT_EQ(band_of(Probability::of_percent(12), own), DiscountBand::kStandard);
  EXPECT_EQ(words_of(DiscountBand::kStandard, own).in(Language::kEnglish), "standard: up to 12.5 %");
}

}  // namespace
}  // namespace ae
