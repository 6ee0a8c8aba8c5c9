#include "ae/report/next_report.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "ae/report/percent_column.h"

namespace ae::report {
namespace {

constexpr std::int64_t kUnknownDays = -1;

std::uint32_t bit(ActionRule rule) { return std::uint32_t{1} << static_cast<unsigned>(rule); }

bool next_step_past(const ChunkDeals& deals, std::size_t row) {
  const table::OpportunityChunk& chunk = deals.chunk();
  if (!chunk.has(OpportunityField::kNextStepDate)) return false;
  const Date planned = chunk.dates(OpportunityField::kNextStepDate)[row];
  return !planned.is_none() && planned < deals.scope().as_of;
}

/// One person is enough to find out, and too few to buy.
bool single_threaded(const table::OpportunityChunk& chunk, std::size_t row) {
  if (!chunk.has(OpportunityField::kContacts) || chunk.stage[row] < Stage::kDemo) return false;
  return millionths_of(chunk.text(OpportunityField::kContacts).at(row)) == 1'000'000;
}

/// The rules that a deal breaks, a bit for each.
std::uint32_t broken(const ChunkDeals& deals, const HygieneChecks& checks, std::size_t row) {
  std::uint32_t rules = 0;
  for (const HygieneRule rule : checks.broken(row, std::nullopt)) {
    if (const std::optional<ActionRule> action = action_for(rule)) rules |= bit(*action);
  }
  if (next_step_past(deals, row)) rules |= bit(ActionRule::kNextStepPast);
  if (single_threaded(deals.chunk(), row)) rules |= bit(ActionRule::kSingleThreaded);
  return rules;
}

ActionRule most_urgent(std::uint32_t rules) {
  for (const ActionRule rule : enumerators<ActionRule>()) {
    if ((rules & bit(rule)) != 0) return rule;
  }
  return ActionRule::kAdvance;
}

/// The days that the rule's figure counts.
std::int64_t days_of(ActionRule rule, const ChunkDeals& deals, std::size_t row) {
  const table::OpportunityChunk& chunk = deals.chunk();
  const auto since = [&](OpportunityField field) {
    const Date day = chunk.dates(field)[row];
    return day.is_none() ? kUnknownDays : std::int64_t{deals.scope().as_of - day};
  };
  switch (rule) {
    case ActionRule::kCloseDatePast:
      return since(OpportunityField::kCloseDate);
    case ActionRule::kNextStepPast:
      return since(OpportunityField::kNextStepDate);
    case ActionRule::kNoRecentActivity: {
      const std::int64_t active = since(OpportunityField::kLastActivityDate);
      return active == kUnknownDays ? since(OpportunityField::kCreatedDate) : active;
    }
    case ActionRule::kStageOverdue:
      return since(OpportunityField::kStageDate);
    default:
      return kUnknownDays;
  }
}

/// The chance that the next stage would add; the last open stage adds what is left to 100 %.
std::int32_t step_up(Stage stage, const Policy& policy) {
  if (state_of(stage) != DealState::kOpen || stage == Stage::kUnknown) return 0;
  const auto next = static_cast<Stage>(static_cast<int>(stage) + 1);
  return policy.probability(next).millionths() - policy.probability(stage).millionths();
}

/// What an action counts in millionths of the amount.
std::int32_t share_of(ActionRule rule, const ChunkDeals& deals, std::size_t row) {
  const Policy& policy = deals.scope().policy;
  const Stage stage = deals.chunk().stage[row];
  if (rule == ActionRule::kAdvance) return std::max(step_up(stage, policy), 0);
  const Probability chance = open_probability(deals.chunk(), row, policy);
  return chance.is_none() ? 0 : chance.millionths();
}

Message days_words(std::int64_t days) {
  return Message{days == 1 ? Text{"{days} day", "{days} 天"} : Text{"{days} days", "{days} 天"}}.with("days",
                                                                                                      days);
}

Message of_limit(std::int64_t days, std::int64_t limit) {
  if (days == kUnknownDays) return Text{"never, as far as is known", "从未有过（据已知信息）"};
  return Message{Text{"{days}, limit {limit}", "{days}，时限 {limit}"}}
      .with("days", days_words(days))
      .with("limit", limit);
}

Message why(ActionRule rule, Stage stage, std::int64_t days, const Policy& policy) {
  switch (rule) {
    case ActionRule::kCloseDatePast:
    case ActionRule::kNextStepPast:
      return Message{Text{"{days} ago", "已过 {days}"}}.with("days", days_words(days));
    case ActionRule::kNoRecentActivity:
      return of_limit(days, policy.hygiene.recent_activity_days);
    case ActionRule::kStageOverdue:
      return of_limit(days, policy.age_limit_days(stage).value_or(0));
    case ActionRule::kSingleThreaded:
      return Text{"1 contact", "1 位联系人"};
    case ActionRule::kAdvance:
      if (step_up(stage, policy) <= 0) return {};
      return Message{Text{"+{points} points", "+{points} 个百分点"}}.with(
          "points", static_cast<std::int64_t>(step_up(stage, policy) / (Probability::kOne / 100)));
    default:
      return {};
  }
}

std::optional<std::string> unless_empty(const std::string& words) {
  return words.empty() ? std::nullopt : std::optional(words);
}

}  // namespace

bool NextReport::Partial::Listed::before(const Listed& other) const {
  if (worth != other.worth) return worth > other.worth;
  if (amount != other.amount) return amount > other.amount;
  return std::tie(rule, id, name, account, source, line, stage, days, also) <
         std::tie(other.rule, other.id, other.name, other.account, other.source, other.line, other.stage,
                  other.days, other.also);
}

void NextReport::Partial::Sum::add(const Listed& action) {
  ++count;
  if (action.amount != table::kNoAmount) worth.add(action.currency, action.worth);
}

void NextReport::Partial::Sum::merge(const Sum& other) {
  count += other.count;
  worth.merge(other.worth);
}

NextReport::Partial::Listed NextReport::Partial::listed(const ChunkDeals& deals, const HygieneChecks& checks,
                                                        std::size_t row) {
  const table::OpportunityChunk& chunk = deals.chunk();
  Listed made;
  const std::uint32_t rules = broken(deals, checks, row);
  made.rule = most_urgent(rules);
  made.also = rules & ~bit(made.rule);
  made.days = days_of(made.rule, deals, row);
  made.amount = chunk.amount[row];
  made.currency = chunk.currency[row];
  if (has_amount(chunk, row)) made.worth = Int128{made.amount} * share_of(made.rule, deals, row);
  made.id = chunk.text(OpportunityField::kId).at(row);
  made.name = chunk.text(OpportunityField::kName).at(row);
  made.account = chunk.text(OpportunityField::kAccount).at(row);
  made.source = chunk.source[row];
  made.line = chunk.line[row];
  made.stage = chunk.stage[row];
  return made;
}

void NextReport::Partial::add(const table::OpportunityChunk& chunk, const Scope& scope) {
  const ChunkDeals deals(chunk, scope);
  const HygieneChecks checks(deals);
  dates_.merge(deals.dates());
  const table::TextColumn& names = chunk.text(OpportunityField::kOwner);
  for (const std::uint32_t row : deals.open()) {
    Listed action = listed(deals, checks, row);
    rules_[action.rule].add(action);
    Owner& owner = owners_[{std::string(names.at(row)), action.currency}];
    owner.all.add(action);
    owner.best.add(std::move(action));
  }
}

void NextReport::Partial::merge(const Partial& other) {
  for (const ActionRule rule : enumerators<ActionRule>()) rules_[rule].merge(other.rules_[rule]);
  for (const auto& [key, theirs] : other.owners_) {
    Owner& owner = owners_[key];
    owner.all.merge(theirs.all);
    owner.best.merge(theirs.best);
  }
  dates_.merge(other.dates_);
}

NextAction NextReport::Partial::shown(const Listed& action, const Policy& policy) {
  NextAction row;
  row.id = unless_empty(action.id);
  row.name = unless_empty(action.name);
  row.account = unless_empty(action.account);
  row.stage = action.stage;
  if (action.amount != table::kNoAmount) {
    row.amount = Money{action.amount, action.currency};
    row.worth = Money{*narrow(divide_half_even(action.worth, Probability::kOne)), action.currency};
  }
  if (!action.currency.is_none()) row.currency = action.currency.code();
  row.rule = action.rule;
  row.action = ae::action(action.rule);
  row.why = why(action.rule, action.stage, action.days, policy);
  for (const ActionRule rule : enumerators<ActionRule>()) {
    if ((action.also & bit(rule)) != 0) row.also.push_back(rule);
  }
  return row;
}

NextResult NextReport::Partial::figures(const Scope& scope, Figures& figures) const {
  NextResult result;
  for (const ActionRule rule : enumerators<ActionRule>()) {
    const Sum& sum = rules_[rule];
    result.open_count += sum.count;
    if (sum.count > 0) result.rules.push_back({rule, sum.count, figures.weighted(sum.worth)});
  }
  std::vector<std::pair<Int128, OwnerActions>> ranked;
  for (const auto& [key, owner] : owners_) {
    OwnerActions row{unless_empty(key.first), owner.all.count, figures.weighted(owner.all.worth), {}};
    for (const Listed& action : owner.best.in_order()) row.actions.push_back(shown(action, scope.policy));
    ranked.emplace_back(owner.all.worth.exact().value_or(0), std::move(row));
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [worth, row] : ranked) result.owners.push_back(std::move(row));
  return result;
}

Result<NextResult> NextReport::finalize(const Partial& partial, const Scope& scope,
                                        std::vector<Note>& notes) {
  Figures figures(scope.currency);
  NextResult result = partial.figures(scope, figures);
  AE_TRY_VOID(figures.check());
  if (!scope.currency)
    notes.push_back(
        {"ranked_by_currency",
         Severity::kInfo,
         Text{"Amounts stand in several currencies: an owner has a list for each. One list: --rates "
              "FILE --currency CODE",
              "金额涉及多个币种：每位负责人按币种分别列出。合并为一份：--rates 文件 --currency 币种"},
         {}});
  partial.dates().notes(notes);
  return result;
}

std::int64_t NextReport::findings(const NextResult& output) {
  std::int64_t found = 0;
  for (const RuleActions& row : output.rules) found += row.rule == ActionRule::kAdvance ? 0 : row.count;
  return found;
}

}  // namespace ae::report
