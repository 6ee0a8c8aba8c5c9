#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "ae/app/options.h"

namespace ae::app {

/// The flags that every operation takes (--format, --out, --lang, --config, --errors), and those of the scope
/// that are named: what an operation needs that reads no table of deals.
std::vector<FlagSpec> plain_flags(std::initializer_list<std::string_view> scope_flags = {});

/// Adds the flags of a group behind those that are there.
template <typename Group>
void add_flags(std::vector<FlagSpec>& flags, Group Invocation::* group) {
  for (FlagSpec& flag : flags_of(group)) flags.push_back(std::move(flag));
}

/// The flag of an operation whose answer may find something: --check.
void add_check_flag(std::vector<FlagSpec>& flags);

/// The flags of a group, then the plain ones.
template <typename... Group>
std::vector<FlagSpec> flags_with(std::initializer_list<std::string_view> scope_flags,
                                 Group Invocation::*... groups) {
  std::vector<FlagSpec> flags;
  (add_flags(flags, groups), ...);
  for (FlagSpec& flag : plain_flags(scope_flags)) flags.push_back(std::move(flag));
  return flags;
}

}  // namespace ae::app
