#pragma once

#include <concepts>
#include <string_view>
#include <tuple>
#include <utility>

#include "ae/base/text.h"

namespace ae {

/// One member of a struct, named once for every surface: CLI flag, help, JSON, schema, man page.
template <typename Struct, typename Member>
struct Field {
  std::string_view name;  ///< snake_case, as in JSON; flags write '-' for '_'
  Member Struct::* member;
  Text definition;  ///< what the figure counts, or what the flag does
};

template <typename Struct, typename Member>
constexpr Field<Struct, Member> field(std::string_view name, Member Struct::* member, Text definition) {
  return {name, member, definition};
}

/// A struct that lists its members: `static constexpr auto fields() { return std::tuple{field("count", …),
/// …}; }`.
template <typename Struct>
concept HasFields = requires {
  { std::tuple_size_v<decltype(Struct::fields())> } -> std::convertible_to<std::size_t>;
};

/// Calls visit(field) for each member in the order of fields().
template <HasFields Struct, typename Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](const auto&... each) { (visit(each), ...); }, Struct::fields());
}

/// An enum whose values have stable names for programs: `constexpr std::string_view key(Enum)`, found by ADL.
template <typename Enum>
concept Keyed = std::is_enum_v<Enum> && requires(Enum value) {
  { key(value) } -> std::convertible_to<std::string_view>;
};

}  // namespace ae
