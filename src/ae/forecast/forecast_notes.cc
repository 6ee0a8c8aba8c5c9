#include "ae/forecast/forecast_notes.h"

#include "ae/report/labels.h"

namespace ae::forecast {
namespace {

void add(std::vector<Note>& notes, const char* code, Severity severity, Message text) {
  notes.push_back({code, severity, std::move(text), {}});
}

/// Columns of probabilities that say the same for every deal say nothing.
bool all_certain(const std::vector<DealFact>& facts) {
  std::size_t open = 0;
  for (const DealFact& fact : facts) {
    if (!fact.is_open() || fact.imported.is_none()) continue;
    if (fact.imported.millionths() != Probability::kOne) return false;
    ++open;
  }
  return open > 1;
}

/// Open deals whose own probability and the stage's lie more than half apart.
std::int64_t contradicted(const std::vector<DealFact>& facts, const Policy& policy) {
  constexpr std::int32_t kFarApart = Probability::kOne / 2;
  std::int64_t count = 0;
  for (const DealFact& fact : facts) {
    if (!fact.is_open() || fact.imported.is_none() || state_of(fact.stage) != DealState::kOpen) continue;
    const Probability stage = policy.probability(fact.stage);
    if (stage.is_none()) continue;
    if (std::abs(fact.imported.millionths() - stage.millionths()) > kFarApart) ++count;
  }
  return count;
}

struct ClosedCount {
  std::int64_t won = 0, lost = 0;

  explicit ClosedCount(const std::vector<DealFact>& facts) {
    for (const DealFact& fact : facts) {
      if (!fact.is_open()) ++(fact.state == DealState::kWon ? won : lost);
    }
  }
};

void note_without_model(const ClosedCount& closed, std::vector<Note>& notes) {
  if (closed.won + closed.lost > 0) {
    add(notes, "closed_deals_undated", Severity::kWarning,
        Text{"No closed deal can be learnt from, since none has the date of its close by the as-of date: "
             "chances are "
             "the policy's stage probabilities",
             "已关闭商机在基准日之前均无关闭日期，无法学习：概率取策略的阶段概率"});
    return;
  }
  add(notes, "no_closed_deals", Severity::kWarning,
      Text{"No closed deal to learn from: chances are the policy's stage probabilities. Give closed deals "
           "with "
           "--history FILE",
           "没有可学习的已关闭商机：概率取策略的阶段概率。可用 --history 文件 提供已关闭商机"});
}

void note_one_sided(const ClosedCount& closed, std::vector<Note>& notes) {
  if (closed.won > 0 && closed.lost == 0) {
    add(notes, "no_lost_deals", Severity::kWarning,
        Text{"Every closed deal is won: lost deals may be missing, and the chances too high",
             "所有已关闭商机均为赢单：可能缺少丢单，概率可能偏高"});
  } else if (closed.lost > 0 && closed.won == 0) {
    add(notes, "no_won_deals", Severity::kWarning,
        Text{"Every closed deal is lost: won deals may be missing, and the chances too low",
             "所有已关闭商机均为丢单：可能缺少赢单，概率可能偏低"});
  }
}

void note_history(const ForecastResult& result, const Scope& scope, const ClosedCount& closed,
                  std::vector<Note>& notes) {
  if (!scope.currency) {
    add(notes, "forecast_several_currencies", Severity::kWarning,
        Text{"Amounts stand in several currencies: give dated rates with --rates FILE to forecast money",
             "金额涉及多个币种：请用 --rates 文件 提供带日期的汇率，以预测金额"});
    return;
  }
  if (!result.model) {
    note_without_model(closed, notes);
    return;
  }
  note_one_sided(closed, notes);
  if (result.model->points == 0) {
    add(notes, "no_past_quarter", Severity::kInfo,
        Text{"No full past quarter to test the forecast on: how far it misses is not known",
             "没有完整的历史季度可供检验：预测误差未知"});
  }
}

}  // namespace

void forecast_notes(const ForecastReport::Partial& partial, const Scope& scope, const ForecastResult& result,
                    std::vector<Note>& notes) {
  const DueBreakdown& due = partial.due;
  const std::vector<DealFact> facts = partial.facts.sorted();
  note_history(result, scope, ClosedCount(facts), notes);
  if (!result.quota && scope.currency) {
    add(notes, "no_quota", Severity::kInfo,
        Text{"No quota for the period: give one with --quota AMOUNT or --quotas FILE to see the gap",
             "本期没有配额：请用 --quota 金额 或 --quotas 文件 提供，以查看缺口"});
  }
  if (due.open() > 0 && due.open_undated() == due.open()) {
    add(notes, "no_close_dates", Severity::kWarning,
        Text{"No open deal has a close date: categories and stage-weighted hold closed deals only",
             "未结商机均无预计成交日期：类别与按阶段加权仅含已成交"});
  } else if (due.open_undated() > 0) {
    add(notes, "open_without_close_date", Severity::kWarning,
        Message{Text{"{deals} without a close date: in no period, so in no category",
                     "{deals}没有预计成交日期：不属于任何期间，未计入类别"}}
            .with("deals", report::open_deals(due.open_undated())));
  }
  if (due.overdue().count > 0) {
    add(notes, "overdue_deals", Severity::kWarning,
        Message{Text{"{deals} past the close date: {inside} dated in the period are in the categories, the "
                     "others in none",
                     "{deals}已过预计成交日期：其中 {inside} 个日期在本期内、已计入类别，其余未计入"}}
            .with("deals", report::open_deals(due.overdue().count))
            .with("inside", due.overdue_in_period().count));
  }
  const report::CategoryBreakdown::Row all = due.all().all_due();
  if (all.deals.with_amount < all.deals.count) {
    add(notes, "forecast_without_amounts", Severity::kWarning,
        Message{Text{"{deals} due in the period without an amount: in no sum",
                     "{deals}本期预计成交但没有金额：未计入合计"}}
            .with("deals", report::open_deals(all.deals.count - all.deals.with_amount)));
  }
  if (all_certain(facts)) {
    add(notes, "probabilities_all_certain", Severity::kWarning,
        Text{"Every open deal has probability 100 % in the source: that is no forecast, and it is not used",
             "来源文件中所有未结商机的概率均为 100%：这不是预测，未予采用"});
  } else if (const std::int64_t count = contradicted(facts, scope.policy); count > 0) {
    add(notes, "probability_contradicts_stage", Severity::kInfo,
        Message{Text{"{deals} with a probability in the source more than 50 points from the stage's",
                     "{deals}在来源文件中的概率与阶段概率相差超过 50 个百分点"}}
            .with("deals", report::open_deals(count)));
  }
}

}  // namespace ae::forecast
