#include "ae/table/opportunity_table.h"

#include <gtest/gtest.h>

namespace ae::table {
namespace {

using enum OpportunityField;

OpportunityRow won_deal() {
  OpportunityRow row;
  row.texts[kName] = "Acme";
  row.texts[kStage] = "Closed Won";
  row.stage = Stage::kClosedWon;
  row.state = DealState::kWon;
  row.amount = 12'345;
  row.currency = *Currency::from_code("USD");
  row.probability = Probability::of_percent(100);
  row.category = ForecastCategory::kClosed;
  row.dates[kCreatedDate] = *Date::from_iso("2026-01-01");
  row.dates[kCloseDate] = *Date::from_iso("2026-02-01");
  row.source = 1;
  row.line = 7;
  return row;
}

FieldSet fields(std::initializer_list<OpportunityField> present) {
  FieldSet set;
  for (const OpportunityField field : present) set[static_cast<std::size_t>(field)] = true;
  return set;
}

TEST(OpportunityChunk, RowComesBackAsItWasAppended) {
  OpportunityChunk chunk(fields({kName, kStage, kAmount}));
  chunk.append(OpportunityRow{});
  chunk.append(won_deal());
  ASSERT_EQ(chunk.rows(), 2U);
  const OpportunityRow row = chunk.row(1);
  const OpportunityRow expected = won_deal();
  EXPECT_EQ(row.texts, expected.texts);
  EXPECT_EQ(row.stage, expected.stage);
  EXPECT_EQ(row.state, expected.state);
  EXPECT_EQ(row.amount, expected.amount);
  EXPECT_EQ(row.currency, expected.currency);
  EXPECT_EQ(row.probability, expected.probability);
  EXPECT_EQ(row.category, expected.category);
  EXPECT_EQ(row.dates[kCreatedDate], expected.dates[kCreatedDate]);
  EXPECT_EQ(row.source, 1U);
  EXPECT_EQ(row.line, 7);
}

TEST(OpportunityChunk, EmptyRowIsUnknownNotZero) {
  OpportunityChunk chunk{FieldSet{}};
  chunk.append(OpportunityRow{});
  EXPECT_EQ(chunk.amount[0], kNoAmount);
  EXPECT_TRUE(chunk.probability[0].is_none());
  EXPECT_TRUE(chunk.dates(kCloseDate)[0].is_none());
}

TEST(OpportunityChunk, Invariant2ClosedDealWithoutItsOwnDateClosedOnItsCloseDate) {
  OpportunityChunk chunk{FieldSet{}};
  chunk.append(won_deal());
  OpportunityRow dated = won_deal();
  dated.dates[kClosedDate] = *Date::from_iso("2026-02-03");
  chunk.append(dated);
  OpportunityRow open = won_deal();
  open.state = DealState::kOpen;
  chunk.append(open);
  EXPECT_EQ(chunk.dates(kClosedDate)[0].iso(), "2026-02-01");
  EXPECT_EQ(chunk.dates(kClosedDate)[1].iso(), "2026-02-03");
  EXPECT_TRUE(chunk.dates(kClosedDate)[2].is_none());
}

TEST(OpportunityTable, HasAColumnThatAnySourceHas) {
  OpportunityTable table;
  table.chunks.emplace_back(fields({kName}));
  table.chunks.emplace_back(fields({kName, kOwner}));
  table.chunks[1].append(won_deal());
  EXPECT_EQ(table.rows(), 1U);
  EXPECT_TRUE(table.has(kOwner));
  EXPECT_FALSE(table.has(kTeam));
  EXPECT_FALSE(table.chunks[0].has(kOwner));
}

}  // namespace
}  // namespace ae::table
