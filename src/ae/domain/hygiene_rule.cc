#include "ae/domain/hygiene_rule.h"

#include <vector>

namespace ae {
namespace {

struct RuleFacts {
  std::string_view key;
  Text name;
  Text definition;
  WeeklyItem weekly_item;
  std::array<OpportunityField, 2> needs;
  std::size_t needed;
};

using enum WeeklyItem;

constexpr RuleFacts kRules[] = {
    {"close_date_past",
     {"Close date past", "预计成交日期已过"},
     {"Open deals whose close date is before the as-of date", "预计成交日期早于基准日的未结商机"},
     kVerifyCloseDates,
     {OpportunityField::kCloseDate},
     1},
    {"close_date_missing",
     {"Close date missing", "缺少预计成交日期"},
     {"Open deals without a close date", "没有预计成交日期的未结商机"},
     kVerifyCloseDates,
     {OpportunityField::kCloseDate},
     1},
    {"amount_missing",
     {"Amount missing", "缺少金额"},
     {"Open deals without an amount; an amount of 0 is an amount", "没有金额的未结商机；金额为 0 不算缺失"},
     kUpdateStages,
     {OpportunityField::kAmount},
     1},
    {"amount_negative",
     {"Amount negative", "金额为负"},
     {"Open deals with an amount below 0", "金额小于 0 的未结商机"},
     kUpdateStages,
     {OpportunityField::kAmount},
     1},
    {"next_step_missing",
     {"Next step missing", "缺少下一步行动"},
     {"Open deals without a next step", "没有下一步行动的未结商机"},
     kConfirmNextSteps,
     {OpportunityField::kNextStep},
     1},
    {"no_recent_activity",
     {"No recent activity", "近期无跟进"},
     {"Open deals whose last activity (else their creation) is longer ago than the policy allows, or not "
      "known",
      "最近跟进（如无则按创建日期）早于策略允许天数或未知的未结商机"},
     kRemoveStaleDeals,
     {OpportunityField::kLastActivityDate},
     1},
    {"stage_overdue",
     {"Stage overdue", "阶段超期"},
     {"Open deals that have been in their stage for more days than the policy's limit for it",
      "在当前阶段停留天数超过策略时限的未结商机"},
     kUpdateStages,
     {OpportunityField::kStageDate},
     1},
    {"stage_unknown",
     {"Stage unknown", "阶段未知"},
     {"Open deals in a stage that the method has no name for: no probability, no weight",
      "处于方法未定义阶段的未结商机：没有概率，也不加权"},
     kUpdateStages,
     {},
     0},
    {"older_than_won_cycle",
     {"Older than won cycles", "年龄超过赢单周期"},
     {"Open deals older than the policy's percentile (nearest rank) of the cycles of won deals",
      "年龄超过赢单周期策略百分位（最近秩法）的未结商机"},
     kRemoveStaleDeals,
     {OpportunityField::kCreatedDate},
     1},
    {"new_deals",
     {"New deals added", "新增商机"},
     {"Open deals created within the policy's days up to the as-of date",
      "在策略天数内（截至基准日）创建的未结商机"},
     kAddOpportunities,
     {OpportunityField::kCreatedDate},
     1},
};
static_assert(std::size(kRules) == static_cast<std::size_t>(HygieneRule::kCount));

const RuleFacts& facts(HygieneRule rule) { return kRules[static_cast<std::size_t>(rule)]; }

}  // namespace

std::string_view key(HygieneRule rule) { return facts(rule).key; }
Text name(HygieneRule rule) { return facts(rule).name; }
Text definition(HygieneRule rule) { return facts(rule).definition; }
WeeklyItem weekly_item(HygieneRule rule) { return facts(rule).weekly_item; }
std::span<const OpportunityField> needs(HygieneRule rule) {
  return std::span(facts(rule).needs).first(facts(rule).needed);
}

}  // namespace ae
