#include "ae/domain/policy.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

Error refusal(std::string_view toml) {
  const Result<Policy> policy = load_policy(toml, "team.toml");
  EXPECT_FALSE(policy.has_value()) << toml;
  return policy ? Error{} : policy.error();
}

TEST(Policy, DefaultIsTheMethod) {
  const Policy& policy = default_policy();
  EXPECT_EQ(policy.probability(Stage::kProspect), Probability::of_percent(10));
  EXPECT_EQ(policy.probability(Stage::kDiscovery), Probability::of_percent(20));
  EXPECT_EQ(policy.probability(Stage::kDemo), Probability::of_percent(40));
  EXPECT_EQ(policy.probability(Stage::kProposal), Probability::of_percent(60));
  EXPECT_EQ(policy.probability(Stage::kNegotiation), Probability::of_percent(80));
  EXPECT_EQ(policy.probability(Stage::kClosedWon), Probability::of_percent(100));
  EXPECT_EQ(policy.probability(Stage::kClosedLost), Probability::of_percent(0));
  EXPECT_TRUE(policy.probability(Stage::kUnknown).is_none());
  EXPECT_EQ(policy.age_limit_days(Stage::kProposal), 21);
  EXPECT_FALSE(policy.age_limit_days(Stage::kClosedWon).has_value());
}

TEST(Policy, CategoriesAreBandsOfProbability) {
  const Policy& policy = default_policy();
  EXPECT_EQ(policy.category_of(Probability::of_percent(90)), ForecastCategory::kCommit);
  EXPECT_EQ(policy.category_of(Probability::of_millionths(899'999)), ForecastCategory::kBestCase);
  EXPECT_EQ(policy.category_of(Probability::of_percent(60)), ForecastCategory::kBestCase);
  EXPECT_EQ(policy.category_of(Probability::of_percent(20)), ForecastCategory::kPipeline);
  EXPECT_EQ(policy.category_of(Probability::of_percent(19)), ForecastCategory::kUpside);
  EXPECT_EQ(policy.category_of(Probability{}), ForecastCategory::kNone);
}

TEST(Policy, AFileNeedsOnlyTheLinesThatDiffer) {
  const Result<Policy> policy = load_policy("[stages.demo]\nprobability = 45.5\n", "team.toml");
  ASSERT_TRUE(policy.has_value());
  EXPECT_EQ(policy->probability(Stage::kDemo), Probability::of_millionths(455'000));
  EXPECT_EQ(policy->age_limit_days(Stage::kDemo), 14);
}

TEST(Policy, ATargetMayGainAnUpperEnd) {
  const Result<Policy> policy = load_policy("[coverage.mid]\nhigh = 4\n", "team.toml");
  ASSERT_TRUE(policy.has_value());
  EXPECT_EQ(policy->coverage_target(Phase::kMid).high, Ratio::of_units(40'000));
}

TEST(Policy, SyntaxErrorsNameFileAndLine) {
  const Error error = refusal("[stages.demo]\nprobability = \n");
  EXPECT_EQ(error.code, "toml_syntax");
  EXPECT_EQ(error.place.source, "team.toml");
  EXPECT_EQ(error.place.line, 2);
}

TEST(Policy, UnknownFieldsNameTheNearestOne) {
  const Error error = refusal("[stages.demo]\nprobabilty = 40\n");
  EXPECT_EQ(error.code, "policy_unknown_field");
  EXPECT_EQ(error.value, "stages.demo.probabilty");
  EXPECT_EQ(error.place.line, 2);
  EXPECT_EQ(error.did_you_mean, std::vector<std::string>{"probability"});
}

TEST(Policy, WrongTypesAreRefused) {
  EXPECT_EQ(refusal("[stages.demo]\nprobability = \"40\"\n").code, "policy_wrong_type");
  EXPECT_EQ(refusal("[hygiene]\nrecent_activity_days = 14.5\n").code, "policy_wrong_type");
  EXPECT_EQ(refusal("stages = 5\n").code, "policy_wrong_type");
}

TEST(Policy, ValuesOutOfRangeAreRefused) {
  EXPECT_EQ(refusal("[stages.demo]\nprobability = 100.1\n").code, "policy_out_of_range");
  EXPECT_EQ(refusal("[stages.demo]\nprobability = -1\n").code, "policy_out_of_range");
  EXPECT_EQ(refusal("[stages.demo]\nprobability = nan\n").code, "policy_out_of_range");
  EXPECT_EQ(refusal("[stages.demo]\nage_limit_days = 0\n").code, "policy_out_of_range");
  EXPECT_EQ(refusal("[coverage.mid]\nlow = 1e300\n").code, "policy_out_of_range");
}

TEST(Policy, ContradictionsPointAtTheUsersOwnLine) {
  const Error error = refusal("# our numbers\n[stages.demo]\nprobability = 70\n");
  EXPECT_EQ(error.code, "policy_contradiction");
  EXPECT_EQ(error.place.source, "team.toml");
  EXPECT_EQ(error.place.line, 3);
  EXPECT_EQ(error.value, "stages.demo.probability");
}

TEST(Policy, EveryOrderOfTheMethodIsChecked) {
  for (const char* toml : {"[categories]\npipeline_from = 61\n", "[categories]\ncommit_from = 50\n",
                           "[coverage.early]\nlow = 6\n", "[coverage.or_better]\ncommit = 2\n",
                           "[hygiene]\nwon_cycle_percentile = 101\n", "[scorecard]\nlowest = 6\n",
                           "[scorecard]\nbant_minimum = 6\n", "[scorecard]\nstrong_from = 17\n",
                           "[discount]\nstandard_up_to = 25\n", "[discount]\ndeep_below = 15\n"}) {
    EXPECT_EQ(refusal(toml).code, "policy_contradiction") << toml;
  }
}

}  // namespace
}  // namespace ae
