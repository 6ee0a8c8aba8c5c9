#include "ae/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace ae {

void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto claim_and_work = [&] {
    for (std::size_t index = next.fetch_add(1); index < count; index = next.fetch_add(1)) work(index);
  };
  std::vector<std::thread> helpers;
  const std::size_t useful = std::min<std::size_t>(std::max(threads, 1U), count);
  for (std::size_t helper = 1; helper < useful; ++helper) helpers.emplace_back(claim_and_work);
  claim_and_work();
  for (std::thread& helper : helpers) helper.join();
}

}  // namespace ae
