#include "ae/table/text_column.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <functional>

namespace ae::table {

void TextColumn::append(std::string_view words) {
  const bool as_before = !codes_.empty() && word(codes_.back()) == words;
  codes_.push_back(as_before ? codes_.back() : code_of(words));
}

std::uint64_t TextColumn::family() const {
  static std::atomic<std::uint64_t> last{0};
  const TextColumn* const lent = lender_ == nullptr ? nullptr : lender_->dictionary();
  if (lent != nullptr) return lent->family();
  if (family_.number == 0) family_.number = ++last;
  return family_.number;
}

void TextColumn::borrow(const Lender& lender, std::size_t rows) {
  family_ = {};
  slots_.clear();
  words_.clear();
  lender_ = &lender;
  lengthen(rows);
}

void TextColumn::keep_rows(std::span<const std::uint8_t> kept) {
  std::size_t to = 0;
  for (std::size_t row = 0; row < codes_.size(); ++row) {
    if (kept[row] != 0) codes_[to++] = codes_[row];
  }
  codes_.resize(to);
}

std::uint32_t TextColumn::code_of(std::string_view words) {
  if (words.empty()) return kEmpty;
  if (slots_.size() < 2 * (words_.size() + 1)) grow();
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(words));
  Slot& slot = slot_of(words, hash);
  if (slot.code == kEmpty) {
    words_.push_back(keep(words));
    slot = {hash, static_cast<std::uint32_t>(words_.size())};
  }
  return slot.code;
}

TextColumn::Slot& TextColumn::slot_of(std::string_view words, std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.code == kEmpty || (slot.hash == hash && word(slot.code) == words)) return slot;
  }
}

void TextColumn::grow() {
  constexpr std::size_t kFewest = 16;
  std::vector<Slot> before(std::max(kFewest, slots_.size() * 2));
  before.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : before) {
    if (slot.code == kEmpty) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].code != kEmpty) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::string_view TextColumn::keep(std::string_view words) {
  constexpr std::size_t kSmallest = 256;
  constexpr std::size_t kLargest = std::size_t{64} * 1024;
  if (room_.left < words.size()) {
    const std::size_t doubled = kSmallest << std::min<std::size_t>(blocks_.size(), 8);
    const std::size_t size = std::max(words.size(), std::min(doubled, kLargest));
    const std::shared_ptr<char[]> block(new char[size]);
    room_.at = block.get();
    room_.left = size;
    blocks_.push_back(block);
  }
  std::memcpy(room_.at, words.data(), words.size());
  const std::string_view kept(room_.at, words.size());
  room_.at += words.size();
  room_.left -= words.size();
  return kept;
}

}  // namespace ae::table
