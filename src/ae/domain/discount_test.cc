#include "ae/domain/discount.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

/// Hundredths of a percent: 1001 is 10.01 %.
DiscountTier tier(std::int64_t hundredths) {
  return tier_of({hundredths, 10'000}, default_policy().discount);
}

TEST(Discount, TiersEndWhereThePolicySays) {
  for (const std::int64_t share : {0, 1000}) EXPECT_EQ(tier(share), DiscountTier::kStandard) << share;
  for (const std::int64_t share : {1001, 2000}) EXPECT_EQ(tier(share), DiscountTier::kModerate) << share;
  for (const std::int64_t share : {2001, 2999}) EXPECT_EQ(tier(share), DiscountTier::kDeep) << share;
  for (const std::int64_t share : {3000, 10'000}) EXPECT_EQ(tier(share), DiscountTier::kException) << share;
}

TEST(Discount, ATierIsJudgedOnMoneyAndNotOnARoundedPercentage) {
  EXPECT_EQ(tier_of({1, 3}, default_policy().discount), DiscountTier::kException);
  // 20.000004 % shows as 20.00 % and is above it.
  EXPECT_EQ(tier_of({20'000'004, 100'000'000}, default_policy().discount), DiscountTier::kDeep);
}

TEST(Discount, AFloorPriceIsTheLastThatStaysInItsTier) {
  const DiscountPolicy& policy = default_policy().discount;
  for (const std::int64_t list : {1, 3, 7, 999, 100'000, 8'400'001}) {
    for (const DiscountTier each : {DiscountTier::kStandard, DiscountTier::kModerate, DiscountTier::kDeep}) {
      const std::int64_t price = *floor_price(each, list, policy);
      if (price <= list) {
        EXPECT_LE(tier_of({list - price, list}, policy), each) << list << " " << key(each);
      }
      if (price > 0) {
        EXPECT_GT(tier_of({list - price + 1, list}, policy), each) << list << " " << key(each);
      }
    }
  }
  EXPECT_EQ(floor_price(DiscountTier::kException, 100, policy), std::nullopt);
}

TEST(Discount, AnApprovalIsVoidWhenPriceTermOrProductChangeAndNotWhenANoteDoes) {
  DiscountCase discount;
  discount.price = Money{7750000, {}};
  discount.term_months = 24;
  discount.product = "Monitoring";
  EXPECT_EQ(check_approval(discount, Approver::kDirector).state, ApprovalState::kNone);
  discount.approvals.push_back(
      {*Date::from_iso("2026-02-10"), Approver::kDirector, {}, discount.price, 24, "Monitoring", {}});
  EXPECT_EQ(check_approval(discount, Approver::kDirector).state, ApprovalState::kApproved);
  EXPECT_EQ(check_approval(discount, Approver::kVp).state, ApprovalState::kNone);
  discount.note = "Called again";
  EXPECT_EQ(check_approval(discount, Approver::kDirector).state, ApprovalState::kApproved);
  discount.term_months = 12;
  EXPECT_EQ(check_approval(discount, Approver::kDirector).state, ApprovalState::kVoid);
  EXPECT_EQ(check_approval(discount, Approver::kDirector).changed, std::vector<std::string>{"term_months"});
}

}  // namespace
}  // namespace ae
