#include "ae/ingest/values/probability.h"

#include <gtest/gtest.h>

#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/boolean.h"

namespace ae::ingest {
namespace {

std::int32_t millionths(std::string_view cell, ProbabilityScale scale) {
  const ProbabilityCell probability = parse_probability(cell);
  if (probability.missing) return -1;
  if (probability.fault) return -2;
  const std::optional<Probability> value = read_probability(probability, scale);
  return value ? value->millionths() : -3;
}

constexpr ProbabilityScale kPercent = ProbabilityScale::kPercent;
constexpr ProbabilityScale kFraction = ProbabilityScale::kFraction;

TEST(ProbabilityCell, ThreeWaysToWriteSixtyPercent) {
  EXPECT_EQ(millionths("60%", kPercent), 600'000);
  EXPECT_EQ(millionths("60", kPercent), 600'000);
  EXPECT_EQ(millionths("0.6", kFraction), 600'000);
  EXPECT_EQ(millionths("0,6", kFraction), 600'000);
  EXPECT_EQ(millionths("６０ ％", kPercent), 600'000);
  EXPECT_EQ(millionths("33.3333333%", kPercent), 333'333);
  EXPECT_EQ(millionths("100", kPercent), 1'000'000);
  EXPECT_EQ(millionths("1", kFraction), 1'000'000);
}

TEST(ProbabilityCell, OutsideAndUnreadable) {
  EXPECT_EQ(millionths("1000", kPercent), -3);
  EXPECT_EQ(millionths("101%", kFraction), -3);
  EXPECT_EQ(millionths("-5", kPercent), -2);
  EXPECT_EQ(millionths("likely", kPercent), -2);
  EXPECT_EQ(millionths("n/a", kPercent), -1);
}

TEST(ProbabilityCell, BelowOneInAColumnOfPercentsCanBeEither) {
  EXPECT_EQ(millionths("0.6", kPercent), -3);
  EXPECT_EQ(millionths("0.6%", kPercent), 6'000);
  EXPECT_EQ(millionths("0", kPercent), 0);
  EXPECT_EQ(millionths("1", kPercent), 10'000);
}

TEST(ProbabilityCell, ShowsItsScale) {
  EXPECT_TRUE(shows_percent(parse_probability("60")));
  EXPECT_TRUE(shows_percent(parse_probability("0.5%")));
  EXPECT_FALSE(shows_percent(parse_probability("0.6")));
  EXPECT_FALSE(shows_percent(parse_probability("1")));
}

TEST(BooleanCell, BothLanguages) {
  for (const char* cell : {"TRUE", "yes", "Y", "1", "是"}) EXPECT_EQ(parse_boolean(cell), true) << cell;
  for (const char* cell : {"False", "no", "N", "0", "否"}) EXPECT_EQ(parse_boolean(cell), false) << cell;
  for (const char* cell : {"", "maybe", "2"}) EXPECT_EQ(parse_boolean(cell), std::nullopt) << cell;
}

TEST(Blank, TrimsWhatCannotBeSeen) {
  EXPECT_EQ(trimmed("  a b\t"), "a b");
  EXPECT_EQ(trimmed("\u3000商机\u00A0"), "商机");
  EXPECT_EQ(trimmed("\u200B\uFEFF"), "");
  EXPECT_EQ(trimmed(""), "");
}

}  // namespace
}  // namespace ae::ingest
