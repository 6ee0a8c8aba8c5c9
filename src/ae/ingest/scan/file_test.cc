#include "ae/ingest/scan/file.h"

#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace ae::ingest::scan {
namespace {

TEST(File, WhatIsNoRegularFileIsNotEvenOpened) {
  const std::string fifo =
      (std::filesystem::temp_directory_path() / ("ae_fifo_" + std::to_string(getpid()))).string();
  ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0);
  // Opening it would wait for a writer, and closing it again would cut that writer off from the plain reader.
  EXPECT_FALSE(File::open(fifo).has_value());
  std::filesystem::remove(fifo);
  EXPECT_FALSE(File::open("/dev/zero").has_value());
  EXPECT_FALSE(File::open("/tmp").has_value());
  EXPECT_FALSE(File::open("/nothing/there").has_value());
}

}  // namespace
}  // namespace ae::ingest::scan
