#include "ae/report/kind_sums_by_word.h"

#include <string>

#include <gtest/gtest.h>

#include "ae/table/deal_store.h"

namespace ae::report {
namespace {

using table::OpportunityChunk;
using table::OpportunityRow;
using table::OpportunityTable;

/// Deals of owners of whom new ones keep coming, in dollars and from `euros_from` on in euros.
OpportunityChunk deals(int first, int count, int euros_from) {
  OpportunityChunk chunk(table::FieldSet{}.set());
  for (int number = first; number < first + count; ++number) {
    const std::string owner = number % 11 == 0 ? "" : "owner " + std::to_string(number % (3 + number / 1000));
    OpportunityRow row;
    row.texts[OpportunityField::kOwner] = owner;
    row.stage = static_cast<Stage>(number % static_cast<int>(Stage::kCount));
    row.state = state_of(row.stage);
    row.amount = number % 7 == 0 ? table::kNoAmount : number * 100 - 50'000;
    row.currency = *Currency::from_code(number < euros_from ? "USD" : "EUR");
    chunk.append(row);
  }
  return chunk;
}

/// As they are kept: many chunks that share their words.
OpportunityTable kept(table::DealStore& store, int count, int euros_from) {
  store.begin(1);
  for (int first = 0; first < count; first += 1000) store.add(0, deals(first, 1000, euros_from));
  return store.take();
}

KindSumsByWord sums_of(const OpportunityTable& table, const Scope& scope) {
  KindSumsByWord sums;
  for (const OpportunityChunk& chunk : table.chunks)
    sums.add(ChunkDeals(chunk, scope), chunk.text(OpportunityField::kOwner));
  return sums;
}

std::map<std::string, KindSums> row_by_row(int count, int euros_from, const Scope& scope) {
  std::map<std::string, KindSums> sums;
  for (int number = 0; number < count; ++number) {
    const OpportunityChunk chunk = deals(number, 1, euros_from);
    sums[std::string(chunk.text(OpportunityField::kOwner).at(0))].add(ChunkDeals(chunk, scope).kind(0), chunk,
                                                                      0);
  }
  return sums;
}

const table::DealStore::Plan kOwners{table::fields_of({OpportunityField::kOwner}), {}, {}};

TEST(KindSumsByWord, WordsThatComeLaterAreCountedFromWhenTheyCome) {
  table::DealStore store(kOwners);
  const OpportunityTable table = kept(store, 20'000, 20'000);
  ASSERT_GT(table.chunks.size(), 1U);
  EXPECT_EQ(sums_of(table, {}).values(), row_by_row(20'000, 20'000, {}));
}

TEST(KindSumsByWord, AnotherCurrencyIsNeverAddedToTheFirst) {
  for (const int euros_from : {0, 8'500, 16'384, 17'000}) {
    table::DealStore store(kOwners);
    const OpportunityTable table = kept(store, 20'000, euros_from);
    EXPECT_EQ(sums_of(table, {}).values(), row_by_row(20'000, euros_from, {})) << euros_from;
  }
}

TEST(KindSumsByWord, GoesOnAfterItWasAskedCopiedAndMerged) {
  table::DealStore store(kOwners);
  const OpportunityTable table = kept(store, 20'000, 20'000);
  KindSumsByWord sums;
  KindSumsByWord copy;
  for (const OpportunityChunk& chunk : table.chunks) {
    sums.add(ChunkDeals(chunk, {}), chunk.text(OpportunityField::kOwner));
    EXPECT_FALSE(sums.values().empty());
    copy = sums;
    EXPECT_EQ(copy, sums);
  }
  EXPECT_EQ(sums.values(), row_by_row(20'000, 20'000, {}));
  KindSumsByWord twice = sums_of(table, {});
  twice.merge(copy);
  EXPECT_EQ(twice.values().at("owner 1").open().count, 2 * sums.values().at("owner 1").open().count);
}

TEST(KindSumsByWord, OnlyWordsWithADealHaveAValue) {
  OpportunityChunk chunk(table::FieldSet{}.set());
  chunk.append(OpportunityRow{});
  chunk.text(OpportunityField::kOwner).code_for("nobody");
  EXPECT_EQ(sums_of({{chunk}}, {}).values().count("nobody"), 0U);
  EXPECT_EQ(sums_of({{chunk}}, {}).values().size(), 1U);
}

}  // namespace
}  // namespace ae::report
