#include "ae/report/hygiene_report.h"

#include <algorithm>

#include "ae/base/vectors.h"
#include "ae/report/velocity.h"

namespace ae::report {
namespace {

/// The open deals that break each rule, as far as their own cells tell. One pass for all rules.
AE_FOR_WIDE_VECTORS EnumArray<HygieneRule, DealSum> found_by_rule(const ChunkDeals& deals,
                                                                  const HygieneChecks& checks) {
  const auto sums = deals.sums_of_open([&](std::size_t row) { return checks.close_date_past(row); },
                                       [&](std::size_t row) { return checks.close_date_missing(row); },
                                       [&](std::size_t row) { return checks.amount_missing(row); },
                                       [&](std::size_t row) { return checks.amount_negative(row); },
                                       [&](std::size_t row) { return checks.next_step_missing(row); },
                                       [&](std::size_t row) { return checks.no_recent_activity(row); },
                                       [&](std::size_t row) { return checks.stage_overdue(row); },
                                       [&](std::size_t row) { return checks.stage_unknown(row); },
                                       [&](std::size_t row) { return checks.added_lately(row); });
  using enum HygieneRule;
  constexpr HygieneRule kRules[] = {kCloseDatePast,  kCloseDateMissing, kAmountMissing,
                                    kAmountNegative, kNextStepMissing,  kNoRecentActivity,
                                    kStageOverdue,   kStageUnknown,     kNewDeals};
  static_assert(std::size(kRules) == std::tuple_size_v<std::remove_const_t<decltype(sums)>>);
  EnumArray<HygieneRule, DealSum> found;  // kOlderThanWonCycle: known only when all cycles are
  for (std::size_t at = 0; at < sums.size(); ++at) found[kRules[at]] = sums[at];
  return found;
}

Severity severity_of(HygieneRule rule, std::int64_t count) {
  const bool finds = rule == HygieneRule::kNewDeals ? count == 0 : count > 0;
  return finds ? Severity::kWarning : Severity::kInfo;
}

/// Why a rule has no count. Every rule that can lack a column needs exactly one.
Note not_checked(HygieneRule rule, bool has_columns) {
  if (has_columns) {
    return {"no_won_cycles",
            Severity::kInfo,
            Message{Text{"Not checked: {rule} (no won deal has both dates)",
                         "未检查：{rule}（没有日期齐全的赢单）"}}
                .with("rule", Message{name(rule)}),
            {}};
  }
  return {"rule_without_column",
          Severity::kInfo,
          Message{Text{"Not checked: {rule} (no column for {column})", "未检查：{rule}（没有“{column}”列）"}}
              .with("rule", Message{name(rule)})
              .with("column", Message{name(needs(rule).front())}),
          {}};
}

}  // namespace

bool HygieneReport::Partial::Aged::before(const Aged& other) const {
  if (amount != other.amount) return amount > other.amount;
  return std::tie(currency, id, name, source, line, stage, days) <
         std::tie(other.currency, other.id, other.name, other.source, other.line, other.stage, other.days);
}

void HygieneReport::Partial::add(const table::OpportunityChunk& chunk, const Scope& scope) {
  add(ChunkDeals(chunk, scope));
}

void HygieneReport::Partial::add(const ChunkDeals& deals) {
  const HygieneChecks checks(deals);
  const EnumArray<HygieneRule, DealSum> found = found_by_rule(deals, checks);
  for (const HygieneRule rule : enumerators<HygieneRule>()) {
    if (!applies(rule, deals.chunk())) continue;
    rules_[rule].applies = 1;
    rules_[rule].found.merge(found[rule]);
  }
  rows_ += static_cast<std::int64_t>(deals.chunk().rows());
  open_ += std::ssize(deals.open());
  add_overdue(deals, checks);
  ages_.add(deals);
  add_won_cycles(won_cycles_, deals);
  dates_.merge(deals.dates());
}

void HygieneReport::Partial::add_overdue(const ChunkDeals& deals, const HygieneChecks& checks) {
  const table::OpportunityChunk& chunk = deals.chunk();
  const auto least = [&] { return ageing_.limit() == nullptr ? table::kNoAmount : ageing_.limit()->amount; };
  std::int64_t least_amount = least();
  for (const std::uint32_t row : deals.open()) {
    if (chunk.amount[row] < least_amount || !checks.stage_overdue(row)) continue;
    ageing_.add({chunk.amount[row], chunk.currency[row],
                 std::string(chunk.text(OpportunityField::kId).at(row)),
                 std::string(chunk.text(OpportunityField::kName).at(row)), chunk.source[row], chunk.line[row],
                 chunk.stage[row], checks.days_in_stage(row)});
    least_amount = least();
  }
}

void HygieneReport::Partial::merge(const Partial& other) {
  rows_ += other.rows_;
  open_ += other.open_;
  for (const HygieneRule rule : enumerators<HygieneRule>()) {
    rules_[rule].applies |= other.rules_[rule].applies;
    rules_[rule].found.merge(other.rules_[rule].found);
  }
  ages_.merge(other.ages_);
  won_cycles_.merge(other.won_cycles_);
  ageing_.merge(other.ageing_);
  dates_.merge(other.dates_);
}

std::optional<std::int64_t> HygieneReport::Partial::won_cycle_limit(const Policy& policy) const {
  return won_cycles_.percentile(policy.hygiene.won_cycle_percentile);
}

HygieneReport::Partial::Rule HygieneReport::Partial::older_than(
    const std::optional<std::int64_t>& limit_days) const {
  Rule rule;
  if (!limit_days) return rule;
  rule.applies = rules_[HygieneRule::kOlderThanWonCycle].applies;
  rule.found = ages_.older_than(*limit_days);
  return rule;
}

HygieneResult HygieneReport::Partial::figures(const Scope& scope, Figures& figures,
                                              std::vector<Note>& notes) const {
  HygieneResult result;
  result.rows = rows_;
  result.open_count = open_;
  result.won_cycle_limit_days = won_cycle_limit(scope.policy);
  for (const HygieneRule rule : enumerators<HygieneRule>()) {
    const Rule counted =
        rule == HygieneRule::kOlderThanWonCycle ? older_than(result.won_cycle_limit_days) : rules_[rule];
    HygieneFigures row;
    row.rule = rule;
    if (counted.applies != 0) {
      row.count = counted.found.count;
      row.amount = figures.money(counted.found.amount);
      row.severity = severity_of(rule, counted.found.count);
    } else if (rows_ > 0) {
      notes.push_back(not_checked(rule, rules_[rule].applies != 0));
    }
    result.hygiene.push_back(row);
  }
  result.ageing = ageing_deals(scope.policy);
  const DealSum& overdue = rules_[HygieneRule::kStageOverdue].found;
  result.ageing_total = {overdue.count, figures.money(overdue.amount)};
  return result;
}

std::vector<AgeingDeal> HygieneReport::Partial::ageing_deals(const Policy& policy) const {
  std::vector<AgeingDeal> rows;
  for (const Aged& deal : ageing_.in_order()) {
    AgeingDeal row;
    if (!deal.id.empty()) row.id = deal.id;
    if (!deal.name.empty()) row.name = deal.name;
    row.stage = deal.stage;
    row.days_in_stage = deal.days;
    row.limit_days = *policy.age_limit_days(deal.stage);
    if (deal.amount != table::kNoAmount) row.amount = Money{deal.amount, deal.currency};
    if (!deal.currency.is_none()) row.currency = deal.currency.code();
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<HygieneResult> HygieneReport::finalize(const Partial& partial, const Scope& scope,
                                              std::vector<Note>& notes) {
  Figures figures(scope.currency);
  HygieneResult result = partial.figures(scope, figures, notes);
  AE_TRY_VOID(figures.check());
  partial.dates().notes(notes);
  return result;
}

std::int64_t HygieneReport::findings(const HygieneResult& output) {
  return std::count_if(output.hygiene.begin(), output.hygiene.end(),
                       [](const HygieneFigures& row) { return row.severity == Severity::kWarning; });
}

}  // namespace ae::report
