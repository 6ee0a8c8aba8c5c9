#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

namespace ae::ingest::scan {

/// Tells the blocks of a file, which threads look at in any order, what stands before them: whether they
/// begin inside quotes, and how many lines end above. A block's quotes turn inside and outside over as often
/// whatever it begins in, so each can be counted before that is known.
class BlockOrder {
 public:
  struct Before {
    bool inside = false;
    std::uint64_t lines = 0;
  };

  explicit BlockOrder(std::size_t blocks) : found_(blocks), before_(blocks) {}

  /// Says what a block has; once for each.
  void publish(std::size_t block, bool turns_over, std::uint64_t lines);
  /// Waits until all blocks before have published. nullopt once somebody has stopped.
  std::optional<Before> before(std::size_t block);

  /// Ends the waiting: the file is left to the plain reader.
  void stop();
  bool stopped();

 private:
  struct Found {
    bool published = false;
    bool turns_over = false;
    std::uint64_t lines = 0;
  };

  std::mutex mutex_;
  bool stopped_ = false;
  std::size_t settled_ = 0;  ///< before_ is known of the blocks up to this one
  std::vector<Found> found_;
  std::vector<Before> before_;
};

}  // namespace ae::ingest::scan
