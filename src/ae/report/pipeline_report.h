#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/report/category_breakdown.h"
#include "ae/report/coverage_report.h"
#include "ae/report/group_breakdown.h"
#include "ae/report/hygiene_report.h"
#include "ae/report/report.h"
#include "ae/report/stage_breakdown.h"
#include "ae/report/state_totals.h"
#include "ae/report/velocity.h"

namespace ae::report {

/// A group's figures under the name of what groups them.
template <OpportunityField kField>
struct NamedGroup : GroupFigures {
  static constexpr std::string_view kName = kField == OpportunityField::kOwner ? "owner" : "team";

  static constexpr auto fields() {
    using Self = NamedGroup;
    return std::tuple{
        Field<Self, std::optional<std::string>>{
            kName, &Self::name,
            Text{"As the source spells it; null: blank", "按来源文件的写法；空白则为 null"}},
        Field<Self, std::int64_t>{"count", &Self::count, Text{"Open deals", "未结商机数"}},
        Field<Self, std::optional<Money>>{
            "amount", &Self::amount, Text{"Sum of the known amounts of open deals", "未结商机已知金额之和"}},
        Field<Self, std::optional<Money>>{
            "weighted", &Self::weighted,
            Text{"Sum of amount × probability of the stage", "金额 × 阶段概率之和"}},
        Field<Self, std::optional<Money>>{
            "won_in_period", &Self::won_in_period,
            Text{"Won in the period up to the as-of date", "本期截至基准日的赢单金额"}},
        Field<Self, std::optional<Money>>{"quota", &Self::quota, Text{"Quota of the period", "本期配额"}},
        Field<Self, std::optional<Ratio>>{"attainment", &Self::attainment,
                                          Text{"Won in the period ÷ quota", "本期赢单 ÷ 配额"}},
        Field<Self, std::optional<Ratio>>{"coverage", &Self::coverage,
                                          Text{"Open pipeline ÷ quota", "未结商机 ÷ 配额"}},
        Field<Self, std::optional<Ratio>>{
            "win_rate", &Self::win_rate,
            Text{"Won ÷ (won + lost), by count", "赢单 ÷（赢单 + 丢单），按数量"}}};
  }
};
using OwnerFigures = NamedGroup<OpportunityField::kOwner>;
using TeamFigures = NamedGroup<OpportunityField::kTeam>;

/// The members of HygieneResult stand beside the others, as the contract has them.
struct PipelineResult : HygieneResult {
  OpenFigures open;
  ClosedFigures won;
  ClosedFigures lost;
  std::vector<CurrencyFigures> by_currency;
  std::vector<StageFigures> by_stage;
  std::vector<CategoryFigures> by_category;
  std::vector<OwnerFigures> by_owner;
  std::vector<TeamFigures> by_team;
  CoverageFigures coverage;
  VelocityFigures velocity;

  // For --explain; not part of the JSON.
  std::int64_t won_with_amount = 0, won_cycles = 0;

  static constexpr auto fields() {
    return std::tuple_cat(
        std::tuple{
            field("open", &PipelineResult::open, Text{"Open deals", "未结商机"}),
            field("won", &PipelineResult::won, Text{"Won deals", "赢单"}),
            field("lost", &PipelineResult::lost, Text{"Lost deals", "丢单"}),
            field("by_currency", &PipelineResult::by_currency,
                  Text{"The same, each currency apart", "按币种分列"}),
            field("by_stage", &PipelineResult::by_stage, Text{"Open deals by stage", "按阶段的未结商机"}),
            field("by_category", &PipelineResult::by_category,
                  Text{"Open deals by forecast category", "按预测类别的未结商机"}),
            field("by_owner", &PipelineResult::by_owner,
                  Text{"By owner, largest open amount first", "按负责人，未结金额从大到小"}),
            field("by_team", &PipelineResult::by_team,
                  Text{"By team, largest open amount first", "按团队，未结金额从大到小"}),
            field("coverage", &PipelineResult::coverage, Text{"Coverage of the quota", "配额覆盖度"})},
        HygieneResult::fields(),
        std::tuple{field("velocity", &PipelineResult::velocity,
                         Text{"How fast pipeline turns into revenue", "商机转化为收入的速度"})});
  }
};

/// The whole picture of a pipeline in one pass.
struct PipelineReport {
  static constexpr Info kInfo{
      .command = "pipeline",
      .title = {"Pipeline report", "商机库报告"},
      .question = {"Where does the pipeline stand?", "商机库现状如何？"},
      .texts = table::fields_of({OpportunityField::kId, OpportunityField::kName, OpportunityField::kOwner,
                                 OpportunityField::kTeam, OpportunityField::kNextStep})};

  using Output = PipelineResult;

  struct Partial {
    StateTotals totals;
    StageBreakdown stages;
    GroupBreakdown owners{OpportunityField::kOwner};
    GroupBreakdown teams{OpportunityField::kTeam};
    CoverageReport::Partial coverage;
    HygieneReport::Partial hygiene;
    Velocity velocity;

    void add(const table::OpportunityChunk& chunk, const Scope& scope);
    void add(const ChunkDeals& deals);
    void merge(const Partial& other);

    bool operator==(const Partial&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.totals, self.stages, self.owners, self.teams, self.coverage, self.hygiene, self.velocity);
    }
  };

  static Result<Output> finalize(const Partial& partial, const Scope& scope, std::vector<Note>& notes);
  static doc::Document render(const Output& output, const Scope& scope);
  static std::int64_t findings(const Output& output);
};

}  // namespace ae::report
