#include "ae/ingest/scan/block_order.h"

#include <thread>

namespace ae::ingest::scan {

void BlockOrder::publish(std::size_t block, bool turns_over, std::uint64_t lines) {
  const std::scoped_lock lock(mutex_);
  found_[block] = {true, turns_over, lines};
  while (settled_ + 1 < found_.size() && found_[settled_].published) {
    const Before& here = before_[settled_];
    const Found& found = found_[settled_];
    before_[settled_ + 1] = {here.inside != found.turns_over, here.lines + found.lines};
    ++settled_;
  }
}

std::optional<BlockOrder::Before> BlockOrder::before(std::size_t block) {
  // The wait is for marks that other threads are finding right now: too short to sleep.
  while (true) {
    {
      const std::scoped_lock lock(mutex_);
      if (stopped_) return std::nullopt;
      if (settled_ >= block) return before_[block];
    }
    std::this_thread::yield();
  }
}

void BlockOrder::stop() {
  const std::scoped_lock lock(mutex_);
  stopped_ = true;
}

bool BlockOrder::stopped() {
  const std::scoped_lock lock(mutex_);
  return stopped_;
}

}  // namespace ae::ingest::scan
