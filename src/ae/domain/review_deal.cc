#include "ae/domain/review_deal.h"

#include <algorithm>

namespace ae {
namespace {

Message days(std::int64_t count) {
  const Text words = count == 1 ? Text{"{count} day", "{count} 天"} : Text{"{count} days", "{count} 天"};
  return Message{words}.with("count", count);
}

Message stage_words(const ReviewDeal& deal) {
  return deal.stage == Stage::kUnknown ? Message::verbatim(deal.stage_name) : Message(ae::name(deal.stage));
}

Message inactive(const ReviewDeal& deal, Date as_of) {
  if (!deal.last_active.is_none()) {
    return Message{Text{"no activity for {days}", "{days}无跟进"}}.with("days",
                                                                        days(as_of - deal.last_active));
  }
  if (deal.created.is_none()) return Text{"no activity known", "没有跟进记录"};
  return Message{Text{"no activity known since it was created {days} ago", "创建 {days}以来没有跟进记录"}}
      .with("days", days(as_of - deal.created));
}

}  // namespace

Message finding_words(HygieneRule rule, const ReviewDeal& deal, const Policy& policy, Date as_of,
                      std::int64_t won_cycle_limit_days) {
  switch (rule) {
    case HygieneRule::kCloseDatePast:
      return Message{Text{"{days} past {date}", "已过 {date}，逾期 {days}"}}
          .with("days", days(as_of - deal.close))
          .with("date", deal.close.iso());
    case HygieneRule::kNoRecentActivity:
      return inactive(deal, as_of);
    case HygieneRule::kStageOverdue:
      return Message{Text{"{days} in {stage} (since {date}), limit {limit}",
                          "处于{stage} {days}（自 {date}），时限 {limit} 天"}}
          .with("days", days(as_of - deal.stage_entered))
          .with("stage", stage_words(deal))
          .with("date", deal.stage_entered.iso())
          .with("limit", policy.age_limit_days(deal.stage).value_or(0));
    case HygieneRule::kOlderThanWonCycle:
      return Message{Text{"{days} old; {percent} % of won deals took {limit} or less",
                          "已 {days}；{percent}% 的赢单不超过 {limit} 天"}}
          .with("days", days(as_of - deal.created))
          .with("percent", policy.hygiene.won_cycle_percentile)
          .with("limit", won_cycle_limit_days);
    case HygieneRule::kStageUnknown:
      if (deal.stage_name.empty()) return Text{"no stage", "没有阶段"};
      return Message{Text{"“{stage}” is no stage of the method", "“{stage}”不是方法中的阶段"}}.with(
          "stage", deal.stage_name);
    case HygieneRule::kCloseDateMissing:
      return Text{"no close date", "没有预计成交日期"};
    case HygieneRule::kAmountMissing:
      return Text{"no amount", "没有金额"};
    case HygieneRule::kAmountNegative:
      return Text{"amount below 0", "金额为负"};
    case HygieneRule::kNextStepMissing:
      return Text{"no next step", "没有下一步行动"};
    case HygieneRule::kNewDeals:
    case HygieneRule::kCount:
      break;
  }
  return name(rule);
}

Suggestion suggest(const ReviewDeal& deal) {
  using enum HygieneRule;
  const auto breaks = [&](HygieneRule rule) {
    return std::find(deal.broken.begin(), deal.broken.end(), rule) != deal.broken.end();
  };
  const bool stale = breaks(kNoRecentActivity);
  if (deal.same_as && deal.same_amount) {
    return {
        Disposition::kMerge, *deal.same_as,
        Text{"the same name, account and amount: keep one of the two", "名称、客户与金额相同：两者保留其一"}};
  }
  if (stale && breaks(kOlderThanWonCycle) && (breaks(kCloseDatePast) || breaks(kStageOverdue))) {
    return {
        Disposition::kClose,
        {},
        Text{"silent, and older than nearly all that was won: give the reason, or say what brings it back",
             "长期无跟进，且年龄超过绝大多数赢单：填写丢单原因，或说明如何挽回"}};
  }
  if (breaks(kCloseDatePast))
    return {Disposition::kReDate, {}, Text{"ask for the buyer's own date", "向客户确认其自己的日期"}};
  if (breaks(kCloseDateMissing))
    return {Disposition::kReDate, {}, Text{"agree on a date with the buyer", "与客户商定日期"}};
  if (breaks(kStageUnknown))
    return {Disposition::kReStage, {}, Text{"name the stage that it is in", "填写商机所处阶段"}};
  if (breaks(kStageOverdue)) {
    return {Disposition::kReStage,
            {},
            Text{"check the exit criteria: move it on, or back to where it is",
                 "核对退出标准：推进，或退回实际阶段"}};
  }
  const bool is_sure =
      deal.category == ForecastCategory::kCommit || deal.category == ForecastCategory::kBestCase;
  if (is_sure && (stale || breaks(kNextStepMissing))) {
    return {Disposition::kDowngrade, std::string(key(*one_weaker(deal.category))),
            Message{Text{"{category} needs a next step and a buyer who answers",
                         "{category}须有下一步行动且客户有回应"}}
                .with("category", Message(ae::name(deal.category)))};
  }
  if (stale) return {Disposition::kKeep, {}, Text{"make contact this week", "本周内联系客户"}};
  if (breaks(kOlderThanWonCycle))
    return {Disposition::kKeep, {}, Text{"say what still brings it to a close", "说明推动成交的依据"}};
  if (deal.broken.empty() && deal.same_as) {
    return {Disposition::kKeep,
            {},
            Text{"find out whether it is the same deal as the other one", "核实是否与另一商机为同一笔"}};
  }
  return {Disposition::kKeep, {}, Text{"fill in what is missing", "补全缺失内容"}};
}

}  // namespace ae
