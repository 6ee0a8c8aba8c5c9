#include "ae/forecast/adjustments.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "ae/base/near.h"
#include "ae/report/labels.h"

namespace ae::forecast {
namespace {

using Names = std::set<std::string_view>;

Error no_such_group(const Adjustment& adjustment, const Names& owners, const Names& teams) {
  std::vector<std::string_view> names(owners.begin(), owners.end());
  names.insert(names.end(), teams.begin(), teams.end());
  return {"no_such_group",
          Message{Text{"--adjust: no deal has an owner or a team named \"{name}\"",
                       "--adjust：没有负责人或团队名为“{name}”的商机"}}
              .with("name", adjustment.name),
          Text{"`ae forecast` lists the owners and teams", "`ae forecast` 会列出负责人和团队"},
          {},
          adjustment.name,
          near_misses(adjustment.name, names)};
}

/// The team of most of the owner's deals; "" when none of them has one.
std::string team_of(const std::string& owner, const std::vector<DealFact>& facts) {
  std::map<std::string, std::int64_t> deals;
  for (const DealFact& fact : facts) {
    if (fact.owner == owner && !fact.team.empty()) ++deals[fact.team];
  }
  std::string team;
  std::int64_t most = 0;
  for (const auto& [name, count] : deals) {
    if (count > most) team = name;
    most = std::max(most, count);
  }
  return team;
}

}  // namespace

Result<std::vector<AdjustmentFigures>> adjustments_of(const std::vector<DealFact>& facts,
                                                      const report::Scope& scope) {
  std::vector<AdjustmentFigures> rows;
  if (scope.adjustments.empty()) return rows;
  Names owners, teams;
  for (const DealFact& fact : facts) {
    if (!fact.owner.empty()) owners.insert(fact.owner);
    if (!fact.team.empty()) teams.insert(fact.team);
  }
  for (const Adjustment& adjustment : scope.adjustments) {
    const bool is_owner = owners.contains(adjustment.name);
    if (!is_owner && !teams.contains(adjustment.name)) return fail(no_such_group(adjustment, owners, teams));
    rows.push_back({is_owner ? OpportunityField::kOwner : OpportunityField::kTeam, adjustment.name,
                    adjustment.amount, adjustment.note});
  }
  return rows;
}

std::optional<Money> adjusted(const std::optional<Money>& forecast,
                              const std::vector<AdjustmentFigures>& adjustments) {
  if (!forecast || adjustments.empty()) return std::nullopt;
  Int128 sum = forecast->minor;
  for (const AdjustmentFigures& row : adjustments) sum += row.amount.minor;
  const std::optional<std::int64_t> minor = narrow(sum);
  return minor ? std::optional(Money{*minor, forecast->currency}) : std::nullopt;
}

std::map<std::string, Int128> adjustments_by(OpportunityField dimension, const std::vector<DealFact>& facts,
                                             const std::vector<AdjustmentFigures>& adjustments) {
  const bool by_team = dimension == OpportunityField::kTeam;
  std::map<std::string, Int128> sums;
  for (const AdjustmentFigures& row : adjustments) {
    if (row.dimension == dimension) {
      sums[row.value] += row.amount.minor;
    } else if (by_team && row.dimension == OpportunityField::kOwner) {
      sums[team_of(row.value, facts)] += row.amount.minor;
    }
  }
  return sums;
}

doc::Section adjustments_section(const std::optional<Money>& forecast, const std::optional<Money>& total,
                                 const std::vector<AdjustmentFigures>& adjustments) {
  using doc::Value;
  doc::Table table;
  table.columns = {
      {Text{"Adjusted", "调整对象"}, {}}, {Text{"Amount", "金额"}, {}}, {Text{"Note", "备注"}, {}}};
  table.rows.push_back({Value(Message(Text{"Forecast", "预测"})), doc::cell(forecast), doc::Cell()});
  for (const AdjustmentFigures& row : adjustments)
    table.rows.push_back(
        {Value(Message::verbatim(row.value)), Value(row.amount), Value(Message::verbatim(row.note))});
  table.total = {Value(Message(Text{"Adjusted total", "调整后总额"})), doc::cell(total), doc::Cell()};
  return {"adjustments", Text{"Manager's adjustments", "经理调整"}, {std::move(table)}};
}

}  // namespace ae::forecast
