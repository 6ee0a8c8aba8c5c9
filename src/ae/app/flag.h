#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/app/flag_value.h"
#include "ae/base/fields.h"

namespace ae::app {

struct Invocation;

/// A field that a flag sets; `value` names what it takes in help ("FILE"); empty for a switch.
template <typename Struct, typename Member>
struct Flag : Field<Struct, Member> {
  std::string_view value;
  std::array<std::string_view, 2> also{};  ///< other names of it on the command line
};

template <typename Struct, typename Member>
constexpr Flag<Struct, Member> flag(std::string_view name, Member Struct::* member, std::string_view value,
                                    Text definition) {
  return {{name, member, definition}, value, {}};
}

/// The same under two more names.
template <typename Struct, typename Member>
constexpr Flag<Struct, Member> flag(std::string_view name, Member Struct::* member, std::string_view value,
                                    Text definition, std::array<std::string_view, 2> also) {
  return {{name, member, definition}, value, also};
}

/// A flag without its type: what every surface works with.
struct FlagSpec {
  std::string name;   ///< as in ae.toml and JSON: "as_of"; the command line writes '-' for '_'
  std::string value;  ///< placeholder; empty for a switch
  Text definition;
  bool repeatable = false;
  bool takes_path = false;
  std::vector<std::string> choices;  ///< all values where there are few; empty otherwise
  std::vector<std::string> also;     ///< other spellings on the command line: "--deals"
  std::function<Result<bool>(Invocation&, std::string_view)> set;

  bool is_switch() const { return value.empty(); }
  /// "--as-of".
  std::string spelling() const;
  /// Whether the command line may write it so.
  bool is_spelled(std::string_view text) const;
};

/// The flags of one option group, which is a member of Invocation.
template <typename Group>
std::vector<FlagSpec> flags_of(Group Invocation::* group) {
  std::vector<FlagSpec> specs;
  for_each_field<Group>([&](const auto& field) {
    using Member = std::remove_cvref_t<decltype(std::declval<Group>().*(field.member))>;
    FlagSpec spec{std::string(field.name),
                  std::string(field.value),
                  field.definition,
                  FlagType<Member>::kRepeatable,
                  FlagType<Member>::kTakesPath,
                  FlagType<Member>::choices(),
                  {},
                  {}};
    for (const std::string_view other : field.also) {
      if (!other.empty()) spec.also.push_back("--" + std::string(other));
    }
    spec.set = [group, member = field.member, name = spec.spelling()](auto& invocation,
                                                                      std::string_view text) {
      return FlagType<Member>::set((invocation.*group).*member, name, text);
    };
    specs.push_back(std::move(spec));
  });
  return specs;
}

}  // namespace ae::app
