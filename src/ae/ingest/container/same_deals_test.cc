#include <gtest/gtest.h>

#include "ae/ingest/testing.h"

namespace ae::ingest {
namespace {

class SameDeals : public ::testing::TestWithParam<std::pair<const char*, const char*>> {};

// tools/make_containers.py writes the files.
TEST_P(SameDeals, WhateverTheContainer) {
  const auto& [file, container] = GetParam();
  const Reading plain = testing::read_data_file("peers/opportunities.csv");
  const Reading packed = testing::read_data_file(std::string("containers/") + file);
  EXPECT_EQ(packed.sources.front().container, container);
  EXPECT_EQ(packed.sources.front().rows, 24);
  EXPECT_EQ(testing::rows_as_text(packed), testing::rows_as_text(plain));
}

INSTANTIATE_TEST_SUITE_P(Containers, SameDeals,
                         ::testing::Values(std::pair{"opportunities.csv.gz", "csv+gzip"},
                                           std::pair{"opportunities.csv.zst", "csv+zstd"},
                                           std::pair{"opportunities.xlsx", "xlsx"}));

}  // namespace
}  // namespace ae::ingest
