#include "ae/ingest/read_opportunities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/ingest/csv/records.h"
#include "ae/ingest/testing.h"

namespace ae::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::note_codes;
using testing::note_text;
using testing::read_data_file;
using testing::rows_as_text;
using testing::Total;
using testing::total_of;

TEST(ReadOpportunities, MavenPipeline) {
  const Reading reading = read_data_file("maven_crm/sales_pipeline.csv");
  ASSERT_EQ(reading.sources.size(), 1U);
  EXPECT_EQ(reading.sources[0].rows, 8800);
  EXPECT_EQ(reading.sources[0].kept, 8800);
  EXPECT_EQ(reading.sources[0].dialect, "RFC 4180, CRLF");

  const Total open = total_of(reading, DealState::kOpen);
  EXPECT_EQ(open.count, 2089);
  EXPECT_EQ(open.with_amount, 0);
  const Total won = total_of(reading, DealState::kWon);
  EXPECT_EQ(won.count, 4238);
  EXPECT_EQ(won.minor, Int128{10'005'534} * 100);
  EXPECT_EQ(total_of(reading, DealState::kLost).count, 2473);

  ASSERT_TRUE(reading.currency.has_value());
  EXPECT_TRUE(reading.currency->is_none());
  EXPECT_THAT(note_codes(reading), ElementsAre("stage_unknown"));
  EXPECT_THAT(note_text(reading, "stage_unknown"), HasSubstr("--stage-map Engaging=demo"));
}

TEST(ReadOpportunities, PeerOpportunities) {
  const Reading reading = read_data_file("peers/opportunities.csv");
  EXPECT_EQ(reading.table.rows(), 24U);
  const Total open = total_of(reading, DealState::kOpen);
  EXPECT_EQ(open.count, 14);
  EXPECT_EQ(open.with_amount, 14);  // an amount of 0 is known
  EXPECT_EQ(open.minor, 131'900'050);
  EXPECT_EQ(total_of(reading, DealState::kWon).count, 5);
  EXPECT_EQ(total_of(reading, DealState::kLost).count, 5);
  EXPECT_EQ(reading.currency, Currency::from_code("USD"));
  EXPECT_THAT(note_codes(reading), ElementsAre("currency_assumed"));
  EXPECT_THAT(note_text(reading, "currency_assumed"), HasSubstr("($95,000)"));
}

TEST(ReadOpportunities, SalesforceLabelsAndHubSpotNamesGiveTheSameDeals) {
  const Reading labels = read_data_file("peers/salesforce_export.csv");
  EXPECT_EQ(labels.table.rows(), 24U);
  EXPECT_EQ(total_of(labels, DealState::kOpen).minor, 131'900'050);
  EXPECT_TRUE(labels.table.has(OpportunityField::kStageDate));
  EXPECT_TRUE(labels.table.has(OpportunityField::kLastActivityDate));

  const Reading names = read_data_file("peers/hubspot_api.csv");
  EXPECT_EQ(total_of(names, DealState::kOpen).minor, 131'900'050);
  EXPECT_EQ(total_of(names, DealState::kWon).count, 5);
  EXPECT_TRUE(names.notes.empty());
  EXPECT_EQ(names.table.chunks[0].row(0).stage, Stage::kNegotiation);
  EXPECT_EQ(names.table.chunks[0].row(0).dates[OpportunityField::kCloseDate].iso(), "2026-03-28");
}

TEST(ReadOpportunities, ChunkSizeAndThreadsDoNotChangeTheTable) {
  const std::vector<Source> sources{{"a.csv", testing::data_file("peers/opportunities.csv")},
                                    {"b.csv", testing::data_file("peers/hubspot_api.csv")}};
  const Result<Reading> reference = read_opportunities(sources, {});
  ASSERT_TRUE(reference.has_value());
  for (const std::size_t chunk_rows : {1U, 7U, 16384U}) {
    for (unsigned threads = 1; threads <= 4; ++threads) {
      ReadOptions options;
      options.chunk_rows = chunk_rows;
      options.threads = threads;
      const Result<Reading> reading = read_opportunities(sources, options);
      ASSERT_TRUE(reading.has_value());
      EXPECT_EQ(rows_as_text(*reading), rows_as_text(*reference));
      EXPECT_EQ(reading->notes, reference->notes);
    }
  }
}

// Cells with doubled quotes are no part of the source's bytes: they have to stay where they are while further
// sources are opened.
TEST(ReadOpportunities, DoubledQuotesStayReadableBesideFurtherFiles) {
  std::vector<Source> sources;
  for (const char* const id : {"1", "2", "3"}) {
    sources.push_back(
        {std::string(id) + ".csv", "id,name,stage,\"amount \"\"of the whole deal\"\"\"\n" + std::string(id) +
                                       ",\"The deal that is called \"\"North\"\" here\",Proposal,5\n"});
  }
  ReadOptions options;
  options.columns[OpportunityField::kAmount] = "amount \"of the whole deal\"";
  const Result<Reading> reading = read_opportunities(sources, options);
  ASSERT_TRUE(reading.has_value());
  ASSERT_EQ(reading->table.rows(), 3U);
  for (const auto& chunk : reading->table.chunks)
    EXPECT_EQ(chunk.text(OpportunityField::kName).at(0), "The deal that is called \"North\" here");
  static_assert(!std::is_copy_constructible_v<csv::Records>, "a copy would borrow from the original");
}

}  // namespace
}  // namespace ae::ingest
