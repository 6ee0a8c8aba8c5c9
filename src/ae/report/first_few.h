#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace ae::report {

/// The first kFew of all items that were added, in the order of `Item::before`, which is total. A commutative
/// monoid under merge.
template <typename Item, std::size_t kFew>
class FirstFew {
 public:
  void add(Item item) {
    items_.push_back(std::move(item));
    if (items_.size() == kFew || items_.size() >= 2 * kFew) settle();
  }
  void merge(const FirstFew& other) {
    items_.insert(items_.end(), other.items_.begin(), other.items_.end());
    settle();
  }

  const std::vector<Item>& in_order() const {
    settle();
    return items_;
  }
  /// An item that is not before this one is not among the first; nullptr when any may be.
  const Item* limit() const { return ordered_ < kFew ? nullptr : &items_[kFew - 1]; }

  bool operator==(const FirstFew& other) const { return in_order() == other.in_order(); }
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    self.settle();
    archive(self.items_);
    self.ordered_ = self.items_.size();
  }

 private:
  void settle() const {
    if (ordered_ == items_.size()) return;
    std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) { return a.before(b); });
    if (items_.size() > kFew) items_.resize(kFew);
    ordered_ = items_.size();
  }

  mutable std::vector<Item> items_;
  mutable std::size_t ordered_ = 0;  ///< so many at the beginning are in order
};

}  // namespace ae::report
