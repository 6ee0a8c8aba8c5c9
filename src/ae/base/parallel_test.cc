#include "ae/base/parallel.h"

#include <atomic>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace ae {
namespace {

TEST(ParallelFor, DoesEachIndexOnce) {
  for (const unsigned threads : {0U, 1U, 2U, 7U, 100U}) {
    std::vector<std::atomic<int>> times(1000);
    parallel_for(times.size(), threads, [&](std::size_t index) { ++times[index]; });
    for (const std::atomic<int>& each : times) ASSERT_EQ(each, 1) << threads << " threads";
  }
}

TEST(ParallelFor, WritesAreSeenByTheCallerAfterwards) {
  std::vector<std::size_t> squares(500);
  parallel_for(squares.size(), 4, [&](std::size_t index) { squares[index] = index * index; });
  for (std::size_t index = 0; index < squares.size(); ++index) ASSERT_EQ(squares[index], index * index);
}

TEST(ParallelFor, OfNothingCallsNothing) {
  parallel_for(0, 4, [](std::size_t) { FAIL(); });
}

TEST(ParallelFor, OnOneThreadKeepsTheOrderAndTheCallersThread) {
  const std::thread::id caller = std::this_thread::get_id();
  std::vector<std::size_t> order;
  parallel_for(5, 1, [&](std::size_t index) {
    EXPECT_EQ(std::this_thread::get_id(), caller);
    order.push_back(index);
  });
  EXPECT_EQ(order, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
}

}  // namespace
}  // namespace ae
