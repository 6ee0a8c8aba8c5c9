#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace ae {

/// One value for each enumerator of an enum whose last enumerator is kCount.
template <typename Enum, typename Value>
struct EnumArray {
  static constexpr std::size_t kSize = static_cast<std::size_t>(Enum::kCount);

  std::array<Value, kSize> values{};

  constexpr Value& operator[](Enum index) { return values[static_cast<std::size_t>(index)]; }
  constexpr const Value& operator[](Enum index) const { return values[static_cast<std::size_t>(index)]; }
  constexpr auto begin() { return values.begin(); }
  constexpr auto end() { return values.end(); }
  constexpr auto begin() const { return values.begin(); }
  constexpr auto end() const { return values.end(); }

  bool operator==(const EnumArray&) const = default;

  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    for (auto& value : self.values) archive(value);
  }
};

/// The enumerators before kCount in order, for a range-for.
template <typename Enum>
constexpr auto enumerators() {
  std::array<Enum, static_cast<std::size_t>(Enum::kCount)> all{};
  for (std::size_t index = 0; index < all.size(); ++index) {
    // NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange): it counts on to kCount
    all[index] = static_cast<Enum>(index);
  }
  return all;
}

/// The enumerator whose key(…) is `name`, or kCount when none is.
template <typename Enum>
constexpr Enum enumerator_of_key(std::string_view name) {
  for (const Enum value : enumerators<Enum>()) {
    if (key(value) == name) return value;
  }
  return Enum::kCount;
}

}  // namespace ae
