#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/forecast/adjustments.h"
#include "ae/forecast/backtest_figures.h"
#include "ae/forecast/deal_facts.h"
#include "ae/forecast/due_deals.h"
#include "ae/report/date_checks.h"
#include "ae/report/headline.h"
#include "ae/report/report.h"

namespace ae::forecast {

using report::Figures;
using report::Info;
using report::Scope;

struct PeriodFigures {
  std::string name;
  Date start, end;
  std::int64_t days_left = 0;
  Ratio elapsed;

  static constexpr auto fields() {
    return std::tuple{
        field("name", &PeriodFigures::name, Text{"Fiscal quarter", "财务季度"}),
        field("start", &PeriodFigures::start, Text{"Its first day", "第一天"}),
        field("end", &PeriodFigures::end, Text{"Its last day", "最后一天"}),
        field("days_left", &PeriodFigures::days_left,
              Text{"Days from the as-of date to the last day; negative after it",
                   "基准日到最后一天的天数；过后为负"}),
        field("elapsed", &PeriodFigures::elapsed,
              Text{"(as-of date − first day) ÷ days of the period", "（基准日 − 第一天）÷ 期间天数"})};
  }
};

struct ClosedFigures {
  std::int64_t count = 0;
  std::optional<Money> amount;

  static constexpr auto fields() {
    return std::tuple{
        field("count", &ClosedFigures::count, Text{"Deals", "商机数"}),
        field("amount", &ClosedFigures::amount, Text{"Sum of their known amounts", "其已知金额之和"})};
  }
};

struct ForecastCategoryFigures {
  std::optional<ForecastCategory> category;
  std::int64_t count = 0;
  std::optional<Money> amount;
  std::optional<Money> weighted;
  std::optional<Money> cumulative_amount;

  static constexpr auto fields() {
    using Self = ForecastCategoryFigures;
    return std::tuple{
        field("category", &Self::category,
              Text{"The category in the source, else the band of the stage's probability; null: a stage that "
                   "gives none",
                   "来源文件中的类别，否则取阶段概率所在区间；null 表示无法判定"}),
        field("count", &Self::count, Text{"Open deals due in the period", "本期预计成交的未结商机数"}),
        field("amount", &Self::amount, Text{"Sum of their known amounts", "其已知金额之和"}),
        field("weighted", &Self::weighted,
              Text{"Sum of amount × probability of the stage", "金额 × 阶段概率之和"}),
        field("cumulative_amount", &Self::cumulative_amount,
              Text{"Amount of this category and every stronger one; open deals only",
                   "该类别及以上的未结金额累计"})};
  }
};

/// One owner, team or other group.
struct ForecastGroupFigures {
  OpportunityField dimension = OpportunityField::kOwner;
  std::optional<std::string> value;
  std::optional<Money> closed, commit, best_case, pipeline, upside, stage_weighted, quota;
  std::optional<Ratio> attainment;
  std::optional<Money> mean, p10, p50, p90;
  std::optional<Ratio> probability_of_quota;
  std::optional<Money> adjustment, adjusted;

  static constexpr auto fields() {
    using Self = ForecastGroupFigures;
    return std::tuple{
        field("dimension", &Self::dimension, Text{"Field that groups", "分组字段"}),
        field("value", &Self::value, Text{"Its value; null: blank", "字段取值；null 表示空白"}),
        field("closed", &Self::closed, Text{"Won in the period so far", "本期已成交"}),
        field("commit", &Self::commit, Text{"Open Commit due in the period", "本期预计成交的确定成交"}),
        field("best_case", &Self::best_case,
              Text{"Open Best Case due in the period", "本期预计成交的大概率成交"}),
        field("pipeline", &Self::pipeline, Text{"Open Pipeline due in the period", "本期预计成交的活跃商机"}),
        field("upside", &Self::upside, Text{"Open Upside due in the period", "本期预计成交的潜在机会"}),
        field("stage_weighted", &Self::stage_weighted,
              Text{"Closed + amount × stage probability of what is due",
                   "已成交 + 本期预计成交金额 × 阶段概率"}),
        field("quota", &Self::quota, Text{"Quota of the period", "本期配额"}),
        field("attainment", &Self::attainment, Text{"Closed ÷ quota", "已成交 ÷ 配额"}),
        field("mean", &Self::mean,
              Text{"Expected total of the period: its own deals and its share of new business; of owners and "
                   "teams, the 200 largest",
                   "本期总额的期望值：自有商机加应占的新业务；仅负责人与团队，取最大的 200 个"}),
        field("p10", &Self::p10, Text{"Nine of ten outcomes are above", "九成结果高于此值"}),
        field("p50", &Self::p50, Text{"Half of all outcomes are above", "半数结果高于此值"}),
        field("p90", &Self::p90, Text{"One of ten outcomes is above", "一成结果高于此值"}),
        field("probability_of_quota", &Self::probability_of_quota,
              Text{"Chance that the total reaches the quota", "总额达到配额的概率"}),
        field("adjustment", &Self::adjustment,
              Text{"What the manager adds or takes; a team's own and its owners'; null: nothing",
                   "经理所作的加减；团队含其自身及其负责人的；null 表示无"}),
        field("adjusted", &Self::adjusted,
              Text{"Mean, without a model closed + stage-weighted, with the adjustment; null: there is none",
                   "期望值（无模型时为已成交 + 按阶段加权）加调整；null 表示无调整"})};
  }
};

/// What the features of deals say of their chances (WinShift).
struct FeatureShiftFigures {
  bool signal = false;
  std::int64_t closed = 0;
  std::vector<std::string> columns;
  std::optional<Ratio> log_loss, base_log_loss, slope;

  static constexpr auto fields() {
    using Self = FeatureShiftFigures;
    return std::tuple{
        field(
            "signal", &Self::signal,
            Text{"True when they beat the base rate by more than one standard error in log loss on deals not "
                 "learnt from: then they shift the chances of open deals",
                 "在未学习过的商机上，对数损失优于基准赢单率超过一个标准误时为真：此时用于调整未结商机的概"
                 "率"}),
        field("closed", &Self::closed, Text{"Closed deals learnt from", "所学习的已关闭商机数"}),
        field("columns", &Self::columns, Text{"Fields that were learnt from", "用于学习的字段"}),
        field("log_loss", &Self::log_loss,
              Text{"Mean log loss of each deal by the model without it",
                   "对每个商机用不含它的模型所得的平均对数损失"}),
        field("base_log_loss", &Self::base_log_loss,
              Text{"The same by the base rate", "用基准赢单率所得的同一指标"}),
        field("slope", &Self::slope,
              Text{"What calibration multiplies the log odds by; null without a signal",
                   "校准对数几率所乘的系数；无信号时为 null"})};
  }
};

/// The learnt forecast and what it rests on.
struct ModelFigures {
  ForecastMethod method = ForecastMethod::kLearnt;
  std::int64_t closed_deals_used = 0;
  bool signal = false;
  std::optional<Money> mean, p10, p50, p90;
  std::optional<Ratio> probability_of_quota;
  std::optional<Money> open_mean, new_business_mean;
  std::optional<Ratio> wape;
  std::int64_t points = 0;
  std::optional<FeatureShiftFigures> features;

  static constexpr auto fields() {
    using Self = ModelFigures;
    return std::tuple{
        field("method", &Self::method, Text{"How the forecast was made", "预测方法"}),
        field("closed_deals_used", &Self::closed_deals_used,
              Text{"Closed deals learnt from", "所学习的已关闭商机数"}),
        field("signal", &Self::signal,
              Text{"True when past quarters show the learnt forecast closer than the closed deals alone",
                   "过去季度表明学习模型比仅看已成交更准时为真"}),
        field("mean", &Self::mean, Text{"Expected total of the period", "本期总额的期望值"}),
        field("p10", &Self::p10, Text{"Nine of ten outcomes are above", "九成结果高于此值"}),
        field("p50", &Self::p50, Text{"Half of all outcomes are above", "半数结果高于此值"}),
        field("p90", &Self::p90, Text{"One of ten outcomes is above", "一成结果高于此值"}),
        field("probability_of_quota", &Self::probability_of_quota,
              Text{"Chance that the total reaches the quota", "总额达到配额的概率"}),
        field("open_mean", &Self::open_mean,
              Text{"Part of the mean that open deals bring", "期望值中来自未结商机的部分"}),
        field("new_business_mean", &Self::new_business_mean,
              Text{"Part of the mean from deals not yet created", "期望值中来自尚未创建商机的部分"}),
        field("wape", &Self::wape,
              Text{"How far the method missed past quarters: Σ |forecast − actual| ÷ Σ actual",
                   "该方法对过去季度的偏差：Σ |预测 − 实际| ÷ Σ 实际"}),
        field("points", &Self::points, Text{"Past days that this was measured on", "用于衡量的历史时点数"}),
        field("features", &Self::features,
              Text{"Whether owner, product and the like tell a deal's chance; null: too few closed deals, or "
                   "no such "
                   "columns",
                   "负责人、产品等特征能否预示商机的赢单概率；null 表示已关闭商机过少或没有此类列"})};
  }
};

enum class CategorySource : std::uint8_t { kImported, kBand, kNone, kCount };

constexpr std::string_view key(CategorySource source) {
  constexpr std::string_view kKeys[] = {"imported", "band", "none"};
  return kKeys[static_cast<std::size_t>(source)];
}

/// One open deal.
struct ForecastDealFigures {
  std::optional<std::string> id, name, owner;
  std::optional<Money> amount;
  Date close_date;
  std::optional<std::string> stage;
  std::optional<ForecastCategory> category;
  CategorySource category_source = CategorySource::kNone;
  std::optional<Ratio> probability, probability_low, probability_high;
  std::int64_t deals_behind = 0;
  std::vector<Message> reasons;

  // For people and for ordering; not part of the JSON.
  std::optional<Stage> known_stage;
  double expected = 0;
  bool overdue = false;

  static constexpr auto fields() {
    using Self = ForecastDealFigures;
    return std::tuple{
        field("id", &Self::id, Text{"Id in the source", "来源文件中的标识"}),
        field("name", &Self::name, Text{"Name", "名称"}),
        field("owner", &Self::owner, Text{"Owner", "负责人"}),
        field("amount", &Self::amount, Text{"Amount", "金额"}),
        field("close_date", &Self::close_date, Text{"Expected close date", "预计成交日期"}),
        field("stage", &Self::stage,
              Text{"Stage of the method, or the name in the source", "方法中的阶段，或来源文件中的名称"}),
        field("category", &Self::category, Text{"Forecast category", "预测类别"}),
        field("category_source", &Self::category_source,
              Text{"imported: from the source; band: from the stage's probability",
                   "imported：来自来源文件；band：由阶段概率推定"}),
        field("probability", &Self::probability,
              Text{"Chance of being won by the end of the period; null: nothing known",
                   "期末前赢单的概率；null 表示无从得知"}),
        field("probability_low", &Self::probability_low,
              Text{"Lower end of its 80 % interval", "80% 区间下限"}),
        field("probability_high", &Self::probability_high,
              Text{"Upper end of its 80 % interval", "80% 区间上限"}),
        field("deals_behind", &Self::deals_behind,
              Text{"Closed deals that the chance rests on", "概率所依据的已关闭商机数"}),
        field("reasons", &Self::reasons,
              Text{"What raises (+) or lowers (−) the chance most, strongest first",
                   "对概率影响最大的因素：（+）提高、（−）降低，由强到弱"})};
  }
};

/// The total on one day of the period.
struct FanFigures {
  Date date;
  std::optional<Money> closed, p10, p50, p90;

  static constexpr auto fields() {
    using Self = FanFigures;
    return std::tuple{
        field("date", &Self::date, Text{"Day of the period", "期间内的日期"}),
        field("closed", &Self::closed,
              Text{"Won in the period up to it; null: a day to come", "截至该日的本期赢单；未来日期为 null"}),
        field("p10", &Self::p10,
              Text{"Nine of ten outcomes are above by then; null: a day past",
                   "届时九成结果高于此值；已过日期为 null"}),
        field("p50", &Self::p50, Text{"Half of all outcomes are above", "半数结果高于此值"}),
        field("p90", &Self::p90, Text{"One of ten outcomes is above", "一成结果高于此值"})};
  }
};

struct ForecastResult {
  PeriodFigures period;
  std::optional<Money> quota;
  ClosedFigures closed;
  std::vector<ForecastCategoryFigures> by_category;
  ClosedFigures open_in_period;
  ClosedFigures overdue;
  ClosedFigures overdue_in_period;
  std::optional<Money> stage_weighted;
  std::optional<Money> closed_and_commit;
  std::optional<Money> closed_and_best_case;
  std::optional<Money> gap_to_quota;
  std::optional<Ratio> required_win_rate;
  std::optional<ModelFigures> model;
  std::vector<FanFigures> fan;
  std::vector<AdjustmentFigures> adjustments;
  std::optional<Money> adjusted_total;
  std::vector<MethodFigures> methods;
  std::vector<ForecastGroupFigures> by;
  std::vector<ForecastDealFigures> deals;
  std::int64_t deals_total = 0;

  // For --explain; not part of the JSON.
  std::int64_t rows = 0;
  bool one_currency = true;

  /// The model's mean; without a model closed + stage-weighted.
  std::optional<Money> expected_total() const { return model ? model->mean : stage_weighted; }

  static constexpr auto fields() {
    using Self = ForecastResult;
    return std::tuple{
        field("period", &Self::period, Text{"The quarter that is forecast", "预测的季度"}),
        field("quota", &Self::quota, Text{"What is to be won in the period", "本期须赢得的金额"}),
        field("closed", &Self::closed,
              Text{"Won in the period up to the as-of date", "本期截至基准日的赢单"}),
        field("by_category", &Self::by_category,
              Text{"Open deals due in the period by forecast category, strongest first",
                   "本期预计成交的未结商机，按预测类别由强到弱"}),
        field("open_in_period", &Self::open_in_period,
              Text{"Open deals with a close date in the period, overdue ones too",
                   "预计成交日期在本期内的未结商机，含逾期"}),
        field("overdue", &Self::overdue,
              Text{"Open deals whose close date is before the as-of date, in whichever period it lies",
                   "预计成交日期早于基准日的未结商机，不论属于哪一期"}),
        field("overdue_in_period", &Self::overdue_in_period,
              Text{"Of these, dated in the period: they are part of the categories",
                   "其中日期在本期内的：已计入各类别"}),
        field("stage_weighted", &Self::stage_weighted,
              Text{"Closed + Σ amount × policy probability of the stage of open deals due in the period",
                   "已成交 + 本期预计成交的未结商机金额 × 策略阶段概率之和"}),
        field("closed_and_commit", &Self::closed_and_commit, Text{"Closed + Commit", "已成交 + 确定成交"}),
        field("closed_and_best_case", &Self::closed_and_best_case,
              Text{"Closed + Commit + Best Case", "已成交 + 确定成交 + 大概率成交"}),
        field("gap_to_quota", &Self::gap_to_quota,
              Text{"Quota − closed, at least 0", "配额 − 已成交，最小为 0"}),
        field("required_win_rate", &Self::required_win_rate,
              Text{"Gap ÷ open amount due in the period: the share of it that has to be won; may exceed 1",
                   "缺口 ÷ 本期预计成交的未结金额：须赢得的比例，可能超过 1"}),
        field("model", &Self::model,
              Text{"The learnt forecast; null: nothing to learn from",
                   "学习模型的预测；null 表示没有可学习的历史"}),
        field("fan", &Self::fan, Text{"The total through the period, day by day", "期间内总额的逐步走势"}),
        field("adjustments", &Self::adjustments,
              Text{"What the manager adds or takes, and why", "经理所作的加减及原因"}),
        field("adjusted_total", &Self::adjusted_total,
              Text{"The model's mean, without a model closed + stage-weighted, with all adjustments; null: "
                   "none were made",
                   "模型期望值（无模型时为已成交 + 按阶段加权）加全部调整；null 表示未作调整"}),
        field("methods", &Self::methods,
              Text{"Every method side by side, with how it did on past quarters",
                   "各方法并列及其在过去季度的表现"}),
        field("by", &Self::by,
              Text{"By owner and team, or by what --by names", "按负责人和团队，或按 --by 指定的字段"}),
        field(
            "deals", &Self::deals,
            Text{"Open deals by what they are expected to bring in the period, most first; the 1,000 largest",
                 "未结商机，按本期期望贡献从大到小；最多 1,000 个"}),
        field("deals_total", &Self::deals_total, Text{"Open deals in all", "未结商机总数"})};
  }
};

/// What the quarter will bring.
struct ForecastReport {
  static constexpr Info kInfo{
      .command = "forecast",
      .title = {"Forecast", "预测"},
      .question = {"What will the quarter bring, and how sure is that?", "本季度会带来多少，把握有多大？"},
      .grouped = true,
      .learns = true,
      .adjusted = true};
  static constexpr std::size_t kDealsListed = 1'000;

  using Output = ForecastResult;

  struct Partial {
    DueBreakdown due;
    DealFacts facts;
    report::DateChecks dates;

    void add(const table::OpportunityChunk& chunk, const Scope& scope);
    void merge(const Partial& other);

    bool operator==(const Partial&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.due, self.facts, self.dates);
    }
  };

  static Result<Output> finalize(const Partial& partial, const Scope& scope, std::vector<Note>& notes);
  static doc::Document render(const Output& output, const Scope& scope);
  static std::vector<report::Headline> headlines(const Output& output);
  /// 1 when the adjusted total, without adjustments the expected one, misses the quota.
  static std::int64_t findings(const Output& output);
};

}  // namespace ae::forecast
