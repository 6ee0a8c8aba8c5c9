#include "ae/app/tried_scope.h"

#include <algorithm>
#include <map>
#include <vector>

#include "ae/app/field_pairs.h"
#include "ae/app/load.h"
#include "ae/app/quota_options.h"
#include "ae/base/near.h"
#include "ae/ingest/values/blank.h"

namespace ae::app {
namespace {

constexpr std::string_view kFlag = "--try";
constexpr std::string_view kForm = "NAME=VALUE";

/// The flags of a scope that can be tried, under the names that they have in ae.toml.
constexpr std::string_view kTried[] = {"as_of", "quarter", "quota", "policy"};

/// What stands between commas.
std::vector<std::string> parts_of(std::string_view changes) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= changes.size();) {
    const std::size_t end = std::min(changes.find(',', from), changes.size());
    parts.emplace_back(ingest::trimmed(changes.substr(from, end - from)));
    from = end + 1;
  }
  return parts;
}

/// The tables of a policy, by which its fields are told from other names.
std::vector<std::string_view> policy_tables() {
  std::vector<std::string_view> names;
  for_each_field<Policy>([&](const auto& field) { names.push_back(field.name); });
  return names;
}

Error unknown_change(const std::string& name) {
  std::vector<std::string_view> known(std::begin(kTried), std::end(kTried));
  for (const std::string_view table : policy_tables()) known.push_back(table);
  return {"unknown_change",
          Message{Text{"--try cannot change \"{name}\"", "--try 不能更改“{name}”"}}.with("name", name),
          Text{"as_of, quarter, quota, policy, or a field that `ae policy show` lists: hygiene.new_deal_days",
               "as_of、quarter、quota、policy，或 `ae policy show` 列出的字段：hygiene.new_deal_days"},
          {},
          name,
          near_misses(name, known)};
}

/// Sets the flag of a scope. False when there is none of this name.
Result<bool> set_flag(Invocation& invocation, std::string name, const std::string& value) {
  std::replace(name.begin(), name.end(), '-', '_');
  if (std::find(std::begin(kTried), std::end(kTried), name) == std::end(kTried)) return false;
  for (const FlagSpec& flag : flags_of(&Invocation::scope)) {
    if (flag.name == name) AE_TRY_VOID(flag.set(invocation, value));
  }
  return true;
}

}  // namespace

Result<report::Scope> tried_scope(const std::string& changes, const ScopeOptions& options, Date today,
                                  const report::Scope& base) {
  Invocation changed;
  changed.scope = options;
  changed.scope.quotas.reset();  // those of the base are kept as they were read
  std::string policy;
  for (const std::string& part : parts_of(changes)) {
    AE_TRY(const auto pair, split_pair(kFlag, part, kForm));
    const std::string name(ingest::trimmed(pair.first));
    const std::string value(ingest::trimmed(pair.second));
    AE_TRY(const bool is_flag, set_flag(changed, name, value));
    if (is_flag) continue;
    const std::vector<std::string_view> tables = policy_tables();
    const std::size_t point = name.find('.');
    const bool is_policy =
        point != std::string::npos &&
        std::find(tables.begin(), tables.end(), std::string_view(name).substr(0, point)) != tables.end();
    if (!is_policy) return fail(unknown_change(name));
    policy.append(name).append(" = ").append(value).append("\n");
  }
  AE_TRY(report::Scope scope, scope_of(changed.scope, today));
  if (!policy.empty()) {
    AE_TRY(scope.policy, load_policy_option(changed.scope, PolicyLayer{policy, std::string(kFlag)}));
  }
  scope.currency = base.currency;
  scope.quotas = base.quotas;
  scope.threads = base.threads;
  std::vector<Note> said_of_base;
  AE_TRY_VOID(add_quotas(scope, changed.scope, scope.calendar, {}, said_of_base));
  return scope;
}

}  // namespace ae::app
