#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "ae/ingest/scan/plain_values.h"

namespace ae::ingest::scan {

/// Which bits of sixteen bytes belong to a cell of each size: of the first eight, of the others.
inline constexpr std::array<std::array<std::uint64_t, 2>, 17> kWithinCell = [] {
  const auto lowest = [](std::size_t bytes) {
    return bytes >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * bytes)) - 1;
  };
  std::array<std::array<std::uint64_t, 2>, 17> within{};
  for (std::size_t size = 0; size < within.size(); ++size)
    within[size] = {lowest(size), size > 8 ? lowest(size - 8) : 0};
  return within;
}();

/// Numbers the different cells of a column from 0, in the order in which they are first seen, so that what a
/// cell means is found out once.
class CellCodes {
 public:
  static constexpr std::uint32_t kNew = ~std::uint32_t{0};

 private:
  /// All of a cell up to 16 bytes, zeros behind it; of a longer one the first and last eight.
  struct Key {
    std::uint64_t front = 0;
    std::uint64_t back = 0;
    std::uint32_t size = 0;
    bool operator==(const Key& other) const {
      return ((front ^ other.front) | (back ^ other.back) | (size ^ other.size)) == 0;
    }
  };
  struct Slot {
    Key key;
    std::uint32_t code = kNew;
  };

 public:
  CellCodes() : slots_(kFewest) {}

  /// Looks cells up until the next one is added.
  class View {
   public:
    /// The code of a cell, or kNew for one that has none yet. Requires sixteen readable bytes behind the
    /// cell.
    [[gnu::always_inline]] std::uint32_t find(std::string_view cell) const {
      const Key key = key_of(cell);
      const Slot& slot = slots_[place(key, shift_)];
      const bool told = cell.size() <= 16 && slot.key == key && slot.code != kNew;
      return told ? slot.code : codes_->find_further(cell, key);
    }

   private:
    friend class CellCodes;
    explicit View(const CellCodes& codes)
        : codes_(&codes), slots_(codes.slots_.data()), shift_(shift_for(codes.slots_.size())) {}

    const CellCodes* codes_;
    const Slot* slots_;
    int shift_;
  };
  View view() const { return View(*this); }
  std::uint32_t find(std::string_view cell) const { return view().find(cell); }

  /// Gives a new cell its code. Requires that find() has none.
  std::uint32_t add(std::string_view cell) {
    if (slots_.size() < (slots_.size() < kMany ? 8 : 2) * (words_.size() + 1)) grow();
    const auto code = static_cast<std::uint32_t>(words_.size());
    words_.emplace_back(cell);
    put({key_of(cell), code});
    return code;
  }

  std::size_t size() const { return words_.size(); }
  const std::string& word(std::uint32_t code) const { return words_[code]; }

 private:
  static constexpr std::size_t kFewest = 64;
  static constexpr std::size_t kMany = 8192;  // from here on room is dearer than a second look

  [[gnu::always_inline]] static Key key_of(std::string_view cell) {
    const auto size = static_cast<std::uint32_t>(cell.size());
    if (cell.size() > 16) return {eight_bytes(cell), eight_bytes(cell, cell.size() - 8), size};
    const auto& [front, back] = kWithinCell[cell.size()];
    return {eight_bytes(cell) & front, eight_bytes(cell, 8) & back, size};
  }

  /// The highest bits of a product: they alone depend on every byte.
  static std::size_t place(const Key& key, int shift) {
    return static_cast<std::size_t>((key.front * 0x9E3779B97F4A7C15U + key.back * 0xD1B54A32D192ED03U) >>
                                    shift);
  }
  /// How far places are shifted for a number of slots that is a power of two.
  static int shift_for(std::size_t slots) { return std::countl_zero(slots) + 1; }

  [[gnu::noinline]] std::uint32_t find_further(std::string_view cell, Key key) const {
    for (std::size_t at = place(key, shift_for(slots_.size()));; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.code == kNew) return kNew;
      if (slot.key == key && (cell.size() <= 16 || cell == std::string_view(words_[slot.code])))
        return slot.code;
    }
  }

  void put(const Slot& slot) {
    std::size_t at = place(slot.key, shift_for(slots_.size()));
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
