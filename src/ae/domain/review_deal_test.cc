#include "ae/domain/review_deal.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

using enum HygieneRule;

ReviewDeal broken(std::vector<HygieneRule> rules) {
  ReviewDeal deal;
  deal.id = "1";
  deal.broken = std::move(rules);
  return deal;
}

Disposition suggested(std::vector<HygieneRule> rules) {
  return suggest(broken(std::move(rules))).disposition;
}

TEST(ReviewDeal, SilentOldAndLateDealsAreToBeClosed) {
  EXPECT_EQ(suggested({kCloseDatePast, kNoRecentActivity, kOlderThanWonCycle}), Disposition::kClose);
  EXPECT_EQ(suggested({kNoRecentActivity, kStageOverdue, kOlderThanWonCycle}), Disposition::kClose);
  EXPECT_EQ(suggested({kNoRecentActivity, kOlderThanWonCycle}), Disposition::kKeep);
}

TEST(ReviewDeal, ADateThatIsPastOrMissingIsAskedForBeforeTheStage) {
  EXPECT_EQ(suggested({kCloseDatePast, kStageOverdue}), Disposition::kReDate);
  EXPECT_EQ(suggested({kCloseDateMissing}), Disposition::kReDate);
  EXPECT_EQ(suggested({kStageOverdue}), Disposition::kReStage);
  EXPECT_EQ(suggested({kStageUnknown}), Disposition::kReStage);
}

TEST(ReviewDeal, ASureCategoryWithoutANextStepGoesOneStepDown) {
  ReviewDeal deal = broken({kNextStepMissing});
  EXPECT_EQ(suggest(deal).disposition, Disposition::kKeep);
  deal.category = ForecastCategory::kCommit;
  EXPECT_EQ(suggest(deal).disposition, Disposition::kDowngrade);
  EXPECT_EQ(suggest(deal).value, "best_case");
  deal.category = ForecastCategory::kPipeline;
  EXPECT_EQ(suggest(deal).disposition, Disposition::kKeep);
}

TEST(ReviewDeal, OnlyADealOfTheSameAmountIsMerged) {
  ReviewDeal deal = broken({kStageOverdue});
  deal.same_as = "7";
  EXPECT_EQ(suggest(deal).disposition, Disposition::kReStage);
  deal.same_amount = true;
  EXPECT_EQ(suggest(deal).disposition, Disposition::kMerge);
  EXPECT_EQ(suggest(deal).value, "7");
}

TEST(Disposition, IsNamedByKeyOrNameInAnyLanguageAndCase) {
  for (const std::string_view words : {"re_date", "Re-date", "RE DATE", "redate", "改期"})
    EXPECT_EQ(disposition_named(words), Disposition::kReDate) << words;
  EXPECT_EQ(disposition_named("later"), std::nullopt);
}

TEST(Disposition, NothingIsWeakerThanOmitted) {
  EXPECT_EQ(one_weaker(ForecastCategory::kCommit), ForecastCategory::kBestCase);
  EXPECT_EQ(one_weaker(ForecastCategory::kUpside), ForecastCategory::kOmitted);
  EXPECT_EQ(one_weaker(ForecastCategory::kOmitted), std::nullopt);
  EXPECT_EQ(one_weaker(ForecastCategory::kNone), std::nullopt);
}

}  // namespace
}  // namespace ae
