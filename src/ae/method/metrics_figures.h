#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include "ae/base/date.h"
#include "ae/base/exact.h"
#include "ae/base/fields.h"
#include "ae/base/money.h"
#include "ae/domain/activity.h"

/// What `ae metrics` answers.
namespace ae::method {

enum class MetricStatus : std::uint8_t { kBelow, kOnTarget, kAbove, kCount };

constexpr std::string_view key(MetricStatus status) {
  constexpr std::string_view kKeys[] = {"below", "on_target", "above"};
  return kKeys[static_cast<std::size_t>(status)];
}

enum class OutcomeMetric : std::uint8_t {
  kWinRate,
  kAverageDealSize,
  kSalesCycleDays,
  kQuotaAttainment,
  kPipelineCoverage,
  kCount
};

constexpr std::string_view key(OutcomeMetric metric) {
  constexpr std::string_view kKeys[] = {"win_rate", "average_deal_size", "sales_cycle_days",
                                        "quota_attainment", "pipeline_coverage"};
  return kKeys[static_cast<std::size_t>(metric)];
}

Text name(OutcomeMetric metric);

/// A rate or multiple, money, or days.
using Quantity = std::variant<Ratio, Money, Days>;

/// One activity metric, for one salesperson or for the mean of several.
struct ActivityFigures {
  ActivityMetric metric = ActivityMetric::kCallsPerDay;
  std::int64_t target = 0;
  std::optional<Rounded<2>> actual;
  std::optional<MetricStatus> status;
  std::int64_t count = 0;
  Rounded<2> target_count;

  static constexpr auto fields() {
    using Self = ActivityFigures;
    return std::tuple{
        field("metric", &Self::metric, Text{"Stable name of the metric", "指标名称"}),
        field("target", &Self::target,
              Text{"What the policy asks of one salesperson, a working day or a week of five of them",
                   "策略对每位销售的要求，按每个工作日或每周（五个工作日）"}),
        field("actual", &Self::actual,
              Text{"Activities ÷ working days ÷ salespeople, × 5 for a week; null without a working day",
                   "活动数 ÷ 工作日数 ÷ 销售人数，按周的指标 × 5；没有工作日则为空"}),
        field("status", &Self::status, Text{"below or on_target", "低于目标或达标"}),
        field("count", &Self::count, Text{"Activities counted", "计入的活动数"}),
        field("target_count", &Self::target_count,
              Text{"The target over the same working days and salespeople",
                   "相同工作日与销售人数下的目标数量"})};
  }
};

struct OutcomeFigures {
  OutcomeMetric metric = OutcomeMetric::kWinRate;
  std::optional<Quantity> target;
  std::optional<Quantity> actual;
  std::optional<MetricStatus> status;

  static constexpr auto fields() {
    using Self = OutcomeFigures;
    return std::tuple{
        field("metric", &Self::metric, Text{"Stable name of the metric", "指标名称"}),
        field("target", &Self::target,
              Text{"The policy's, for deal size and cycle the user's own; null: there is none",
                   "策略的目标；平均成交额与销售周期为用户自定目标；没有则为空"}),
        field("actual", &Self::actual,
              Text{"As `ae pipeline` has it; null: not known", "与 `ae pipeline` 一致；未知则为空"}),
        field("status", &Self::status,
              Text{"below, on_target or above (a cycle longer than its target)",
                   "below 低于、on_target 达标或 above 高于（周期长于目标）"})};
  }
};

struct OwnerMetrics {
  std::string owner;
  std::optional<std::string> team;
  std::vector<ActivityFigures> activity;
  std::vector<OutcomeFigures> outcome;

  static constexpr auto fields() {
    using Self = OwnerMetrics;
    return std::tuple{field("owner", &Self::owner, Text{"As the activities name them", "按活动文件的写法"}),
                      field("team", &Self::team,
                            Text{"By the activities, else most deals, else the quotas",
                                 "依次取自活动文件、多数商机、配额文件"}),
                      field("activity", &Self::activity, Text{"The five activity metrics", "五项行为指标"}),
                      field("outcome", &Self::outcome, Text{"The five outcome metrics", "五项结果指标"})};
  }
};

struct TeamMetrics {
  std::optional<std::string> team;
  std::int64_t reps = 0;
  std::vector<ActivityFigures> activity;
  std::vector<OutcomeFigures> outcome;

  static constexpr auto fields() {
    using Self = TeamMetrics;
    return std::tuple{
        field("team", &Self::team, Text{"Team; null: nobody says", "团队；未说明则为空"}),
        field("reps", &Self::reps, Text{"Its salespeople with an activity", "有活动记录的销售人数"}),
        field("activity", &Self::activity, Text{"The five activity metrics", "五项行为指标"}),
        field("outcome", &Self::outcome, Text{"The five outcome metrics", "五项结果指标"})};
  }
};

/// The part of a week that lies in the period, up to the as-of date.
struct WeekMetrics {
  Date week;
  std::int64_t working_days = 0;
  std::vector<ActivityFigures> activity;

  static constexpr auto fields() {
    using Self = WeekMetrics;
    return std::tuple{
        field("week", &Self::week, Text{"Its Monday", "该周的周一"}),
        field("working_days", &Self::working_days,
              Text{"Working days of the week within the period, up to the as-of date",
                   "该周在本期内、截至基准日的工作日数"}),
        field("activity", &Self::activity,
              Text{"The five activity metrics of everyone in that week", "该周全体的五项行为指标"})};
  }
};

enum class LinkVerdict : std::uint8_t { kTogether, kOpposite, kNoSign, kTooFew, kCount };

constexpr std::string_view key(LinkVerdict verdict) {
  constexpr std::string_view kKeys[] = {"together", "opposite", "no_sign", "too_few"};
  return kKeys[static_cast<std::size_t>(verdict)];
}

/// Whether those who do more of an activity have more of an outcome.
struct ActivityLink {
  ActivityMetric activity = ActivityMetric::kCallsPerDay;
  OutcomeMetric outcome = OutcomeMetric::kWinRate;
  std::int64_t reps = 0;
  std::optional<Ratio> correlation, chance_low, chance_high, p_value, q_value;
  LinkVerdict verdict = LinkVerdict::kTooFew;

  static constexpr auto fields() {
    using Self = ActivityLink;
    return std::tuple{
        field("activity", &Self::activity, Text{"Activity metric", "行为指标"}),
        field("outcome", &Self::outcome, Text{"Outcome metric", "结果指标"}),
        field("reps", &Self::reps, Text{"Salespeople with both figures", "两项数据齐全的销售人数"}),
        field("correlation", &Self::correlation,
              Text{"Spearman's rank correlation across them; null when too few or all alike",
                   "Spearman 秩相关系数；人数过少或数值全同则为空"}),
        field("chance_low", &Self::chance_low,
              Text{"Chance alone gives less only 1 time in 40, by permutation",
                   "仅凭偶然低于此值的可能为四十分之一（置换法）"}),
        field("chance_high", &Self::chance_high,
              Text{"Chance alone gives more only 1 time in 40, by permutation",
                   "仅凭偶然高于此值的可能为四十分之一（置换法）"}),
        field("p_value", &Self::p_value,
              Text{"Share of permutations at least as far from 0", "置换结果离 0 不近于该值的比例"}),
        field("q_value", &Self::q_value,
              Text{"The same after Benjamini and Hochberg over all rows",
                   "经全部行 Benjamini–Hochberg 校正后的值"}),
        field("verdict", &Self::verdict,
              Text{"together or opposite at q < 0.05, no_sign, too_few (below 6 salespeople)",
                   "q < 0.05 时为 together（同升）或 opposite（反向），否则 no_sign；不足 6 人为 too_few"})};
  }
};

struct Metrics {
  std::string period;
  std::optional<Date> counted_from, counted_to;
  std::int64_t working_days = 0, working_days_in_period = 0, reps = 0;
  std::vector<ActivityFigures> activity;
  std::vector<OutcomeFigures> outcome;
  std::vector<OwnerMetrics> by_owner;
  std::vector<TeamMetrics> by_team;
  std::vector<WeekMetrics> trend;
  std::vector<ActivityLink> links;

  // For people and --explain; not part of the JSON.
  std::int64_t rows_in = 0, rows_out = 0;
  bool has_deals = false;

  static constexpr auto fields() {
    using Self = Metrics;
    return std::tuple{
        field("period", &Self::period, Text{"Fiscal quarter that is counted", "统计的财务季度"}),
        field("counted_from", &Self::counted_from,
              Text{"First day counted: the period's; null before it", "统计首日，即期初；未到本期则为空"}),
        field("counted_to", &Self::counted_to,
              Text{"Last day counted: the as-of date, or the period's last day", "统计末日：基准日或期末日"}),
        field("working_days", &Self::working_days,
              Text{"Working days from the first to the last day counted, both included",
                   "统计首日至末日的工作日数，含首尾"}),
        field("working_days_in_period", &Self::working_days_in_period,
              Text{"Working days of the whole period", "整个期间的工作日数"}),
        field("reps", &Self::reps,
              Text{"Salespeople with a row of activities in these days", "期间有活动记录的销售人数"}),
        field("activity", &Self::activity,
              Text{"The five activity metrics, for the mean of all salespeople",
                   "五项行为指标（全体销售的平均）"}),
        field("outcome", &Self::outcome,
              Text{"The five outcome metrics of all deals together", "全部商机的五项结果指标"}),
        field("by_owner", &Self::by_owner,
              Text{"By salesperson, best first: by the mean share of the five targets that is reached",
                   "按销售人员，按五项目标平均完成率从高到低"}),
        field("by_team", &Self::by_team, Text{"By team, by name", "按团队（按名称排序）"}),
        field("trend", &Self::trend, Text{"By week, Monday to Sunday", "按周（周一至周日）"}),
        field("links", &Self::links,
              Text{"Which activity goes with which outcome across salespeople; empty without deals",
                   "各行为指标与各结果指标在销售人员间的关联；没有商机则为空"})};
  }
};

}  // namespace ae::method
