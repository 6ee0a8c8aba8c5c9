#include "ae/report/first_few.h"

#include <random>

#include <gtest/gtest.h>

namespace ae::report {
namespace {

struct Number {
  std::int32_t value = 0;
  bool before(const Number& other) const { return value < other.value; }
  bool operator==(const Number&) const = default;
};
using Three = FirstFew<Number, 3>;

Three of(std::initializer_list<int> numbers) {
  Three few;
  for (const int number : numbers) few.add({number});
  return few;
}

TEST(FirstFew, KeepsTheFirstWhateverOrderTheyComeIn) {
  std::vector<int> numbers(100);
  for (int number = 0; number < 100; ++number) numbers[static_cast<std::size_t>(number)] = number;
  std::shuffle(numbers.begin(), numbers.end(), std::mt19937{1});
  Three few;
  for (const int number : numbers) few.add({number});
  EXPECT_EQ(few.in_order(), (std::vector<Number>{{0}, {1}, {2}}));
}

TEST(FirstFew, HasNoLimitUntilItIsFull) {
  EXPECT_EQ(of({5, 4}).limit(), nullptr);
  ASSERT_NE(of({5, 4, 9}).limit(), nullptr);
  EXPECT_EQ(of({5, 4, 9}).limit()->value, 9);
  EXPECT_EQ(of({}).limit(), nullptr);
}

TEST(FirstFew, MergeCommutesAndEqualsAddingAll) {
  Three left = of({7, 1, 8, 3});
  const Three right = of({2, 9});
  Three other = right;
  other.merge(left);
  left.merge(right);
  EXPECT_EQ(left, other);
  EXPECT_EQ(left, of({7, 1, 8, 3, 2, 9}));
  EXPECT_EQ(left.limit()->value, 3);
}

TEST(FirstFew, AfterAMergeTheLimitIsThatOfBoth) {
  Three few = of({7, 8, 9});
  few.merge(of({1}));
  ASSERT_NE(few.limit(), nullptr);
  EXPECT_EQ(few.limit()->value, 8);
}

}  // namespace
}  // namespace ae::report
