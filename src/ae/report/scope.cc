#include "ae/report/scope.h"

#include <algorithm>

namespace ae::report {
namespace {

bool is_of_period(const Quota& quota, const Period& period) {
  return quota.period.start == period.start && quota.period.end == period.end;
}

/// Whether no owner's quota can be part of this team's.
bool stands_alone(const Scope& scope, const Quota& team) {
  return std::none_of(scope.quotas.begin(), scope.quotas.end(), [&](const Quota& each) {
    const bool may_be_part = each.team.empty() || each.team == team.team;
    return !each.owner.empty() && may_be_part && is_of_period(each, scope.period);
  });
}

/// The sum of the quotas that match, or nullopt when none does.
template <typename Matches>
std::optional<Money> sum_of(const Scope& scope, Matches&& matches) {
  std::optional<Money> sum;
  for (const Quota& quota : scope.quotas) {
    if (!is_of_period(quota, scope.period) || !matches(quota)) continue;
    const std::optional<std::int64_t> minor = narrow(Int128{sum ? sum->minor : 0} + quota.amount.minor);
    if (!minor) return std::nullopt;
    sum = Money{*minor, quota.amount.currency};
  }
  return sum;
}

}  // namespace

std::optional<Money> Scope::total_quota() const {
  if (quota) return quota;
  return sum_of(*this, [&](const Quota& each) { return !each.owner.empty() || stands_alone(*this, each); });
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
