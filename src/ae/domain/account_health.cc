#include "ae/domain/account_health.h"

#include <algorithm>

#include "ae/domain/plan_values.h"
#include "ae/domain/whitespace.h"

namespace ae {
namespace {

constexpr Text kMeasures[] = {{"Contacts known", "已知联系人"}, {"Economic Buyer", "预算决策者"},
                              {"Champion", "内部支持者"},       {"Recent activity", "近期跟进"},
                              {"Open pipeline", "未结商机"},    {"Win rate with the account", "该账户赢单率"},
                              {"Actions in time", "行动按期"}};
static_assert(std::size(kMeasures) == static_cast<std::size_t>(HealthMeasure::kCount));

constexpr Text kBands[] = {{"healthy", "健康"}, {"watch", "需关注"}, {"at risk", "有风险"}};
static_assert(std::size(kBands) == static_cast<std::size_t>(HealthBand::kCount));

constexpr Ratio kAll = Ratio::of_units(Ratio::kOne);
constexpr Ratio kNone = Ratio::of_units(0);

struct Judged {
  std::optional<Ratio> points;
  Message figure;
};

const std::vector<PlanRow>& contacts_of(const AccountPlan& plan) {
  return plan.tables[PlanPart::kRelationships].rows;
}

Judged contacts(const AccountPlan& plan, const AccountFacts& facts, const AccountPlanPolicy& policy) {
  const auto known = static_cast<std::int64_t>(contacts_of(plan).size());
  if (known == 0 && !facts.has_contacts) return {{}, Text{"no contacts given", "未提供联系人"}};
  const std::optional<Ratio> share = Ratio::of(std::min(known, policy.contacts_known), policy.contacts_known);
  return {share, Message{Text{"{known} known, {target} asked for", "已知 {known} 人，要求 {target} 人"}}
                     .with("known", known)
                     .with("target", policy.contacts_known)};
}

Judged person(const AccountPlan& plan, Relation wanted) {
  std::string names;
  bool any_relation = false;
  for (const PlanRow& contact : contacts_of(plan)) {
    if (contact.cells[2].empty()) continue;
    any_relation = true;
    if (relations_of(contact.cells[2])[wanted]) names += (names.empty() ? "" : ", ") + contact.cells[0];
  }
  if (!names.empty()) return {kAll, Message::verbatim(names)};
  if (!any_relation) return {{}, Text{"no relationship is recorded", "尚未记录任何关系"}};
  return {kNone, Text{"none among the contacts", "联系人中没有"}};
}

Judged recent_activity(const AccountFacts& facts, const AccountPlanPolicy& policy, Date as_of) {
  Date last;
  for (const AccountDeal& deal : facts.deals) {
    if (deal.last_activity <= as_of) last = std::max(last, deal.last_activity);
  }
  if (last.is_none()) return {{}, Text{"no date of an activity", "没有跟进日期"}};
  const std::int64_t days = as_of - last;
  return {
      days <= policy.recent_activity_days ? kAll : kNone,
      Message{Text{"{days} days ago, on {date}; at most {limit}", "{days} 天前（{date}）；上限 {limit} 天"}}
          .with("days", days)
          .with("date", last)
          .with("limit", policy.recent_activity_days)};
}

Judged open_pipeline(const AccountFacts& facts) {
  if (!facts.has_deals) return {{}, Text{"no deals given", "未提供商机"}};
  MoneySum sum;
  std::int64_t count = 0;
  for (const AccountDeal& deal : facts.deals) {
    if (deal.state != DealState::kOpen) continue;
    ++count;
    if (deal.amount) sum.add(deal.amount->currency, deal.amount->minor);
  }
  if (count == 0) return {kNone, Text{"no open deal", "没有未结商机"}};
  const std::optional<Money> amount = sum_of(sum);
  if (!amount) {
    return {kAll,
            Message{Text{"open deals: {count}; their sum is not known", "未结商机 {count} 个，金额之和未知"}}
                .with("count", count)};
  }
  return {kAll, Message{Text{"{amount}; open deals: {count}", "{amount}；未结商机 {count} 个"}}
                    .with("amount", plan_words(*amount))
                    .with("count", count)};
}

/// 250000 millionths as "25", 22.5 % as "22.50".
std::string percent_words(Probability share) {
  const std::int64_t hundredths = share.millionths() / 100;
  return hundredths % 100 == 0 ? to_decimal(hundredths / 100, 0) : to_decimal(hundredths, 2);
}

Judged win_rate(const AccountFacts& facts, const Policy& policy) {
  if (!facts.has_deals) return {{}, Text{"no deals given", "未提供商机"}};
  std::int64_t won = 0;
  std::int64_t closed = 0;
  for (const AccountDeal& deal : facts.deals) {
    closed += deal.state == DealState::kOpen ? 0 : 1;
    won += deal.state == DealState::kWon ? 1 : 0;
  }
  const std::int64_t least = policy.account_plan.win_rate_minimum_deals;
  if (closed < least) {
    return {{},
            Message{Text{"too few closed deals: {closed} of {least}",
                         "已关闭商机过少：{closed} 个，至少需 {least} 个"}}
                .with("closed", closed)
                .with("least", least)};
  }
  // won ÷ closed ÷ target, of which the target is in millionths.
  const std::int64_t target = policy.outcome.win_rate.millionths();
  const std::optional<Ratio> share = Ratio::of(Int128{won} * Probability::kOne, Int128{closed} * target);
  const auto percent = divide_half_even(Int128{won} * 100, closed);
  return {target == 0 ? kAll : std::min(share.value_or(kNone), kAll),
          Message{Text{"{percent} %: {won} of {closed} won; at least {target} %",
                       "{percent} %：{closed} 个中赢 {won} 个；至少 {target} %"}}
              .with("percent", static_cast<std::int64_t>(percent))
              .with("won", won)
              .with("closed", closed)
              .with("target", percent_words(policy.outcome.win_rate))};
}

Judged actions(const AccountPlan& plan, Date as_of) {
  std::int64_t open = 0;
  std::int64_t overdue = 0;
  for (const PlanRow& action : plan.tables[PlanPart::kActions].rows) {
    if (is_settled(action.cells[3]) || !plan_date(action.cells[2])) continue;
    ++open;
    overdue += overdue_days(action, as_of) ? 1 : 0;
  }
  if (open == 0) return {{}, Text{"no open action with a date", "没有带日期的未完成行动"}};
  return {Ratio::of(open - overdue, open),
          Message{Text{"{overdue} of {open} overdue", "{open} 项中 {overdue} 项逾期"}}
              .with("overdue", overdue)
              .with("open", open)};
}

}  // namespace

Text name(HealthMeasure measure) { return kMeasures[static_cast<std::size_t>(measure)]; }
Text name(HealthBand band) { return kBands[static_cast<std::size_t>(band)]; }

std::optional<std::int64_t> overdue_days(const PlanRow& action, Date as_of) {
  const std::optional<Date> date = plan_date(action.cells[2]);
  if (!date || *date >= as_of || is_settled(action.cells[3])) return std::nullopt;
  return as_of - *date;
}

AccountHealth health_of(const AccountPlan& plan, const AccountFacts& facts, const Policy& policy,
                        Date as_of) {
  const AccountPlanPolicy& own = policy.account_plan;
  AccountHealth health;
  const auto add = [&](HealthMeasure measure, std::int64_t weight, Judged judged) {
    health.parts.push_back({measure, weight, judged.points, std::move(judged.figure)});
  };
  add(HealthMeasure::kContacts, own.weights.contacts, contacts(plan, facts, own));
  add(HealthMeasure::kEconomicBuyer, own.weights.economic_buyer, person(plan, Relation::kEconomicBuyer));
  add(HealthMeasure::kChampion, own.weights.champion, person(plan, Relation::kChampion));
  add(HealthMeasure::kRecentActivity, own.weights.recent_activity, recent_activity(facts, own, as_of));
  add(HealthMeasure::kOpenPipeline, own.weights.open_pipeline, open_pipeline(facts));
  add(HealthMeasure::kWinRate, own.weights.win_rate, win_rate(facts, policy));
  add(HealthMeasure::kOverdueActions, own.weights.overdue_actions, actions(plan, as_of));

  Int128 earned = 0;
  std::int64_t known = 0;
  std::int64_t all = 0;
  for (const HealthPart& part : health.parts) {
    all += part.weight;
    if (!part.points) continue;
    ++health.known_parts;
    known += part.weight;
    earned += Int128{part.points->units()} * part.weight;
  }
  health.parts_in_all = static_cast<std::int64_t>(health.parts.size());
  if (known * 100 < all * own.known_at_least || known == 0) return health;
  health.score = narrow(divide_half_even(earned * 100, Int128{known} * Ratio::kOne));
  health.band = *health.score >= own.healthy_from ? HealthBand::kHealthy
                : *health.score >= own.watch_from ? HealthBand::kWatch
                                                  : HealthBand::kAtRisk;
  return health;
}

}  // namespace ae
