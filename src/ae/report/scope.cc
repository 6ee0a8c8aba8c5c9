#include "ae/report/scope.h"

namespace ae::report {
namespace {

/// The sum of the quotas that match, or nullopt when none does.
template <typename Matches>
std::optional<Money> sum_of(const Scope& scope, Matches&& matches) {
  std::optional<Money> sum;
  for (const Quota& quota : scope.quotas) {
    if (quota.period.start != scope.period.start || quota.period.end != scope.period.end || !matches(quota))
      continue;
    const std::optional<std::int64_t> minor = narrow(Int128{sum ? sum->minor : 0} + quota.amount.minor);
    if (!minor) return std::nullopt;
    sum = Money{*minor, quota.amount.currency};
  }
  return sum;
}

}  // namespace

std::optional<Money> Scope::total_quota() const {
  if (quota) return quota;
  if (const auto owners = sum_of(*this, [](const Quota& each) { return !each.owner.empty(); })) return owners;
  return sum_of(*this, [](const Quota& each) { return each.owner.empty(); });
}

std::optional<Money> Scope::owner_quota(std::string_view owner) const {
  if (owner.empty()) return std::nullopt;
  return sum_of(*this, [&](const Quota& each) { return each.owner == owner; });
}

std::optional<Money> Scope::team_quota(std::string_view team) const {
  if (team.empty()) return std::nullopt;
  const auto own = sum_of(*this, [&](const Quota& each) { return each.team == team && each.owner.empty(); });
  return own ? own : sum_of(*this, [&](const Quota& each) { return each.team == team; });
}

}  // namespace ae::report
