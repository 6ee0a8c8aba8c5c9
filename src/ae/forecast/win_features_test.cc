#include "ae/forecast/win_features.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "ae/report/deals_for_test.h"

namespace ae::forecast {
namespace {

/// 30 won, 30 lost and 20 open deals with one further column; `value_of` fills it by outcome and number.
template <typename ValueOf>
FeatureTable table_with(const std::string& column, ValueOf&& value_of, std::vector<Note>& notes) {
  std::vector<report::Deal> deals;
  for (int number = 0; number < 80; ++number) {
    report::Deal deal;
    deal.stage = number < 30 ? Stage::kClosedWon : number < 60 ? Stage::kClosedLost : Stage::kDemo;
    deal.owner = number % 2 == 0 ? "Ana" : "Ben";
    deals.push_back(deal);
  }
  table::OpportunityTable table = report::table_of(deals);
  table::Attribute attribute{column, {}};
  for (int number = 0; number < 80; ++number)
    attribute.words.append(value_of(table.chunks[0].state[static_cast<std::size_t>(number)], number));
  table.chunks[0].attributes.push_back(std::move(attribute));
  WinFeatures features;
  features.add(table.chunks[0]);
  return features.table(notes);
}

bool has(const FeatureTable& table, const std::string& column) {
  return std::find(table.columns.begin(), table.columns.end(), column) != table.columns.end();
}

std::string thirds(DealState, int number) { return number % 3 == 0 ? "Retail" : "Health"; }

TEST(WinFeatures, OwnersAndFurtherColumnsAreLearntFrom) {
  std::vector<Note> notes;
  const FeatureTable table = table_with("industry", thirds, notes);
  EXPECT_TRUE(has(table, "industry"));
  EXPECT_TRUE(has(table, "owner"));
  EXPECT_TRUE(notes.empty());
  EXPECT_EQ(table.size(), 4U) << "two owners × two industries: the same features are one row";
}

TEST(WinFeatures, AColumnNamedForTheCloseIsRefused) {
  std::vector<Note> notes;
  EXPECT_FALSE(has(table_with("Closed value band", thirds, notes), "Closed value band"));
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].code, "leaky_columns");
  notes.clear();
  EXPECT_FALSE(has(table_with("丢单说明", thirds, notes), "丢单说明"));
}

TEST(WinFeatures, AColumnFilledOnlyOnceADealIsClosedIsRefused) {
  std::vector<Note> notes;
  const auto only_closed = [](DealState state, int number) {
    return state == DealState::kOpen ? std::string() : thirds(state, number);
  };
  EXPECT_FALSE(has(table_with("Handover", only_closed, notes), "Handover"));
  ASSERT_EQ(notes.size(), 1U);
}

TEST(WinFeatures, AColumnFilledForOneOutcomeOnlyIsRefused) {
  std::vector<Note> notes;
  const auto only_lost = [](DealState state, int number) {
    return state == DealState::kWon ? std::string() : thirds(state, number);
  };
  EXPECT_FALSE(has(table_with("Notes", only_lost, notes), "Notes"));
}

TEST(WinFeatures, AColumnThatDecidesTheOutcomeIsRefused) {
  std::vector<Note> notes;
  const auto telling = [](DealState state, int) {
    return std::string(state == DealState::kWon ? "yes" : "no");
  };
  EXPECT_FALSE(has(table_with("Happy", telling, notes), "Happy"));
  ASSERT_EQ(notes.size(), 1U);
}

TEST(WinFeatures, ColumnsThatNameDealsAreLeftOutQuietly) {
  std::vector<Note> notes;
  const auto numbered = [](DealState, int number) { return "D-" + std::to_string(number); };
  EXPECT_FALSE(has(table_with("Reference", numbered, notes), "Reference"));
  EXPECT_TRUE(notes.empty());
}

}  // namespace
}  // namespace ae::forecast
