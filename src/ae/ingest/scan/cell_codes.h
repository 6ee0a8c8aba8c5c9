#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "ae/ingest/scan/plain_values.h"

namespace ae::ingest::scan {

/// Numbers the different cells of a column from 0, in the order in which they are first seen, so that what a
/// cell means is found out once.
class CellCodes {
 public:
  static constexpr std::uint32_t kNew = ~std::uint32_t{0};

  CellCodes() : slots_(kFewest) {}

  /// The code of a cell, or kNew for one that has none yet. Requires eight readable bytes behind the cell.
  std::uint32_t find(std::string_view cell) const {
    const Key key = key_of(cell);
    for (std::size_t at = place(key);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.code == kNew) return kNew;
      if (slot.key == key && (cell.size() <= 16 || cell == std::string_view(words_[slot.code])))
        return slot.code;
    }
  }

  /// Gives a new cell its code. Requires that find() has none.
  std::uint32_t add(std::string_view cell) {
    if (slots_.size() < 2 * (words_.size() + 1)) grow();
    const auto code = static_cast<std::uint32_t>(words_.size());
    words_.emplace_back(cell);
    put({key_of(cell), code});
    return code;
  }

  std::size_t size() const { return words_.size(); }
  const std::string& word(std::uint32_t code) const { return words_[code]; }

 private:
  static constexpr std::size_t kFewest = 64;

  /// The first and last eight bytes and the length: all of a cell up to 16 bytes.
  struct Key {
    std::uint64_t front = 0;
    std::uint64_t back = 0;
    std::size_t size = 0;
    bool operator==(const Key&) const = default;
  };
  struct Slot {
    Key key;
    std::uint32_t code = kNew;
  };

  static Key key_of(std::string_view cell) {
    if (cell.size() > 8) return {eight_bytes(cell), eight_bytes(cell, cell.size() - 8), cell.size()};
    const std::uint64_t within =
        cell.size() == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * cell.size())) - 1;
    return {eight_bytes(cell) & within, 0, cell.size()};
  }

  std::size_t place(const Key& key) const {
    std::uint64_t hash = (key.front ^ (key.front >> 29) ^ key.size) * 0x9E3779B97F4A7C15U;
    hash ^= (key.back ^ (key.back >> 31)) * 0xD1B54A32D192ED03U;
    return static_cast<std::size_t>((hash ^ (hash >> 32)) & (slots_.size() - 1));
  }

  void put(const Slot& slot) {
    std::size_t at = place(slot.key);
    while (slots_[at].code != kNew) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }

  void grow() {
    std::vector<Slot> before(slots_.size() * 2);
    before.swap(slots_);
    for (const Slot& slot : before) {
      if (slot.code != kNew) put(slot);
    }
  }

  std::vector<Slot> slots_;
  std::deque<std::string> words_;
};

}  // namespace ae::ingest::scan
