#pragma once

#include <type_traits>

#include "ae/base/assert.h"
#include "ae/base/fields.h"

namespace ae::report {

/// The definition that fields() gives a member, so that JSON schema and --explain say the same.
/// `member` may be one that Struct inherits.
template <HasFields Struct, typename Base, typename Member>
Text definition(Member Base::* inherited) {
  Member Struct::* member = inherited;
  const Text* found = nullptr;
  static constexpr auto kFields = Struct::fields();
  std::apply(
      [&](const auto&... each) {
        const auto look = [&](const auto& field) {
          if constexpr (std::is_same_v<std::remove_cvref_t<decltype(field.member)>, Member Struct::*>) {
            if (field.member == member) found = &field.definition;
          }
        };
        (look(each), ...);
      },
      kFields);
  AE_ASSERT(found != nullptr);
  return *found;
}

template <HasFields Struct, typename Member>
Text definition(Member Struct::* member) {
  return definition<Struct, Struct, Member>(member);
}

}  // namespace ae::report
