#include "ae/domain/scorecard.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

constexpr std::optional<std::int64_t> kBlank;

ScoreSum sum(std::array<std::optional<std::int64_t>, 6> scores) {
  return sum_of(Scores{scores}, default_policy().scorecard);
}

TEST(Scorecard, BandsBeginWhereThePolicySays) {
  EXPECT_EQ(sum({5, 5, 4, 4, 4, 3}).total, 25);
  EXPECT_EQ(sum({5, 5, 4, 4, 4, 3}).band, ScoreBand::kStrong);
  EXPECT_EQ(sum({4, 4, 4, 4, 4, 4}).total, 24);
  EXPECT_EQ(sum({4, 4, 4, 4, 4, 4}).band, ScoreBand::kWorkOnWeakAreas);
  EXPECT_EQ(sum({3, 3, 3, 3, 3, 2}).total, 17);
  EXPECT_EQ(sum({3, 3, 3, 3, 3, 2}).band, ScoreBand::kNeedsQualification);
}

TEST(Scorecard, BlanksLeaveARangeAndPerhapsNoBand) {
  const ScoreSum open = sum({5, 5, 5, 5, kBlank, kBlank});
  EXPECT_EQ(open.answered, 4);
  EXPECT_EQ(open.total, std::nullopt);
  EXPECT_EQ(open.lowest, 22);
  EXPECT_EQ(open.highest, 30);
  EXPECT_EQ(open.band, std::nullopt);
  EXPECT_EQ(sum({1, 1, 1, 1, kBlank, kBlank}).band, ScoreBand::kNeedsQualification);
}

TEST(Scorecard, OneWeakLetterKeepsAStrongDealFromBant) {
  const ScoreSum weak = sum({5, 5, 5, 2, 5, 5});
  EXPECT_EQ(weak.band, ScoreBand::kStrong);
  EXPECT_FALSE(weak.bant_qualified);
  EXPECT_TRUE(sum({3, 3, 3, 3, kBlank, kBlank}).bant_qualified);
  EXPECT_FALSE(sum({3, 3, 3, kBlank, 5, 5}).bant_qualified);
}

TEST(Scorecard, EveryScoreOfEveryCriterionHasItsAnchor) {
  const ScorecardPolicy& policy = default_policy().scorecard;
  for (const Criterion criterion : enumerators<Criterion>())
    EXPECT_EQ(words(criterion).rubric.size(), static_cast<std::size_t>(policy.highest - policy.lowest + 1))
        << key(criterion);
}

}  // namespace
}  // namespace ae
