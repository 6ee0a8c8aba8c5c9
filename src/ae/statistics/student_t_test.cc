#include "ae/statistics/student_t.h"

#include <cmath>

#include <gtest/gtest.h>

namespace ae::statistics {
namespace {

// Any table of Student's t, two-sided 95 %.
TEST(StudentT, IsThatOfTheTables) {
  EXPECT_NEAR(student_t(0.95, 1), 12.7062, 1e-4);
  EXPECT_NEAR(student_t(0.95, 2), 4.3027, 1e-4);
  EXPECT_NEAR(student_t(0.95, 3), 3.1824, 1e-4);
  EXPECT_NEAR(student_t(0.95, 4), 2.7764, 1e-4);
  EXPECT_NEAR(student_t(0.95, 7), 2.3646, 1e-4);
  EXPECT_NEAR(student_t(0.80, 10), 1.3722, 1e-4);
  EXPECT_NEAR(student_t(0.99, 30), 2.7500, 1e-4);
}

TEST(StudentT, TendsToTheNormalDistribution) { EXPECT_NEAR(student_t(0.95, 100'000), 1.95996, 1e-4); }

// F(t) = 1/2 + arctan(t) / π for one degree of freedom, 1/2 + t / (2 √(2 + t²)) for two.
TEST(StudentT, HasTheClosedFormsOfOneAndTwoDegrees) {
  for (const double t : {0.0, 0.3, 1.0, 7.0}) {
    EXPECT_NEAR(student_t_within(t, 1), 2 * std::atan(t) / M_PI, 1e-12);
    EXPECT_NEAR(student_t_within(t, 2), t / std::sqrt(2 + t * t), 1e-12);
  }
}

}  // namespace
}  // namespace ae::statistics
