#pragma once

#include <optional>
#include <vector>

#include "ae/report/category_breakdown.h"
#include "ae/report/date_checks.h"
#include "ae/report/headline.h"
#include "ae/report/report.h"
#include "ae/report/rows.h"

namespace ae::report {

enum class CoverageStatus : std::uint8_t { kBelow, kOnTarget, kAbove, kCount };

constexpr std::string_view key(CoverageStatus status) {
  constexpr std::string_view kKeys[] = {"below", "on_target", "above"};
  return kKeys[static_cast<std::size_t>(status)];
}

struct OverdueFigures {
  std::int64_t count = 0;
  std::optional<Money> amount;

  static constexpr auto fields() {
    return std::tuple{
        field("count", &OverdueFigures::count,
              Text{"Open deals dated in the period before the as-of date",
                   "预计成交日期在本期内且早于基准日的未结商机数"}),
        field("amount", &OverdueFigures::amount, Text{"Sum of their known amounts", "其已知金额之和"})};
  }
};

struct CategoryCoverage {
  ForecastCategory category = ForecastCategory::kCommit;
  std::optional<Money> amount_or_better;
  std::optional<Ratio> multiple;
  Ratio minimum;
  std::optional<CoverageStatus> status;

  static constexpr auto fields() {
    return std::tuple{
        field("category", &CategoryCoverage::category,
              Text{"The weakest category counted", "计入的最低类别"}),
        field("amount_or_better", &CategoryCoverage::amount_or_better,
              Text{"All open pipeline of the category or a stronger one", "该类别及以上的全部未结商机金额"}),
        field("multiple", &CategoryCoverage::multiple, Text{"That amount ÷ quota", "该金额 ÷ 配额"}),
        field("minimum", &CategoryCoverage::minimum,
              Text{"The policy's least multiple", "策略要求的最低倍数"}),
        field("status", &CategoryCoverage::status, Text{"below or on_target", "低于目标或达标"})};
  }
};

/// Whether there is enough pipeline, by three definitions stated side by side.
struct CoverageFigures {
  std::optional<Money> quota;
  std::optional<Money> won_in_period;
  std::optional<Money> remaining_quota;
  std::optional<Money> open_in_period;
  OverdueFigures overdue;
  std::optional<Ratio> total;
  std::optional<Ratio> in_period;
  std::optional<Ratio> remaining;
  Phase phase = Phase::kEarly;
  Ratio target_low;
  std::optional<Ratio> target_high;
  std::optional<CoverageStatus> status;
  std::optional<CoverageStatus> in_period_status;
  std::optional<CoverageStatus> remaining_status;
  std::vector<CategoryCoverage> by_category;

  // For people; not part of the JSON.
  bool one_currency = true;
  std::optional<Money> open_amount;
  std::int64_t rows = 0, open_count = 0, open_in_period_count = 0, won_in_period_count = 0;

  static constexpr auto fields() {
    return std::tuple{
        field("quota", &CoverageFigures::quota, Text{"What is to be won in the period", "本期须赢得的金额"}),
        field("won_in_period", &CoverageFigures::won_in_period,
              Text{"Deals won with a close date in the period, up to the as-of date",
                   "关闭日期在本期内且不晚于基准日的赢单金额"}),
        field("remaining_quota", &CoverageFigures::remaining_quota,
              Text{"Quota − won in the period, at least 0", "配额 − 本期赢单，最小为 0"}),
        field("open_in_period", &CoverageFigures::open_in_period,
              Text{"Open deals with a close date in the period, overdue ones too",
                   "预计成交日期在本期内的未结商机金额，含逾期"}),
        field(
            "overdue", &CoverageFigures::overdue,
            Text{"Open deals dated in the period before the as-of date", "本期内已过预计成交日期的未结商机"}),
        field("total", &CoverageFigures::total,
              Text{"All open pipeline ÷ quota: the method's coverage",
                   "全部未结商机 ÷ 配额：方法定义的覆盖度"}),
        field("in_period", &CoverageFigures::in_period,
              Text{"Open pipeline closing in the period ÷ quota", "本期预计成交的未结商机 ÷ 配额"}),
        field("remaining", &CoverageFigures::remaining,
              Text{"Open pipeline closing in the period ÷ remaining quota",
                   "本期预计成交的未结商机 ÷ 剩余配额"}),
        field("phase", &CoverageFigures::phase,
              Text{"The third of the period: early, mid or late", "期间的三分之一：期初、期中、期末"}),
        field("target_low", &CoverageFigures::target_low,
              Text{"The least coverage on target in this phase", "此阶段达标的最低覆盖度"}),
        field("target_high", &CoverageFigures::target_high,
              Text{"The most coverage on target in this phase", "此阶段达标的最高覆盖度"}),
        field("status", &CoverageFigures::status,
              Text{"Total coverage against the target", "总覆盖度与目标比较"}),
        field("in_period_status", &CoverageFigures::in_period_status,
              Text{"In-period coverage against the target", "本期覆盖度与目标比较"}),
        field("remaining_status", &CoverageFigures::remaining_status,
              Text{"Remaining coverage against the target", "剩余覆盖度与目标比较"}),
        field("by_category", &CoverageFigures::by_category,
              Text{"Cumulative from Commit down", "自确定成交起逐级累计"})};
  }
};

struct CoverageReport {
  static constexpr Info kInfo{
      .command = "coverage",
      .title = {"Pipeline coverage", "商机库覆盖度"},
      .question = {"Is there enough pipeline for the quota?", "商机库是否足以支撑配额？"},
      .texts = {}};

  using Output = CoverageFigures;

  class Partial {
   public:
    void add(const table::OpportunityChunk& chunk, const Scope& scope);
    void add(const ChunkDeals& deals);
    void merge(const Partial& other);
    CoverageFigures figures(const Scope& scope, Figures& figures, std::vector<Note>& notes) const;
    const DateChecks& dates() const { return dates_; }
    const CategoryBreakdown& categories() const { return categories_; }

    bool operator==(const Partial&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.rows_, self.open_, self.open_in_period_, self.overdue_, self.won_in_period_,
              self.categories_, self.dates_);
    }

   private:
    std::int64_t rows_ = 0;
    DealSum open_;
    DealSum open_in_period_;
    DealSum overdue_;
    DealSum won_in_period_;
    CategoryBreakdown categories_;
    DateChecks dates_;
  };

  static Result<Output> finalize(const Partial& partial, const Scope& scope, std::vector<Note>& notes);
  static doc::Document render(const Output& output, const Scope& scope);
  static std::vector<Headline> headlines(const Output& output);
  static std::int64_t findings(const Output& output);
};

}  // namespace ae::report
