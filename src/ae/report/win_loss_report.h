#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/report/by_word.h"
#include "ae/report/date_checks.h"
#include "ae/report/loss_reasons.h"
#include "ae/report/lost_stages.h"
#include "ae/report/report.h"
#include "ae/report/win_loss_findings.h"
#include "ae/report/win_loss_totals.h"
#include "ae/report/win_loss_trend.h"
#include "ae/report/win_rate_breakdown.h"

namespace ae::report {

/// Deals in which this competitor took part.
struct CompetitorFigures : WinRateFigures {
  std::string competitor;

  static constexpr auto fields() {
    return std::tuple_cat(std::tuple{field("competitor", &CompetitorFigures::competitor,
                                           Text{"As the source spells it", "按来源文件的写法"})},
                          WinRateFigures::fields());
  }
};

struct WinLossResult {
  WinLossFigures overall;
  std::vector<DimensionFigures> by;
  std::vector<LossReasonFigures> loss_reasons;
  std::vector<LossGroupFigures> loss_groups;
  std::vector<CompetitorFigures> competitors;
  std::vector<LostStageFigures> stages;
  CycleFigures cycle;
  std::vector<TrendFigures> trend;
  std::vector<WinLossFinding> findings;
  std::int64_t open_ignored = 0;

  static constexpr auto fields() {
    using Self = WinLossResult;
    return std::tuple{
        field("overall", &Self::overall, Text{"All closed deals together", "全部已关闭商机"}),
        field("by", &Self::by,
              Text{"Win rate by each value of each dimension that the source has a column for; blanks are "
                   "unknown",
                   "按来源中每个维度的每个取值的赢单率；空白视为未知"}),
        field("loss_reasons", &Self::loss_reasons, Text{"Lost deals by reason", "按原因的丢单"}),
        field("loss_groups", &Self::loss_groups, Text{"Lost deals by group of reasons", "按原因大类的丢单"}),
        field("competitors", &Self::competitors,
              Text{"Win rate against each competitor, most closed deals first",
                   "面对各竞争对手的赢单率，按已关闭数从多到少"}),
        field("stages", &Self::stages,
              Text{"Where deals are lost, and the share that goes on from each stage; empty: no source keeps "
                   "the "
                   "last stage of a lost deal",
                   "商机在哪个阶段丢失，以及各阶段继续推进的比例；为空表示来源未保留丢单的最后阶段"}),
        field("cycle", &Self::cycle,
              Text{"Days to close, open deals included", "关闭所需天数（含未结商机）"}),
        field("trend", &Self::trend,
              Text{"Win rate by fiscal quarter of the close", "按关闭财务季度的赢单率"}),
        field("findings", &Self::findings,
              Text{"What stands out, largest money first", "值得注意之处，按金额从大到小"}),
        field(
            "open_ignored", &Self::open_ignored,
            Text{"Open deals: neither won nor lost, so in no rate", "未结商机数：未赢未丢，不计入任何比率"})};
  }
};

/// What closed deals say: how often we win, where that differs, and why we lose.
struct WinLossReport {
  static constexpr Info kInfo{
      .command = "win-loss",
      .title = {"Win/loss report", "赢单/丢单分析"},
      .question = {"What do our wins and losses tell?", "赢单与丢单说明了什么？"},
      .grouped = true,
      .texts = table::fields_of(
          {OpportunityField::kOwner, OpportunityField::kManager, OpportunityField::kTeam,
           OpportunityField::kSegment, OpportunityField::kRegion, OpportunityField::kProduct,
           OpportunityField::kLeadSource, OpportunityField::kType, OpportunityField::kCompetitor,
           OpportunityField::kLossReason, OpportunityField::kDiscount, OpportunityField::kPushes,
           OpportunityField::kContacts})};

  using Output = WinLossResult;

  struct Partial {
    WinLossTotals totals;
    WinRateBreakdown by;
    LossReasons reasons;
    LostStages stages;
    WinLossTrend trend;
    DateChecks dates;
    ByWord<ClosedDeals> competitors;

    void add(const table::OpportunityChunk& chunk, const Scope& scope);
    void add(const ChunkDeals& deals);
    void merge(const Partial& other);

    bool operator==(const Partial&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.totals, self.by, self.reasons, self.stages, self.trend, self.dates, self.competitors);
    }
  };

  static Result<Output> finalize(const Partial& partial, const Scope& scope, std::vector<Note>& notes);
  static doc::Document render(const Output& output, const Scope& scope);
  /// Values that win less often than the others of their dimension.
  static std::int64_t findings(const Output& output);
};

}  // namespace ae::report
