#include "ae/report/pipeline_report.h"

#include "ae/report/labels.h"

namespace ae::report {
namespace {

template <typename Named>
std::vector<Named> named(std::vector<GroupFigures> groups) {
  std::vector<Named> rows;
  for (GroupFigures& group : groups) rows.push_back(Named{std::move(group)});
  return rows;
}

void note_several_currencies(const Scope& scope, std::vector<Note>& notes) {
  if (scope.currency) return;
  notes.push_back({"several_currencies",
                   Severity::kWarning,
                   Text{"Amounts stand in several currencies and are not added: give dated rates with "
                        "--rates FILE, or see each currency apart",
                        "金额涉及多个币种，不予相加：请用 --rates FILE 提供汇率，或查看按币种分列的数据"},
                   {}});
}

void note_unweighed(const PipelineResult& result, std::vector<Note>& notes) {
  std::int64_t unweighed = 0;
  for (const StageFigures& row : result.by_stage) unweighed += row.probability ? 0 : row.count;
  if (unweighed == 0) return;
  notes.push_back(
      {"stage_without_probability",
       Severity::kWarning,
       Message{Text{"{deals} in stages without a probability: no weight and, where the source names none, "
                    "no category",
                    "{deals}所处阶段没有概率：不加权；来源文件未指定类别的也不归类"}}
           .with("deals", open_deals(unweighed)),
       {}});
}

}  // namespace

void PipelineReport::Partial::add(const table::OpportunityChunk& chunk, const Scope& scope) {
  add(ChunkDeals(chunk, scope));
}

void PipelineReport::Partial::add(const ChunkDeals& deals) {
  totals.add(deals);
  stages.add(deals);
  owners.add(deals);
  teams.add(deals);
  coverage.add(deals);
  hygiene.add(deals);
  velocity.add(deals);
}

void PipelineReport::Partial::merge(const Partial& other) {
  totals.merge(other.totals);
  stages.merge(other.stages);
  owners.merge(other.owners);
  teams.merge(other.teams);
  coverage.merge(other.coverage);
  hygiene.merge(other.hygiene);
  velocity.merge(other.velocity);
}

Result<PipelineResult> PipelineReport::finalize(const Partial& partial, const Scope& scope,
                                                std::vector<Note>& notes) {
  Figures figures(scope.currency);
  PipelineResult result;
  note_several_currencies(scope, notes);
  static_cast<HygieneResult&>(result) = partial.hygiene.figures(scope, figures, notes);
  result.open = StateTotals::figures(partial.totals.open(), figures);
  result.won = StateTotals::figures(partial.totals.closed(DealState::kWon), figures);
  result.lost = StateTotals::figures(partial.totals.closed(DealState::kLost), figures);
  AE_TRY(result.by_currency, partial.totals.by_currency());
  result.by_stage = partial.stages.figures(scope.policy, figures);
  result.by_category = partial.coverage.categories().figures(figures);
  const bool one_currency = scope.currency.has_value();
  result.by_owner =
      named<OwnerFigures>(partial.owners.figures(scope.policy, figures, [&](const std::string& owner) {
        return one_currency ? scope.owner_quota(owner) : std::nullopt;
      }));
  result.by_team =
      named<TeamFigures>(partial.teams.figures(scope.policy, figures, [&](const std::string& team) {
        return one_currency ? scope.team_quota(team) : std::nullopt;
      }));
  result.coverage = partial.coverage.figures(scope, figures, notes);
  result.velocity = partial.velocity.figures(partial.hygiene.won_cycles(), figures, notes);
  result.won_with_amount = partial.velocity.won_with_amount();
  result.won_cycles = partial.hygiene.won_cycles().count();
  AE_TRY_VOID(figures.check());
  partial.coverage.dates().notes(notes);
  note_unweighed(result, notes);
  return result;
}

std::int64_t PipelineReport::findings(const PipelineResult& output) {
  return CoverageReport::findings(output.coverage) + HygieneReport::findings(output);
}

}  // namespace ae::report
