#include "ae/ingest/source.h"

#include <fstream>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include <gtest/gtest.h>

#include "ae/ingest/shell_word.h"

namespace ae::ingest {
namespace {

class SourceTest : public ::testing::Test {
 protected:
  std::string path(const std::string& name) const {
    return ::testing::TempDir() + "ae_source_test_" + std::to_string(getpid()) + "_" + name;
  }
};

TEST_F(SourceTest, RegularFileWhole) {
  const std::string file = path("big.csv");
  const std::string bytes(3'000'000, 'x');
  std::ofstream(file) << bytes;
  const Result<Source> source = read_source(file);
  ASSERT_TRUE(source.has_value());
  EXPECT_EQ(source->bytes, bytes);
  EXPECT_EQ(source->name, file);
  unlink(file.c_str());
}

TEST_F(SourceTest, NamedPipe) {
  const std::string pipe = path("pipe");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(pipe) << "id,stage\n" << std::string(200'000, 'y'); });
  const Result<Source> source = read_source(pipe);
  writer.join();
  ASSERT_TRUE(source.has_value());
  EXPECT_EQ(source->bytes.size(), 200'009U);
  unlink(pipe.c_str());
}

TEST_F(SourceTest, WhatCannotBeRead) {
  EXPECT_EQ(read_source(path("missing.csv")).error().code, "file_not_found");
  EXPECT_EQ(read_source(::testing::TempDir()).error().code, "is_a_directory");
  EXPECT_EQ(read_source(path("missing.csv")).error().place.source, path("missing.csv"));
  if (geteuid() == 0) return;  // the superuser reads everything
  const std::string file = path("secret.csv");
  std::ofstream(file) << "x";
  chmod(file.c_str(), 0);
  EXPECT_EQ(read_source(file).error().code, "file_unreadable");
  unlink(file.c_str());
}

TEST(ShellWord, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(shell_word("Engaging=demo"), "Engaging=demo");
  EXPECT_EQ(shell_word("On Hold=demo"), "'On Hold=demo'");
  EXPECT_EQ(shell_word("it's"), "'it'\\''s'");
  EXPECT_EQ(shell_word("阶段=演示"), "阶段=演示");
  EXPECT_EQ(shell_word(""), "''");
}

}  // namespace
}  // namespace ae::ingest
