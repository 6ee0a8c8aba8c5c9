#include "ae/statistics/moments.h"

#include <gtest/gtest.h>

namespace ae::statistics {
namespace {

Moments of(std::initializer_list<double> numbers) {
  Moments moments;
  for (const double number : numbers) moments.add(number);
  return moments;
}

// t = 2.699313 with 23.2225 degrees of freedom. Integrating Student's density (Simpson, 400,000 steps) gives
// p = 0.0127360, and 0.0127989 with 23 degrees.
const Moments kOne =
    of({27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4});
const Moments kOther =
    of({27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.3, 38.2});

TEST(Moments, WelchAgreesWithStudentsDensityIntegrated) {
  EXPECT_NEAR(kOne.mean(), 20.82, 1e-9);
  EXPECT_NEAR(kOne.variance(), 7.8674286, 1e-6);
  EXPECT_NEAR(welch_two_sided(kOne, kOther), 0.0127989, 1e-6);
  EXPECT_EQ(welch_two_sided(kOne, kOther), welch_two_sided(kOther, kOne));
}

TEST(Moments, MergingIsAsAddingAll) {
  Moments merged = of({1, 2, 3});
  merged.merge(of({10, 20}));
  const Moments all = of({1, 2, 3, 10, 20});
  EXPECT_EQ(merged.count(), 5);
  EXPECT_NEAR(merged.mean(), all.mean(), 1e-12);
  EXPECT_NEAR(merged.variance(), all.variance(), 1e-9);
}

TEST(Moments, TheIntervalOfAMeanIsStudents) {
  const Interval interval = mean_interval(of({1, 2, 3, 4, 5}), 0.95);
  EXPECT_NEAR(interval.low, 3 - 2.7764 * 0.70711, 1e-3);
  EXPECT_NEAR(interval.high, 3 + 2.7764 * 0.70711, 1e-3);
}

TEST(Moments, WhereNothingVariesMeansAreEqualOrNot) {
  EXPECT_EQ(welch_two_sided(of({1, 1}), of({1, 1, 1})), 1);
  EXPECT_EQ(welch_two_sided(of({1, 1}), of({2, 2, 2})), 0);
}

}  // namespace
}  // namespace ae::statistics
