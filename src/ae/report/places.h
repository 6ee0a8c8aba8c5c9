#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace ae::report {

/// Where values stand in a container that never moves them, by small numbers, so that they are sought once.
/// A copy knows none: its container's values are elsewhere.
template <typename Value>
class Places {
 public:
  Places() = default;
  Places(const Places&) {}
  Places(Places&& other) noexcept : family_(other.family_), places_(std::exchange(other.places_, {})) {}
  Places& operator=(const Places& other) {
    if (this != &other) forget();
    return *this;
  }
  Places& operator=(Places&& other) noexcept {
    family_ = other.family_;
    places_ = std::exchange(other.places_, {});
    return *this;
  }
  ~Places() = default;

  /// What is known of places says nothing about the values.
  bool operator==(const Places&) const { return true; }

  /// Makes room for numbers below `count`. Forgets all when the numbers mean something else than before, as
  /// those of another family do.
  void prepare(std::uint64_t family, std::size_t count) {
    if (family != family_) forget();
    family_ = family;
    if (places_.size() < count) places_.resize(count);
  }
  /// nullptr: not known yet.
  Value*& operator[](std::size_t number) { return places_[number]; }

 private:
  void forget() { places_.clear(); }

  std::uint64_t family_ = 0;
  std::vector<Value*> places_;
};

}  // namespace ae::report
