#include "ae/report/win_loss_report.h"

#include <algorithm>

namespace ae::report {
namespace {

std::vector<CompetitorFigures> competitors_of(const std::map<std::string, ClosedDeals>& deals) {
  std::vector<CompetitorFigures> rows;
  for (const auto& [competitor, closed] : deals) {
    CompetitorFigures row;
    static_cast<WinRateFigures&>(row) = win_rate_figures(closed.won.count, closed.lost.count);
    row.competitor = competitor;
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const CompetitorFigures& a, const CompetitorFigures& b) {
    return a.closed() > b.closed();
  });
  return rows;
}

void note_gaps(const WinLossResult& result, std::vector<Note>& notes) {
  if (result.overall.closed() == 0) {
    notes.push_back(
        {"no_closed_deals",
         Severity::kWarning,
         Text{"No deal is won or lost: there is nothing to compare. Closed deals are often another export",
              "没有赢单或丢单：无可比较。已关闭商机往往需要另行导出"},
         {}});
  } else if (result.overall.lost == 0) {
    notes.push_back({"no_lost_deals",
                     Severity::kWarning,
                     Text{"Every closed deal is won: lost deals may be missing from the file",
                          "所有已关闭商机均为赢单：文件中可能缺少丢单"},
                     {}});
  } else if (result.overall.won == 0) {
    notes.push_back({"no_won_deals",
                     Severity::kWarning,
                     Text{"Every closed deal is lost: won deals may be missing from the file",
                          "所有已关闭商机均为丢单：文件中可能缺少赢单"},
                     {}});
  }
}

}  // namespace

void WinLossReport::Partial::add(const table::OpportunityChunk& chunk, const Scope& scope) {
  add(ChunkDeals(chunk, scope));
}

void WinLossReport::Partial::add(const ChunkDeals& deals) {
  totals.add(deals);
  by.add(deals);
  reasons.add(deals);
  stages.add(deals);
  trend.add(deals);
  dates.merge(deals.dates());
  const table::OpportunityChunk& chunk = deals.chunk();
  const table::TextColumn& names = chunk.text(OpportunityField::kCompetitor);
  ByWord<ClosedDeals>::Finder of_competitor(competitors, names);
  if (!chunk.has(OpportunityField::kCompetitor)) return;
  for_each_closed(deals, [&](std::uint32_t row, DealSum ClosedDeals::* side) {
    if (names.code(row) != table::TextColumn::kEmpty) (of_competitor[names.code(row)].*side).add(chunk, row);
  });
}

void WinLossReport::Partial::merge(const Partial& other) {
  totals.merge(other.totals);
  by.merge(other.by);
  reasons.merge(other.reasons);
  stages.merge(other.stages);
  trend.merge(other.trend);
  dates.merge(other.dates);
  competitors.merge(other.competitors);
}

Result<WinLossResult> WinLossReport::finalize(const Partial& partial, const Scope& scope,
                                              std::vector<Note>& notes) {
  Figures figures(scope.currency);
  WinLossResult result;
  result.overall = partial.totals.figures(figures, notes);
  result.by = partial.by.figures(scope.policy, notes);
  result.loss_reasons = partial.reasons.reasons(figures);
  result.loss_groups = partial.reasons.groups(figures);
  result.competitors = competitors_of(partial.competitors.values());
  result.stages = partial.stages.figures(figures);
  result.cycle = partial.totals.cycle();
  result.trend = partial.trend.figures(scope, figures);
  result.open_ignored = partial.totals.open();
  result.findings =
      win_loss_findings({result.overall, partial.totals.deals(), result.by, result.loss_groups}, figures);
  AE_TRY_VOID(figures.check());
  note_gaps(result, notes);
  if (!partial.reasons.known() && result.overall.lost > 0) {
    notes.push_back({"loss_reason_missing",
                     Severity::kInfo,
                     Text{"No column for the loss reason: why deals were lost is not known",
                          "没有丢单原因列：无法得知丢单原因"},
                     {}});
  }
  if (!result.stages.empty() && partial.stages.unknown() > 0) {
    notes.push_back(
        {"last_stage_unknown",
         Severity::kInfo,
         Message{Text{"{count} lost deals do not say in which stage they were lost: no conversion of stages",
                      "{count} 个丢单未说明在哪个阶段丢失：不计算阶段转化率"}}
             .with("count", partial.stages.unknown()),
         {}});
  }
  partial.dates.notes(notes);
  return result;
}

std::int64_t WinLossReport::findings(const WinLossResult& output) {
  return std::count_if(output.by.begin(), output.by.end(),
                       [](const DimensionFigures& row) { return row.verdict == WinRateVerdict::kWorse; });
}

}  // namespace ae::report
