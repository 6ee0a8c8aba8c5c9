#include "ae/playbook/policy_figure.h"

#include <gtest/gtest.h>

#include "ae/base/assert.h"

namespace ae::playbook {
namespace {

TEST(PolicyFigure, IsTheNumberThatATextWrites) {
  const Policy& policy = default_policy();
  EXPECT_EQ(policy_figure(policy, "discount.moderate_up_to"), "20");
  EXPECT_EQ(policy_figure(policy, "coverage.late.low"), "1.5");
  EXPECT_EQ(policy_figure(policy, "coverage.mid.low"), "3");
  EXPECT_EQ(policy_figure(policy, "stages.closed_lost.probability"), "0");
  EXPECT_EQ(policy_figure(policy, "activity.emails_per_day"), "100");
}

TEST(PolicyFigure, OfWhatIsNoNumberIsNone) {
  const Policy& policy = default_policy();
  for (const std::string_view path : {"", "coverage", "coverage.mid", "coverage.mid.high",
                                      "coverage.mid.low.x", "discounts.deep_below", "."})
    EXPECT_EQ(policy_figure(policy, path), std::nullopt) << path;
}

TEST(PolicyFigure, FollowsAPolicyOfOnesOwn) {
  const Result<Policy> policy = load_policy("[discount]\nstandard_up_to = 7.25\n", "own.toml");
  ASSERT_TRUE(policy);
  EXPECT_EQ(with_policy_figures("up to {{policy:discount.standard_up_to}} %, {{policy:scorecard.highest}}",
                                *policy),
            "up to 7.25 %, 5");
}

TEST(PolicyFigure, OfAnUnknownPathIsLeftAsItStands) {
  EXPECT_EQ(with_policy_figures("{{policy:no.such}} {{policy:open", default_policy()),
            "{{policy:no.such}} {{policy:open");
}

}  // namespace
}  // namespace ae::playbook
