#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>

#include "ae/base/exact.h"
#include "ae/base/fields.h"
#include "ae/base/period.h"
#include "ae/base/probability.h"
#include "ae/base/result.h"
#include "ae/domain/forecast_category.h"
#include "ae/domain/stage.h"

/// Every number of the sales method, as content/policy/default.toml gives it and a user's policy file may
/// change it. The members' definitions are what `ae policy show` prints.
namespace ae {

struct OpenStagePolicy {
  Probability probability;
  std::int64_t age_limit_days = 0;

  static constexpr auto fields() {
    return std::tuple{
        field("probability", &OpenStagePolicy::probability,
              Text{"Chance that a deal in this stage is won", "该阶段商机的赢单概率"}),
        field("age_limit_days", &OpenStagePolicy::age_limit_days,
              Text{"Days in the stage after which a deal is overdue", "商机在该阶段停留超过此天数即为超期"})};
  }
};

struct ClosedStagePolicy {
  Probability probability;

  static constexpr auto fields() {
    return std::tuple{field("probability", &ClosedStagePolicy::probability,
                            Text{"Chance of a deal in this stage", "该阶段的概率"})};
  }
};

struct StagesPolicy {
  OpenStagePolicy prospect, discovery, demo, proposal, negotiation;
  ClosedStagePolicy closed_won, closed_lost;

  static constexpr auto fields() {
    return std::tuple{field("prospect", &StagesPolicy::prospect, Text{"Prospect", "潜在客户开发"}),
                      field("discovery", &StagesPolicy::discovery, Text{"Discovery", "需求挖掘"}),
                      field("demo", &StagesPolicy::demo, Text{"Demo/Evaluation", "演示/评估"}),
                      field("proposal", &StagesPolicy::proposal, Text{"Proposal", "提案"}),
                      field("negotiation", &StagesPolicy::negotiation, Text{"Negotiation", "谈判"}),
                      field("closed_won", &StagesPolicy::closed_won, Text{"Closed Won", "成单"}),
                      field("closed_lost", &StagesPolicy::closed_lost, Text{"Closed Lost", "丢单"})};
  }
};

struct CategoriesPolicy {
  Probability commit_from, best_case_from, pipeline_from;

  static constexpr auto fields() {
    return std::tuple{field("commit_from", &CategoriesPolicy::commit_from,
                            Text{"Lowest probability of Commit", "确定成交的最低概率"}),
                      field("best_case_from", &CategoriesPolicy::best_case_from,
                            Text{"Lowest probability of Best Case", "大概率成交的最低概率"}),
                      field("pipeline_from", &CategoriesPolicy::pipeline_from,
                            Text{"Lowest probability of Pipeline; below it is Upside",
                                 "活跃商机的最低概率；低于它为潜在机会"})};
  }
};

/// The band that coverage should lie in; no `high`: as much as there is.
struct CoverageTarget {
  Ratio low;
  std::optional<Ratio> high;

  static constexpr auto fields() {
    return std::tuple{
        field("low", &CoverageTarget::low, Text{"Lowest coverage on target", "达标的最低覆盖度"}),
        field("high", &CoverageTarget::high, Text{"Highest coverage on target", "达标的最高覆盖度"})};
  }
};

struct CoverageOrBetterPolicy {
  Ratio commit, best_case, pipeline;

  static constexpr auto fields() {
    return std::tuple{field("commit", &CoverageOrBetterPolicy::commit,
                            Text{"Least Commit ÷ quota", "确定成交 ÷ 配额的下限"}),
                      field("best_case", &CoverageOrBetterPolicy::best_case,
                            Text{"Least Best Case or better ÷ quota", "大概率成交及以上 ÷ 配额的下限"}),
                      field("pipeline", &CoverageOrBetterPolicy::pipeline,
                            Text{"Least Pipeline or better ÷ quota", "活跃商机及以上 ÷ 配额的下限"})};
  }
};

struct CoveragePolicy {
  CoverageTarget early, mid, late;
  CoverageOrBetterPolicy or_better;

  static constexpr auto fields() {
    return std::tuple{
        field("early", &CoveragePolicy::early, Text{"First third of the period", "期初三分之一"}),
        field("mid", &CoveragePolicy::mid, Text{"Middle third of the period", "期中三分之一"}),
        field("late", &CoveragePolicy::late, Text{"Last third of the period", "期末三分之一"}),
        field("or_better", &CoveragePolicy::or_better, Text{"Cumulative by category", "按类别累计"})};
  }
};

struct HygienePolicy {
  std::int64_t recent_activity_days = 0;
  std::int64_t new_deal_days = 0;
  std::int64_t won_cycle_percentile = 0;
  std::int64_t stage_age_percentile = 0;
  std::int64_t stage_age_minimum_deals = 0;

  static constexpr auto fields() {
    return std::tuple{
        field("recent_activity_days", &HygienePolicy::recent_activity_days,
              Text{"Days without activity after which a deal is stale", "超过此天数无跟进即为停滞"}),
        field("new_deal_days", &HygienePolicy::new_deal_days,
              Text{"Days within which a deal counts as new", "创建于此天数内的商机算新增"}),
        field("won_cycle_percentile", &HygienePolicy::won_cycle_percentile,
              Text{"Percentile of won cycles beyond which an open deal is old",
                   "未结商机年龄超过赢单周期的此百分位即为过老"}),
        field("stage_age_percentile", &HygienePolicy::stage_age_percentile,
              Text{"Percentile that limits a stage's age when its history is known",
                   "有阶段历史时用作阶段时限的百分位"}),
        field("stage_age_minimum_deals", &HygienePolicy::stage_age_minimum_deals,
              Text{"Fewest won deals for a stage's own limit", "计算阶段自身时限所需的最少赢单数"})};
  }
};

/// What a forecast leans on until the user's own history says more.
struct ForecastPolicy {
  std::int64_t prior_deals = 0;
  Probability due_closes, later_closes, undated_closes;

  static constexpr auto fields() {
    return std::tuple{
        field("prior_deals", &ForecastPolicy::prior_deals,
              Text{"Closed deals that the stage probabilities are worth beside the user's own history",
                   "阶段概率相当于多少个已关闭商机的历史"}),
        field("due_closes", &ForecastPolicy::due_closes,
              Text{"Share of won deals due in the period that close in it",
                   "预计本期成交的赢单中在本期成交的比例"}),
        field("later_closes", &ForecastPolicy::later_closes,
              Text{"Share of won deals due later that close in the period already",
                   "预计以后成交的赢单中提前到本期成交的比例"}),
        field("undated_closes", &ForecastPolicy::undated_closes,
              Text{"Share of won deals without a valid close date that close in the period",
                   "没有有效预计日期的赢单中在本期成交的比例"})};
  }
};

struct ScorecardPolicy {
  std::int64_t lowest = 0, highest = 0;
  std::int64_t strong_from = 0, work_on_weak_areas_from = 0;
  std::int64_t bant_minimum = 0;

  static constexpr auto fields() {
    return std::tuple{
        field("lowest", &ScorecardPolicy::lowest, Text{"Lowest score of a criterion", "单项最低分"}),
        field("highest", &ScorecardPolicy::highest, Text{"Highest score of a criterion", "单项最高分"}),
        field("strong_from", &ScorecardPolicy::strong_from,
              Text{"Total from which an opportunity is strong", "达到此总分为优质商机"}),
        field("work_on_weak_areas_from", &ScorecardPolicy::work_on_weak_areas_from,
              Text{"Total from which to work on weak areas; below it needs more qualification",
                   "达到此总分需优化薄弱环节；低于它需进一步审核资质"}),
        field("bant_minimum", &ScorecardPolicy::bant_minimum,
              Text{"Least score of Budget, Authority, Need and Timeline to be BANT qualified",
                   "预算、决策权、需求、时间线各项通过 BANT 的最低分"})};
  }
};

struct MeddicPolicy {
  std::int64_t stale_after_days = 0;

  static constexpr auto fields() {
    return std::tuple{field("stale_after_days", &MeddicPolicy::stale_after_days,
                            Text{"Days after which a letter that the buyer has not confirmed again is stale",
                                 "客户超过此天数未再确认的字母即为过时"})};
  }
};

struct DiscountPolicy {
  Probability standard_up_to, moderate_up_to, deep_below;

  static constexpr auto fields() {
    return std::tuple{field("standard_up_to", &DiscountPolicy::standard_up_to,
                            Text{"Largest discount that the account executive gives alone",
                                 "客户经理可自行给出的最大折扣"}),
                      field("moderate_up_to", &DiscountPolicy::moderate_up_to,
                            Text{"Largest discount that a manager approves", "经理可批准的最大折扣"}),
                      field("deep_below", &DiscountPolicy::deep_below,
                            Text{"Discounts below this go to a director, from it on to a VP",
                                 "低于此折扣由总监批准，达到即由副总裁批准"})};
  }
};

struct ActivityPolicy {
  std::int64_t calls_per_day = 0, emails_per_day = 0, meetings_per_week = 0, demos_per_week = 0,
               proposals_per_week = 0;

  static constexpr auto fields() {
    return std::tuple{
        field("calls_per_day", &ActivityPolicy::calls_per_day, Text{"Calls a day", "每日电话数"}),
        field("emails_per_day", &ActivityPolicy::emails_per_day, Text{"Emails a day", "每日邮件数"}),
        field("meetings_per_week", &ActivityPolicy::meetings_per_week, Text{"Meetings a week", "每周会议数"}),
        field("demos_per_week", &ActivityPolicy::demos_per_week, Text{"Demos a week", "每周演示数"}),
        field("proposals_per_week", &ActivityPolicy::proposals_per_week,
              Text{"Proposals a week", "每周提案数"})};
  }
};

struct OutcomePolicy {
  Probability win_rate;
  Ratio quota_attainment;
  Ratio pipeline_coverage;

  static constexpr auto fields() {
    return std::tuple{
        field("win_rate", &OutcomePolicy::win_rate, Text{"Least win rate", "最低赢单率"}),
        field("quota_attainment", &OutcomePolicy::quota_attainment,
              Text{"Least quota attainment, as a multiple of the quota", "最低配额完成率（配额的倍数）"}),
        field("pipeline_coverage", &OutcomePolicy::pipeline_coverage,
              Text{"Least pipeline coverage", "最低商机库覆盖度"})};
  }
};

struct HealthWeights {
  std::int64_t contacts = 0, economic_buyer = 0, champion = 0, recent_activity = 0, open_pipeline = 0,
               win_rate = 0, overdue_actions = 0;

  static constexpr auto fields() {
    return std::tuple{
        field("contacts", &HealthWeights::contacts, Text{"Weight of the contacts known", "已知联系人的权重"}),
        field("economic_buyer", &HealthWeights::economic_buyer,
              Text{"Weight of a known economic buyer", "已明确预算决策者的权重"}),
        field("champion", &HealthWeights::champion,
              Text{"Weight of a known champion", "已明确内部支持者的权重"}),
        field("recent_activity", &HealthWeights::recent_activity,
              Text{"Weight of recent activity", "近期跟进的权重"}),
        field("open_pipeline", &HealthWeights::open_pipeline,
              Text{"Weight of open pipeline", "未结商机的权重"}),
        field("win_rate", &HealthWeights::win_rate,
              Text{"Weight of the win rate with the account", "该账户赢单率的权重"}),
        field("overdue_actions", &HealthWeights::overdue_actions,
              Text{"Weight of actions done in time", "行动未逾期的权重"})};
  }
};

struct AccountPlanPolicy {
  std::int64_t contacts_known = 0, recent_activity_days = 0, win_rate_minimum_deals = 0, known_at_least = 0,
               healthy_from = 0, watch_from = 0;
  HealthWeights weights;

  static constexpr auto fields() {
    return std::tuple{
        field("contacts_known", &AccountPlanPolicy::contacts_known,
              Text{"Contacts from which the relationship map counts as whole", "关系图谱达标的联系人数"}),
        field("recent_activity_days", &AccountPlanPolicy::recent_activity_days,
              Text{"Days within which activity on the account's deals is recent",
                   "账户商机的跟进在此天数内算近期"}),
        field("win_rate_minimum_deals", &AccountPlanPolicy::win_rate_minimum_deals,
              Text{"Fewest closed deals with an account for its win rate",
                   "计算账户赢单率所需的最少已关闭商机数"}),
        field("known_at_least", &AccountPlanPolicy::known_at_least,
              Text{"Least share of the weight that has to be known for a health score, in percent",
                   "给出健康度评分所需的最低已知权重（百分比）"}),
        field("healthy_from", &AccountPlanPolicy::healthy_from,
              Text{"Score of 100 from which an account is healthy", "达到此分（满分 100）为健康"}),
        field("watch_from", &AccountPlanPolicy::watch_from,
              Text{"Score of 100 from which to watch an account; below it is at risk",
                   "达到此分（满分 100）需关注；低于它为有风险"}),
        field("weights", &AccountPlanPolicy::weights, Text{"Parts of the health", "健康度的组成"})};
  }
};

struct Policy {
  StagesPolicy stages;
  CategoriesPolicy categories;
  CoveragePolicy coverage;
  HygienePolicy hygiene;
  ForecastPolicy forecast;
  ScorecardPolicy scorecard;
  MeddicPolicy meddic;
  DiscountPolicy discount;
  ActivityPolicy activity;
  OutcomePolicy outcome;
  AccountPlanPolicy account_plan;

  static constexpr auto fields() {
    return std::tuple{field("stages", &Policy::stages, Text{"Stages", "阶段"}),
                      field("categories", &Policy::categories, Text{"Forecast categories", "预测类别"}),
                      field("coverage", &Policy::coverage, Text{"Coverage targets", "覆盖度目标"}),
                      field("hygiene", &Policy::hygiene, Text{"Pipeline hygiene", "商机库卫生"}),
                      field("forecast", &Policy::forecast, Text{"Forecast", "预测"}),
                      field("scorecard", &Policy::scorecard, Text{"Qualification scorecard", "资质评分卡"}),
                      field("meddic", &Policy::meddic, Text{"MEDDIC", "MEDDIC"}),
                      field("discount", &Policy::discount, Text{"Discount tiers", "折扣档位"}),
                      field("activity", &Policy::activity, Text{"Activity targets", "行为指标目标"}),
                      field("outcome", &Policy::outcome, Text{"Outcome targets", "结果指标目标"}),
                      field("account_plan", &Policy::account_plan, Text{"Account plan", "客户账户规划"})};
  }

  /// None for a stage the method has no name for.
  Probability probability(Stage stage) const;
  /// Days in the stage beyond which a deal is overdue; nullopt for closed and unknown stages.
  std::optional<std::int64_t> age_limit_days(Stage stage) const;
  /// The band of a probability (design: rep call, else imported category, else this); kNone for none.
  ForecastCategory category_of(Probability probability) const;
  const CoverageTarget& coverage_target(Phase phase) const;
};

inline Probability Policy::probability(Stage stage) const {
  switch (stage) {
    case Stage::kProspect:
      return stages.prospect.probability;
    case Stage::kDiscovery:
      return stages.discovery.probability;
    case Stage::kDemo:
      return stages.demo.probability;
    case Stage::kProposal:
      return stages.proposal.probability;
    case Stage::kNegotiation:
      return stages.negotiation.probability;
    case Stage::kClosedWon:
      return stages.closed_won.probability;
    case Stage::kClosedLost:
      return stages.closed_lost.probability;
    case Stage::kUnknown:
    case Stage::kCount:
      break;
  }
  return {};
}

/// The policy built into the program.
const Policy& default_policy();

/// The default policy with a user's file laid over it. Errors name file, line and field: toml_syntax,
/// policy_unknown_field, policy_wrong_type, policy_out_of_range, policy_contradiction.
Result<Policy> load_policy(std::string_view bytes, const std::string& source);

/// A policy's TOML, or a part of it, and what errors call it.
struct PolicyLayer {
  std::string bytes;
  std::string source;
};

/// The default policy with each layer laid over those before it. Errors as above.
Result<Policy> load_policy(std::span<const PolicyLayer> layers);

}  // namespace ae
