#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace ae::statistics {

/// Seeded numbers that are the same on every machine (splitmix64: Steele, Lea and Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }
  /// 0 to limit − 1. Requires limit > 0. The bias of the remainder is below limit ÷ 2⁶⁴.
  std::uint64_t below(std::uint64_t limit) { return next() % limit; }

  /// Fisher and Yates.
  template <typename Value>
  void shuffle(std::vector<Value>& values) {
    for (std::size_t left = values.size(); left > 1; --left) std::swap(values[left - 1], values[below(left)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace ae::statistics
