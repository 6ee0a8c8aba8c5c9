#include <gtest/gtest.h>

#include "ae/ingest/testing.h"

namespace ae::ingest {
namespace {

/// Every row with its values, without the line on which it stands.
std::vector<std::string> deals_of(const Reading& reading) {
  std::vector<std::string> deals = testing::rows_as_text(reading);
  for (std::string& deal : deals) deal.erase(0, deal.find(' '));
  return deals;
}

class SameDeals : public ::testing::TestWithParam<std::pair<const char*, const char*>> {};

// tools/make_containers.py writes the files.
TEST_P(SameDeals, WhateverTheContainer) {
  const auto& [file, container] = GetParam();
  const Reading plain = testing::read_data_file("peers/opportunities.csv");
  const Reading packed = testing::read_data_file(std::string("containers/") + file);
  EXPECT_EQ(packed.sources.front().container, container);
  EXPECT_EQ(packed.sources.front().rows, 24);
  EXPECT_EQ(deals_of(packed), deals_of(plain));
}

INSTANTIATE_TEST_SUITE_P(Containers, SameDeals,
                         ::testing::Values(std::pair{"opportunities.csv.gz", "csv+gzip"},
                                           std::pair{"opportunities.csv.zst", "csv+zstd"},
                                           std::pair{"opportunities.xlsx", "xlsx"},
                                           std::pair{"opportunities.json", "json"},
                                           std::pair{"opportunities_wrapped.json", "json"},
                                           std::pair{"opportunities.jsonl", "jsonl"},
                                           std::pair{"opportunities.xls", "html"}));

}  // namespace
}  // namespace ae::ingest
