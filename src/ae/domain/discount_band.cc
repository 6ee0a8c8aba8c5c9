#include "ae/domain/discount_band.h"

#include "ae/domain/discount.h"

namespace ae {
namespace {

/// Without trailing zeros: "12.5 %".
std::string percent(Probability share) {
  constexpr std::int32_t kPercent = Probability::kOne / 100;
  std::string digits = to_decimal(share.millionths(), 4);  // millionths are ten-thousandths of a percent
  static_assert(kPercent == 10'000);
  while (digits.ends_with('0')) digits.pop_back();
  if (digits.ends_with('.')) digits.pop_back();
  return digits;
}

}  // namespace

DiscountBand band_of(Probability discount, const DiscountPolicy& policy) {
  if (discount.millionths() == 0) return DiscountBand::kNone;
  const DiscountTier tier = tier_of({discount.millionths(), Probability::kOne}, policy);
  return static_cast<DiscountBand>(static_cast<int>(tier) + 1);
}

Message words_of(DiscountBand tier, const DiscountPolicy& policy) {
  switch (tier) {
    case DiscountBand::kStandard:
      return Message{Text{"standard: up to {limit} %", "标准：不超过 {limit}%"}}.with(
          "limit", percent(policy.standard_up_to));
    case DiscountBand::kModerate:
      return Message{Text{"moderate: up to {limit} %", "中等：不超过 {limit}%"}}.with(
          "limit", percent(policy.moderate_up_to));
    case DiscountBand::kDeep:
      return Message{Text{"deep: below {limit} %", "较深：低于 {limit}%"}}.with("limit",
                                                                                percent(policy.deep_below));
    case DiscountBand::kException:
      return Message{Text{"exception: {limit} % or more", "例外：{limit}% 及以上"}}.with(
          "limit", percent(policy.deep_below));
    default:
      return Text{"no discount", "无折扣"};
  }
}

}  // namespace ae
