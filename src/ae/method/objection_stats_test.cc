#include "ae/method/objection_stats.h"

#include <gtest/gtest.h>

#include "ae/method/counted_share.h"

namespace ae::method {
namespace {

DealObjection entry(std::string objection, std::optional<std::string> response,
                    std::optional<ObjectionOutcome> outcome) {
  return {*Date::from_iso("2026-02-01"), std::move(objection), "…", std::move(response), outcome};
}

DealRecord deal(std::vector<DealObjection> objections) {
  DealRecord made;
  made.objections = std::move(objections);
  return made;
}

constexpr auto kProgress = ObjectionOutcome::kProgress;
constexpr auto kStalled = ObjectionOutcome::kStalled;
constexpr auto kLost = ObjectionOutcome::kLost;

TEST(CountedShare, HasNoShareOfFewerThanTenCases) {
  EXPECT_TRUE(counted_share(9, 9).too_few);
  EXPECT_EQ(counted_share(9, 9).share, std::nullopt);
  EXPECT_EQ(counted_share(8, 10).share, Ratio::of_units(8000));
  EXPECT_EQ(counted_share(8, 10).low, Ratio::of_units(4902));
  EXPECT_EQ(counted_share(8, 10).high, Ratio::of_units(9433));
}

TEST(ObjectionStats, CountsOutcomesOverDealsAndLeavesOpenOnesOutOfTheRate) {
  std::vector<DealObjection> many(8, entry("too_expensive", "figures", kProgress));
  many.push_back(entry("too_expensive", {}, {}));
  const ObjectionStatsResult result = objection_stats(
      {deal(many), deal({entry("too_expensive", {}, kStalled), entry("too_expensive", {}, kLost)}),
       deal({})});
  ASSERT_EQ(result.objections.size(), 1U);
  const ObjectionRecord& record = result.objections.front();
  EXPECT_EQ(result.deals, 3);
  EXPECT_EQ(record.deals, 2);
  EXPECT_EQ(record.outcomes.logged, 11);
  EXPECT_EQ(record.outcomes.open, 1);
  EXPECT_EQ(record.outcomes.progress_rate, Ratio::of_units(8000));
  EXPECT_EQ(result.total.progress_rate, Ratio::of_units(8000));
}

TEST(ObjectionStats, ResponsesThatDifferInCaseOrBlanksAreOne) {
  const ObjectionStatsResult result = objection_stats(
      {deal({entry("bad_timing", "Waited", kStalled), entry("bad_timing", "Cost of  waiting", kStalled),
             entry("bad_timing", " cost of waiting ", kProgress), entry("bad_timing", " ", kLost)})});
  const std::vector<ResponseRecord>& responses = result.objections.front().responses;
  ASSERT_EQ(responses.size(), 3U);
  EXPECT_EQ(responses[0].response, "Cost of  waiting");
  EXPECT_EQ(responses[0].outcomes.logged, 2);
  EXPECT_TRUE(responses[0].outcomes.too_few);
  EXPECT_EQ(responses[2].response, std::nullopt);
}

TEST(ObjectionStats, MostFrequentObjectionComesFirst) {
  const ObjectionStatsResult result = objection_stats({deal(
      {entry("too_expensive", {}, {}), entry("vendor_size", {}, {}), entry("vendor_size", {}, kProgress)})});
  EXPECT_EQ(result.objections.front().objection, "vendor_size");
  EXPECT_EQ(result.total.logged, 3);
}

TEST(ObjectionStats, NothingLoggedHasNoRate) {
  const ObjectionStatsResult result = objection_stats({});
  EXPECT_TRUE(result.objections.empty());
  EXPECT_EQ(result.total.progress_rate, std::nullopt);
}

}  // namespace
}  // namespace ae::method
