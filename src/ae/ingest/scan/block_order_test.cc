#include "ae/ingest/scan/block_order.h"

#include <gtest/gtest.h>

#include "ae/base/parallel.h"

namespace ae::ingest::scan {
namespace {

TEST(BlockOrder, TellsEachBlockWhatStandsBeforeIt) {
  BlockOrder order(4);
  order.publish(2, true, 7);
  order.publish(0, true, 10);
  ASSERT_TRUE(order.before(0).has_value());
  EXPECT_FALSE(order.before(0)->inside);
  EXPECT_TRUE(order.before(1)->inside);
  EXPECT_EQ(order.before(1)->lines, 10U);
  order.publish(1, false, 5);
  EXPECT_TRUE(order.before(2)->inside);
  EXPECT_FALSE(order.before(3)->inside) << "the third block closes what the first opened";
  EXPECT_EQ(order.before(3)->lines, 22U);
}

TEST(BlockOrder, ThreadsThatWaitAreToldWhenThereIsNothingToWaitFor) {
  BlockOrder order(3);
  parallel_for(2, 2, [&](std::size_t thread) {
    if (thread == 0) {
      order.stop();
    } else {
      EXPECT_FALSE(order.before(2).has_value());
    }
  });
  EXPECT_TRUE(order.stopped());
}

TEST(BlockOrder, ManyThreadsPublishAndWait) {
  constexpr std::size_t kBlocks = 2000;
  BlockOrder order(kBlocks);
  std::vector<std::uint64_t> lines(kBlocks);
  parallel_for(kBlocks, 4, [&](std::size_t block) {
    order.publish(block, block % 3 == 0, 2);
    lines[block] = order.before(block)->lines;
  });
  for (std::size_t block = 0; block < kBlocks; ++block) EXPECT_EQ(lines[block], 2 * block);
}

}  // namespace
}  // namespace ae::ingest::scan
