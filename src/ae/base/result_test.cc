#include "ae/base/result.h"

#include <memory>

#include <gtest/gtest.h>

namespace ae {
namespace {

Error too_large() {
  Error error;
  error.code = "amount_too_large";
  error.place = {"deals.csv", 3, 7};
  return error;
}

Result<int> half(int number) {
  if (number % 2 != 0) return fail(too_large());
  return number / 2;
}

Result<std::string> quarter_in_words(int number) {
  AE_TRY(const int halved, half(number));
  AE_TRY(const int quarter, half(halved));
  return std::to_string(quarter);
}

Result<bool> is_even(int number) {
  AE_TRY_VOID(half(number));
  AE_TRY_VOID(half(number));
  return true;
}

Result<std::unique_ptr<int>> owned() { return std::make_unique<int>(14); }

Result<int> through_owned() {
  AE_TRY(const auto pointer, owned());
  return *pointer;
}

TEST(Result, HoldsAValueOrTheErrorThatExplainsWhyThereIsNone) {
  EXPECT_EQ(half(28).value(), 14);
  const Result<int> result = half(7);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, "amount_too_large");
}

TEST(Result, TryDeclaresTheValue) { EXPECT_EQ(quarter_in_words(56).value(), "14"); }

TEST(Result, TryReturnsTheFirstErrorUnchangedFromAFunctionOfAnotherResult) {
  const Result<std::string> first = quarter_in_words(7);
  const Result<std::string> second = quarter_in_words(6);
  ASSERT_FALSE(first);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().place, (Place{"deals.csv", 3, 7}));
}

TEST(Result, TryVoidPassesOnErrorsOnly) {
  EXPECT_TRUE(is_even(2).value());
  EXPECT_FALSE(is_even(3));
}

TEST(Result, TryMovesAValueThatCannotBeCopied) { EXPECT_EQ(through_owned().value(), 14); }

}  // namespace
}  // namespace ae
