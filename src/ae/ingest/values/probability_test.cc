#include "ae/ingest/values/probability.h"

#include <string>
#include <vector>

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

/// The probabilities of a column, in millionths.
std::vector<std::int32_t> column(const std::vector<std::string>& cells) {
  ColumnVote<ProbabilityScale> votes;
  bool percent = false;
  for (const std::string& cell : cells) {
    const auto vote = scale_vote(parse_probability(cell));
    if (!vote) continue;
    votes.add(*vote);
    percent |= !(*vote)[kFraction];
  }
  const ProbabilityScale scale = scale_of(votes.decide(), percent);
  std::vector<std::int32_t> values;
  for (const std::string& cell : cells) values.push_back(millionths(cell, scale));
  return values;
}

using Values = std::vector<std::int32_t>;

TEST(ProbabilityScale, IsDecidedOverTheColumn) {
  EXPECT_EQ(column({"60", "1"}), (Values{600'000, 10'000}));
  EXPECT_EQ(column({"0.6", "1"}), (Values{600'000, 1'000'000}));
  EXPECT_EQ(column({"60 %", "1"}), (Values{600'000, 10'000}));
  EXPECT_EQ(column({"60,5 %", "100"}), (Values{605'000, 1'000'000}));
  EXPECT_EQ(column({"0", "1"}), (Values{0, 1'000'000}));
}

TEST(ProbabilityScale, OneStrayCellFallsAlone) {
  EXPECT_EQ(column({"0.6", "0.2", "1000"}), (Values{600'000, 200'000, -3}));
  EXPECT_EQ(column({"0.6", "0.2", "60"}), (Values{600'000, 200'000, -3}));
  EXPECT_EQ(column({"60", "0.2", "40"}), (Values{600'000, -3, 400'000}));
  EXPECT_EQ(column({"60", "0.2"}), (Values{600'000, -3}));
}

TEST(ProbabilityCell, AThousandIsNotOne) {
  EXPECT_EQ(millionths("1,000", kPercent), -2);
  EXPECT_EQ(millionths("1,234.5", kPercent), -2);
  EXPECT_EQ(millionths("0,000", kPercent), 0);
}

TEST(BooleanCell, EveryLanguage) {
  for (const char* cell :
       {"TRUE", "yes", "Y", "1", "是", "√", "Ja", "oui", "Sí", "SÍ", "はい", "T", "ＹＥＳ"})
    EXPECT_EQ(parse_boolean(cell), true) << cell;
  for (const char* cell : {"False", "no", "N", "0", "否", "×", "Nein", "non", "いいえ", "f"})
    EXPECT_EQ(parse_boolean(cell), false) << cell;
  for (const char* cell : {"", "maybe", "2"}) EXPECT_EQ(parse_boolean(cell), std::nullopt) << cell;
}

TEST(Blank, WordsForNothing) {
  for (const char* cell : {"", "-", "--", "—", "n/a", "N/A", "null", "NULL", "None", "nil", "(blank)",
                           "(empty)", "#N/A", "无", "空", "暂无", "未填写", "k.A.", "s/o"}) {
    EXPECT_TRUE(is_missing(cell)) << cell;
  }
  for (const char* cell : {"0", "no", "#REF!", "nothing", "无锡"}) EXPECT_FALSE(is_missing(cell)) << cell;
}

TEST(Blank, TrimsWhatCannotBeSeen) {
  EXPECT_EQ(trimmed("  a b\t"), "a b");
  EXPECT_EQ(trimmed("\u3000商机\u00A0"), "商机");
  EXPECT_EQ(trimmed("\u200B\uFEFF"), "");
  EXPECT_EQ(trimmed(""), "");
}

}  // namespace
}  // namespace ae::ingest
