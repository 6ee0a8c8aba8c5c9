#include "ae/table/deal_store.h"

#include <string>

#include <gtest/gtest.h>

namespace ae::table {
namespace {

using enum OpportunityField;

const DealStore::Plan kPlan{fields_of({kOwner}), fields_of({kId}), fields_of({kNextStep})};

/// Deals "first", "first + 1" … of which every third has no next step.
OpportunityChunk deals(int first, int count, int owners) {
  OpportunityChunk chunk(fields_of({kId, kOwner, kNextStep, kStage, kAmount, kTeam}));
  for (int number = first; number < first + count; ++number) {
    const std::string id = "D-" + std::to_string(number);
    const std::string owner = number % 5 == 0 ? "" : "owner " + std::to_string(number % owners);
    OpportunityRow row;
    row.texts[kId] = id;
    row.texts[kOwner] = owner;
    row.texts[kNextStep] = number % 3 == 0 ? "" : "call them";
    row.texts[kStage] = "Engaging";
    row.texts[kTeam] = "North";
    row.amount = number;
    row.line = number + 2;
    row.dates[kCloseDate] = Date::of_days(number);
    chunk.append(row);
  }
  return chunk;
}

TEST(DealStore, KeepsEveryRowInTheOrderOfItsLane) {
  DealStore store(kPlan);
  store.begin(2);
  for (int first = 0; first < 30'000; first += 3'000)
    store.add(first < 15'000 ? 0 : 1, deals(first, 3'000, 7));
  const OpportunityTable table = store.take();
  ASSERT_EQ(table.rows(), 30'000U);
  EXPECT_GT(table.chunks.size(), 2U);
  int number = 0;
  for (const OpportunityChunk& chunk : table.chunks) {
    EXPECT_LE(chunk.rows(), 8'192U);
    for (std::size_t row = 0; row < chunk.rows(); ++row, ++number) {
      ASSERT_EQ(chunk.amount[row], number);
      ASSERT_EQ(chunk.line[row], number + 2);
      ASSERT_EQ(chunk.dates(kCloseDate)[row], Date::of_days(number));
      ASSERT_EQ(chunk.text(kId).at(row), "D-" + std::to_string(number));
      ASSERT_EQ(chunk.text(kOwner).at(row), number % 5 == 0 ? "" : "owner " + std::to_string(number % 7));
      ASSERT_EQ(chunk.text(kStage).at(row), "Engaging");
    }
  }
}

TEST(DealStore, OfFieldsThatAreOnlyAskedTellsEmptyCellsFromOthers) {
  DealStore store(kPlan);
  store.begin(1);
  store.add(0, deals(0, 100, 3));
  const OpportunityTable table = store.take();
  const TextColumn& steps = table.chunks.front().text(kNextStep);
  for (std::size_t row = 0; row < 100; ++row) EXPECT_EQ(steps.at(row), row % 3 == 0 ? "" : "…") << row;
  EXPECT_EQ(table.chunks.front().text(kTeam).size(), 0U) << "nobody asked for teams";
}

TEST(DealStore, EqualCellsOfALaneHaveEqualCodesWhateverTheirChunksCalledThem) {
  DealStore store(kPlan);
  store.begin(1);
  store.add(0, deals(0, 9'000, 7));  // more than one chunk
  store.add(0, deals(3, 5, 4));      // a few of another column, whose codes are in another order
  const OpportunityTable table = store.take();
  const TextColumn& first = table.chunks.front().text(kOwner);
  for (const OpportunityChunk& chunk : table.chunks) {
    const TextColumn& owners = chunk.text(kOwner);
    EXPECT_EQ(owners.family(), first.family());
    EXPECT_EQ(owners.distinct(), 8U) << "seven and the empty one";
    for (std::size_t row = 0; row < chunk.rows(); ++row)
      ASSERT_EQ(owners.at(row), first.word(owners.code(row)));
  }
}

TEST(DealStore, BeginsAgainWithNothing) {
  DealStore store(kPlan);
  store.begin(1);
  store.add(0, deals(0, 10, 3));
  store.begin(3);
  store.add(2, deals(50, 1, 3));
  const OpportunityTable table = store.take();
  ASSERT_EQ(table.rows(), 1U);
  EXPECT_EQ(table.chunks.front().text(kId).at(0), "D-50");
}

TEST(DealStore, ChunksWithOtherColumnsAreNotMixed) {
  DealStore store(kPlan);
  store.begin(1);
  store.add(0, deals(0, 10, 3));
  OpportunityChunk other(fields_of({kId}));
  other.append(OpportunityRow{});
  store.add(0, other);
  const OpportunityTable table = store.take();
  ASSERT_EQ(table.chunks.size(), 2U);
  EXPECT_FALSE(table.chunks.back().has(kOwner));
}

}  // namespace
}  // namespace ae::table
