#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ae/ingest/scan/date_column.h"
#include "ae/ingest/scan/plain_values.h"

namespace ae::ingest::scan {

/// Numbers the different cells of a column from 0, in the order in which they are first seen, so that what a
/// cell means is found out once. Behind each cell sixteen bytes have to be readable.
class CellCodes {
 public:
  static constexpr std::uint32_t kNew = ~std::uint32_t{0};

  CellCodes() : slots_(kFewest, kFree), keys_(1) {}

  /// The code of a cell, or kNew for one that has none yet.
  std::uint32_t find(std::string_view cell) const {
    const Key key = key_of(cell);
    for (std::size_t at = place(key, shift_);; at = (at + 1) & (slots_.size() - 1)) {
      const std::uint32_t slot = slots_[at];
      if (slot == kFree) return kNew;
      const bool same = keys_[slot] == key && (cell.size() <= kWhole || cell == words_[slot - 1]);
      if (same) return slot - 1;
    }
  }

  /// Writes the codes of `codes.size()` cells, but for those whose codes find() has to be asked for: longer
  /// ones, new ones and a few more. Writes which these are into `others`, which has room for all; gives their
  /// number.
  std::size_t find_all(const CellPlaces& cells, std::span<std::uint32_t> codes, std::uint32_t* others) const {
    const std::uint32_t* const slots = slots_.data();
    const Key* const keys = keys_.data();
    const std::uint32_t* end = cells.ends;
    const int shift = shift_;
    std::size_t found = 0;
    // No branch depends on a cell.
    for (std::size_t row = 0; row < codes.size(); ++row, end += cells.stride) {
      const std::uint32_t begin = end[-1] + 1;
      const std::uint32_t size = *end - cells.cut - begin;
      const char* const cell = cells.text + begin;
      const auto& [front, back] = kWithinCell[size < kWhole ? size : kWhole];
      const Key key{eight_bytes(cell) & front, eight_bytes(cell + 8) & back, size};
      const std::uint32_t slot = slots[place(key, shift)];
      codes[row] = slot - 1;
      others[found] = static_cast<std::uint32_t>(row);
      found += static_cast<std::size_t>(!(keys[slot] == key));
    }
    return found;
  }

  /// Gives a new cell its code. Requires that find() has none.
  std::uint32_t add(std::string_view cell) {
    if (slots_.size() < (slots_.size() < kMany ? 8 : 2) * (words_.size() + 1)) grow();
    words_.emplace_back(cell);
    keys_.push_back(key_of(cell));
    const auto slot = static_cast<std::uint32_t>(words_.size());
    put(slot);
    return slot - 1;
  }

  std::size_t size() const { return words_.size(); }
  const std::string& word(std::uint32_t code) const { return words_[code]; }

 private:
  static constexpr std::size_t kFewest = 64;
  static constexpr std::size_t kMany = 8192;  // from here on room is dearer than a second look
  static constexpr std::size_t kWhole = 16;   // bytes of a cell that its key holds whole
  static constexpr std::uint32_t kFree = 0;
  static constexpr std::uint32_t kLong = std::uint32_t{1} << 31;

  /// All of a cell up to 16 bytes, zeros behind it; of a longer one the first and last eight, and a size that
  /// no cell has.
  struct Key {
    std::uint64_t front = 0;
    std::uint64_t back = 0;
    std::uint32_t size = ~std::uint32_t{0};
    bool operator==(const Key& other) const {
      return ((front ^ other.front) | (back ^ other.back) | (size ^ other.size)) == 0;
    }
  };

  static Key key_of(std::string_view cell) {
    const auto size = static_cast<std::uint32_t>(cell.size());
    if (cell.size() > kWhole)
      return {eight_bytes(cell.data()), eight_bytes(cell.data() + cell.size() - 8), size | kLong};
    const auto& [front, back] = kWithinCell[cell.size()];
    return {eight_bytes(cell.data()) & front, eight_bytes(cell.data() + 8) & back, size};
  }

  /// The highest bits of a product: they alone depend on every byte.
  [[gnu::always_inline]] static std::size_t place(const Key& key, int shift) {
    return static_cast<std::size_t>((key.front * 0x9E3779B97F4A7C15U + key.back * 0xD1B54A32D192ED03U) >>
                                    shift);
  }

  void put(std::uint32_t slot) {
    std::size_t at = place(keys_[slot], shift_);
    while (slots_[at] != kFree) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }

  void grow() {
    slots_.assign(slots_.size() * 2, kFree);
    shift_ = shift_for(slots_.size());
    for (std::uint32_t slot = 1; slot < keys_.size(); ++slot) put(slot);
  }

  /// How far places are shifted for a number of slots that is a power of two.
  static int shift_for(std::size_t slots) { return std::countl_zero(slots) + 1; }

  std::vector<std::uint32_t> slots_;  ///< a cell's code + 1, or kFree
  std::vector<Key> keys_;             ///< by code + 1; that of a free slot is no cell's
  std::deque<std::string> words_;
  int shift_ = shift_for(kFewest);
};

}  // namespace ae::ingest::scan
