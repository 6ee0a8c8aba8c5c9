#include "ae/forecast/rep_calls.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "ae/forecast/backtest_figures.h"
#include "ae/report/labels.h"
#include "ae/statistics/student_t.h"

namespace ae::forecast {
namespace {

constexpr std::size_t kFewestPeriods = 4;
constexpr double kConfidence = 0.95;

using Group = std::pair<OpportunityField, std::string>;

Group group_of(const ForecastCall& call) {
  return call.owner.empty() ? Group{OpportunityField::kTeam, call.team}
                            : Group{OpportunityField::kOwner, call.owner};
}

/// One call and what came, in minor units.
struct CallOutcome {
  double call = 0;
  double actual = 0;
};

/// The deals of each owner and each team, so that many calls cost no more than their own deals.
class DealsOfGroups {
 public:
  explicit DealsOfGroups(const std::vector<DealFact>& facts) {
    for (const DealFact& fact : facts) {
      of_owner_[fact.owner].push_back(&fact);
      of_team_[fact.team].push_back(&fact);
    }
  }

  /// What the call's owner (in its team, when it names one) or team won in its period, in minor units;
  /// nullopt when they have no deal at all.
  std::optional<double> won(const ForecastCall& call) const {
    const auto& groups = call.owner.empty() ? of_team_ : of_owner_;
    const auto found = groups.find(call.owner.empty() ? call.team : call.owner);
    if (found == groups.end()) return std::nullopt;
    double won = 0;
    bool any = false;
    for (const DealFact* fact : found->second) {
      if (!call.team.empty() && fact->team != call.team) continue;
      any = true;
      if (fact->state == DealState::kWon && fact->has_amount() && call.period.contains(fact->closed))
        won += static_cast<double>(fact->amount);
    }
    return any ? std::optional(won) : std::nullopt;
  }

 private:
  std::map<std::string_view, std::vector<const DealFact*>> of_owner_, of_team_;
};

Date first_close_of(const std::vector<DealFact>& facts) {
  Date first;
  for (const DealFact& fact : facts) {
    if (!fact.closed.is_none() && (first.is_none() || fact.closed < first)) first = fact.closed;
  }
  return first;
}

RepCallFigures judge(const Group& group, const std::vector<CallOutcome>& outcomes, Currency currency) {
  RepCallFigures row{group.first, group.second, static_cast<std::int64_t>(outcomes.size()),
                     {},          {},           {},
                     {},          {},           CallVerdict::kInsufficient};
  const auto count = static_cast<double>(outcomes.size());
  double called = 0, actual = 0, squares = 0;
  for (const CallOutcome& outcome : outcomes) {
    called += outcome.call;
    actual += outcome.actual;
  }
  row.called = money_of(called, currency);
  row.actual = money_of(actual, currency);
  if (actual <= 0) return row;
  row.bias = ratio_of((called - actual) / actual);
  if (outcomes.size() < kFewestPeriods) return row;
  const double mean = (called - actual) / count;
  for (const CallOutcome& outcome : outcomes) {
    const double around = outcome.call - outcome.actual - mean;
    squares += around * around;
  }
  const double half = statistics::student_t(kConfidence, static_cast<int>(outcomes.size()) - 1) *
                      std::sqrt(squares / (count - 1) / count);
  const double low = (mean - half) / (actual / count);
  const double high = (mean + half) / (actual / count);
  row.bias_low = ratio_of(low);
  row.bias_high = ratio_of(high);
  row.verdict = low > 0 ? CallVerdict::kTooHigh : high < 0 ? CallVerdict::kTooLow : CallVerdict::kNoBias;
  return row;
}

Note not_judged(std::int64_t calls) {
  return {
      "calls_not_judged",
      Severity::kWarning,
      Message{Text{"{count} calls are of quarters that have not ended, of ones before the first closed "
                   "deals, or of names that no deal has: they are not judged",
                   "{count} 条预测承诺所属季度尚未结束、早于首批已关闭商机，或名称不见于任何商机：未予评判"}}
          .with("count", calls),
      {}};
}

}  // namespace

Text name(CallVerdict verdict) {
  constexpr Text kNames[] = {{"Too few quarters to say", "季度过少，无法判断"},
                             {"Calls too high", "预测偏高"},
                             {"Calls too low", "预测偏低"},
                             {"No bias to be seen", "未见偏差"}};
  return kNames[static_cast<std::size_t>(verdict)];
}

std::vector<RepCallFigures> judge_calls(const std::vector<DealFact>& facts, const report::Scope& scope,
                                        std::vector<Note>& notes) {
  if (scope.calls.empty()) return {};
  std::map<Group, std::vector<CallOutcome>> outcomes;
  const Date first_close = first_close_of(facts);
  std::int64_t passed_over = 0;
  const DealsOfGroups deals(facts);
  for (const ForecastCall& call : scope.calls) {
    const std::optional<double> won = deals.won(call);
    if (!won || call.period.end >= scope.as_of || !is_full_quarter(call.period, first_close)) {
      ++passed_over;
      continue;
    }
    outcomes[group_of(call)].push_back({static_cast<double>(call.amount.minor), *won});
  }
  if (passed_over > 0) notes.push_back(not_judged(passed_over));
  std::vector<RepCallFigures> rows;
  for (const auto& [group, of_group] : outcomes) rows.push_back(judge(group, of_group, *scope.currency));
  std::stable_sort(rows.begin(), rows.end(), [](const RepCallFigures& a, const RepCallFigures& b) {
    return a.dimension == b.dimension && a.called && b.called && a.called->minor > b.called->minor;
  });
  return rows;
}

doc::Section calls_section(const std::vector<RepCallFigures>& calls) {
  using doc::Value;
  doc::Table table;
  table.columns = {{Text{"Who", "谁"}, {}},          {Text{"Quarters", "季度数"}, {}},
                   {Text{"Called", "预测承诺"}, {}}, {Text{"Came", "实际"}, {}},
                   {Text{"Bias", "偏向"}, {}},       {Text{"From", "下限"}, {}},
                   {Text{"To", "上限"}, {}},         {Text{"Verdict", "结论"}, {}}};
  for (const RepCallFigures& row : calls) {
    const bool biased = row.verdict == CallVerdict::kTooHigh || row.verdict == CallVerdict::kTooLow;
    table.rows.push_back(
        {Value(Message::verbatim(row.value)), Value(doc::Count{row.periods}), doc::cell(row.called),
         doc::cell(row.actual), doc::cell(doc::percent(row.bias)), doc::cell(doc::percent(row.bias_low)),
         doc::cell(doc::percent(row.bias_high)),
         doc::Cell(Value(Message(name(row.verdict))), biased ? doc::Mood::kWarning : doc::Mood::kNeutral)});
  }
  return {"rep_calls", Text{"Calls against outcomes", "预测承诺与实际对照"}, {std::move(table)}};
}

}  // namespace ae::forecast
