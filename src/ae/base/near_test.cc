#include "ae/base/near.h"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ae {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::array<std::string_view, 7> kCommands{"pipeline", "forecast", "coverage", "hygiene",
                                                    "policy",   "playbook", "win-loss"};

TEST(NearMisses, FindASlipOfTheFinger) {
  EXPECT_THAT(near_misses("pipline", kCommands), ElementsAre("pipeline"));
  EXPECT_THAT(near_misses("piepline", kCommands), ElementsAre("pipeline"));
  EXPECT_THAT(near_misses("forcast", kCommands), ElementsAre("forecast"));
  EXPECT_THAT(near_misses("coverrage", kCommands), ElementsAre("coverage"));
  EXPECT_THAT(near_misses("HYGEINE", kCommands), ElementsAre("hygiene"));
}

TEST(NearMisses, FindWhatBeginsWithTheWord) {
  EXPECT_THAT(near_misses("fore", kCommands), ElementsAre("forecast"));
  EXPECT_THAT(near_misses("win", kCommands), ElementsAre("win-loss"));
}

TEST(NearMisses, AreNoneForAWordLikeNoOther) {
  EXPECT_THAT(near_misses("xylophone", kCommands), IsEmpty());
  EXPECT_THAT(near_misses("", kCommands), IsEmpty());
  EXPECT_THAT(near_misses("p", kCommands), IsEmpty());
  EXPECT_THAT(near_misses("pipeline", {}), IsEmpty());
  EXPECT_THAT(near_misses(std::string(100'000, 'a'), kCommands), IsEmpty());
}

TEST(NearMisses, StandNearestFirstAndAtMostThree) {
  constexpr std::array<std::string_view, 5> kNames{"stagexx", "stage", "stagex", "stages", "staged"};
  EXPECT_THAT(near_misses("stagee", kNames), ElementsAre("stage", "stagex", "stages"));
}

TEST(NearMisses, TakeBytesOfOtherScriptsAsTheyAre) {
  constexpr std::array<std::string_view, 2> kNames{"商机库", "预测"};
  EXPECT_THAT(near_misses("商机", kNames), ElementsAre("商机库"));
}

}  // namespace
}  // namespace ae
