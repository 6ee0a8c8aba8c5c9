#pragma once

#include <cstdint>

#include "ae/cli/program.h"

namespace ae::cli {

/// A line on a terminal that says how far a long reading is, how fast it goes and how long it will take:
///
///     43 % · 1.1 of 2.5 GB · 950 MB/s · 2 s left
///
/// It is written over itself, a few times a second, never within the first second, and wiped at the end.
/// Borrows the world.
class ProgressLine {
 public:
  /// Shows nothing unless standard error is a terminal and `wanted`.
  ProgressLine(const World& world, Languages languages, bool wanted);
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine() { wipe(); }

  /// Takes how many bytes have been read, and of how many.
  void show(std::size_t done, std::size_t all);
  void wipe();

 private:
  const World& world_;
  Languages languages_;
  bool wanted_;
  std::int64_t begin_;
  std::int64_t shown_ = 0;  ///< when, last; 0: never
};

}  // namespace ae::cli
