#include <algorithm>

#include "ae/domain/account_health.h"
#include "ae/domain/plan_values.h"

namespace ae {
namespace {

class Warnings {
 public:
  void add(std::string rule, PlanPart part, Message text) {
    found_.push_back({std::move(rule), part, std::move(text)});
  }
  std::vector<AccountWarning> take() { return std::move(found_); }

 private:
  std::vector<AccountWarning> found_;
};

void look_at_contacts(const AccountPlan& plan, const AccountFacts& facts, Warnings& warnings) {
  const std::vector<PlanRow>& contacts = plan.tables[PlanPart::kRelationships].rows;
  constexpr PlanPart kPart = PlanPart::kRelationships;
  if (contacts.empty()) {
    if (facts.has_contacts || !facts.deals.empty())
      warnings.add("no_contacts", kPart, Text{"Nobody at the account is known", "尚不认识该账户的任何人"});
    return;
  }
  if (contacts.size() == 1) {
    warnings.add("single_threaded", kPart,
                 Message{Text{"Single-threaded: all hangs on {name}", "单线联系：全部依赖 {name} 一人"}}.with(
                     "name", contacts.front().cells[0]));
  }
  EnumArray<Relation, bool> known;
  for (const PlanRow& contact : contacts) {
    const EnumArray<Relation, bool> relations = relations_of(contact.cells[2]);
    for (const Relation relation : enumerators<Relation>()) known[relation] |= relations[relation];
    if (!relations[Relation::kBlocker] || influence_of(contact.cells[3]) != PlanInfluence::kHigh) continue;
    warnings.add(
        "strong_blocker", kPart,
        Message{Text{"{name} is against us and has high influence", "{name} 持反对态度且影响力高"}}.with(
            "name", contact.cells[0]));
  }
  if (!known[Relation::kEconomicBuyer]) {
    warnings.add(
        "no_economic_buyer", kPart,
        Text{"No Economic Buyer among the contacts: who signs?", "联系人中没有预算决策者：由谁批准？"});
  }
  if (!known[Relation::kChampion]) {
    warnings.add("no_champion", kPart,
                 Text{"No Champion among the contacts: who sells for us when we are not there?",
                      "联系人中没有内部支持者：我们不在场时由谁推动？"});
  }
}

void look_at_deals(const AccountFacts& facts, Date as_of, Warnings& warnings) {
  for (const AccountDeal& deal : facts.deals) {
    if (deal.state != DealState::kOpen || deal.close_date.is_none() || deal.close_date >= as_of) continue;
    warnings.add("overdue_deal", PlanPart::kExpansion,
                 Message{Text{"{deal} was to close on {date}", "{deal} 原定 {date}成交"}}
                     .with("deal", deal.name)
                     .with("date", deal.close_date));
  }
}

void look_at_actions(const AccountPlan& plan, Date as_of, Warnings& warnings) {
  constexpr PlanPart kPart = PlanPart::kActions;
  for (const PlanRow& action : plan.tables[kPart].rows) {
    if (is_settled(action.cells[3])) continue;
    const auto about = [&](std::string rule, Message text) {
      warnings.add(std::move(rule), kPart, std::move(text).with("action", action.cells[0]));
    };
    if (const auto days = overdue_days(action, as_of)) {
      about("overdue_action",
            Message{Text{"“{action}” is overdue by {days} days", "“{action}”已逾期 {days} 天"}}.with("days",
                                                                                                     *days));
    }
    if (action.cells[1].empty())
      about("action_without_owner", Text{"“{action}” has no owner", "“{action}”没有负责人"});
    if (!plan_date(action.cells[2]))
      about("action_without_date",
            Text{"“{action}” has no date that can be read", "“{action}”没有可识别的日期"});
  }
}

void look_at_words(const AccountPlan& plan, Warnings& warnings) {
  if (plan.goals[PlanPart::kShortTerm].empty())
    warnings.add("no_short_term_goal", PlanPart::kShortTerm,
                 Text{"No goal for the next 90 days", "未来 90 天没有目标"});
  if (plan.goals[PlanPart::kLongTerm].empty())
    warnings.add("no_long_term_goal", PlanPart::kLongTerm,
                 Text{"No goal for the next 12 months", "未来 12 个月没有目标"});
  for (const PlanRow& risk : plan.tables[PlanPart::kRisks].rows) {
    if (!risk.cells[1].empty()) continue;
    warnings.add("risk_without_mitigation", PlanPart::kRisks,
                 Message{Text{"Nothing is planned against “{risk}”", "风险“{risk}”没有缓解措施"}}.with(
                     "risk", risk.cells[0]));
  }
}

}  // namespace

std::vector<AccountWarning> warnings_of(const AccountPlan& plan, const AccountFacts& facts, Date as_of) {
  Warnings warnings;
  look_at_contacts(plan, facts, warnings);
  look_at_deals(facts, as_of, warnings);
  look_at_actions(plan, as_of, warnings);
  look_at_words(plan, warnings);
  return warnings.take();
}

}  // namespace ae
