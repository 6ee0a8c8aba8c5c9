#include "ae/app/plain_flags.h"

#include <algorithm>

namespace ae::app {
namespace {

template <typename Group>
void add_named(std::vector<FlagSpec>& flags, Group Invocation::* group,
               std::initializer_list<std::string_view> names) {
  for (FlagSpec& flag : flags_of(group)) {
    if (std::find(names.begin(), names.end(), flag.name) != names.end()) flags.push_back(std::move(flag));
  }
}

}  // namespace

std::vector<FlagSpec> plain_flags(std::initializer_list<std::string_view> scope_flags) {
  std::vector<FlagSpec> flags;
  add_named(flags, &Invocation::scope, scope_flags);
  add_named(flags, &Invocation::output, {"format", "out", "lang"});
  add_named(flags, &Invocation::run, {"config", "errors"});
  return flags;
}

void add_check_flag(std::vector<FlagSpec>& flags) { add_named(flags, &Invocation::output, {"check"}); }

}  // namespace ae::app
