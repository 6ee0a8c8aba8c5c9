#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ae/base/date.h"
#include "ae/base/exact.h"
#include "ae/base/fields.h"
#include "ae/domain/account_facts.h"
#include "ae/domain/account_plan.h"
#include "ae/domain/policy.h"

/// How well an account is known and tended: a score of 100 made of stated parts, and what to see to first.
namespace ae {

enum class HealthMeasure : std::uint8_t {
  kContacts,
  kEconomicBuyer,
  kChampion,
  kRecentActivity,
  kOpenPipeline,
  kWinRate,
  kOverdueActions,
  kCount
};

constexpr std::string_view key(HealthMeasure measure) {
  constexpr std::string_view kKeys[] = {"contacts",        "economic_buyer", "champion",
                                        "recent_activity", "open_pipeline",  "win_rate",
                                        "overdue_actions"};
  return kKeys[static_cast<std::size_t>(measure)];
}

Text name(HealthMeasure measure);

/// One part: the share of its weight that the account earns, and the figure that says so. An unknown part
/// has no points and does not count; its figure says what is missing.
struct HealthPart {
  HealthMeasure measure = HealthMeasure::kContacts;
  std::int64_t weight = 0;
  std::optional<Ratio> points;  ///< 0 to 1
  Message figure;

  static constexpr auto fields() {
    return std::tuple{
        field("measure", &HealthPart::measure, Text{"What is looked at", "考察内容"}),
        field("weight", &HealthPart::weight, Text{"What it weighs, by the policy", "策略给出的权重"}),
        field("points", &HealthPart::points,
              Text{"Share of the weight earned; null when it is not known", "所得权重比例；未知为空"}),
        field("figure", &HealthPart::figure, Text{"The figure behind it", "所依据的数字"})};
  }
};

enum class HealthBand : std::uint8_t { kHealthy, kWatch, kAtRisk, kCount };

constexpr std::string_view key(HealthBand band) {
  constexpr std::string_view kKeys[] = {"healthy", "watch", "at_risk"};
  return kKeys[static_cast<std::size_t>(band)];
}

Text name(HealthBand band);

struct AccountHealth {
  std::optional<std::int64_t> score;
  std::optional<HealthBand> band;
  std::int64_t known_parts = 0;
  std::int64_t parts_in_all = 0;
  std::vector<HealthPart> parts;

  static constexpr auto fields() {
    return std::tuple{
        field("score", &AccountHealth::score,
              Text{"Points × weight of the known parts ÷ their weight, of 100; null when too little is known",
                   "已知各项得分 × 权重之和 ÷ 其权重，满分 100；已知过少为空"}),
        field("band", &AccountHealth::band, Text{"What the score means by the policy", "按策略评分所属档位"}),
        field("known_parts", &AccountHealth::known_parts, Text{"Parts that are known", "已知项数"}),
        field("parts_in_all", &AccountHealth::parts_in_all, Text{"Parts in all", "总项数"}),
        field("parts", &AccountHealth::parts, Text{"The parts", "各项"})};
  }
};

/// contacts: those of the plan ÷ account_plan.contacts_known, at most 1; unknown without any and without a
///   table of contacts.
/// economic_buyer, champion: 1 when a contact is one, else 0; unknown while no contact has a relationship.
/// recent_activity: 1 when the last activity on any deal, up to as_of, is at most recent_activity_days old,
///   else 0; unknown without a date.
/// open_pipeline: 1 with an open deal, else 0; unknown without deals data.
/// win_rate: won ÷ closed, ÷ outcome.win_rate, at most 1; unknown below win_rate_minimum_deals closed deals.
/// overdue_actions: of the actions with a date that are not settled, the share not overdue; unknown without.
/// The score is rounded half to even. One part of weight 20 at 1 and one of weight 10 at 0.5: 25 ÷ 30 = 83.
AccountHealth health_of(const AccountPlan& plan, const AccountFacts& facts, const Policy& policy, Date as_of);

/// Days that an action is overdue at as_of: its date is past and it is not settled.
std::optional<std::int64_t> overdue_days(const PlanRow& action, Date as_of);

/// Something to see to.
struct AccountWarning {
  std::string rule;  ///< stable: "single_threaded"
  PlanPart part = PlanPart::kHealth;
  Message text;

  static constexpr auto fields() {
    return std::tuple{
        field("rule", &AccountWarning::rule, Text{"Stable name of the rule", "规则的固定名称"}),
        field("part", &AccountWarning::part, Text{"Part of the plan that it is about", "所属部分"}),
        field("text", &AccountWarning::text, Text{"What to see to", "需处理的事项"})};
  }
};

/// single_threaded: one contact is known. no_contacts: none is, though there is a table or a deal.
/// no_economic_buyer, no_champion: there are contacts and none is one.
/// strong_blocker: someone of high influence is a blocker.
/// overdue_deal: an open deal's close date is past.
/// overdue_action; action_without_owner, action_without_date: actions that are not settled.
/// no_short_term_goal, no_long_term_goal; risk_without_mitigation.
std::vector<AccountWarning> warnings_of(const AccountPlan& plan, const AccountFacts& facts, Date as_of);

}  // namespace ae
