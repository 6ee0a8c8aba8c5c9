#include "ae/app/weekly_facts.h"

#include <set>

#include "ae/report/coverage_report.h"
#include "ae/report/fold.h"
#include "ae/report/hygiene_report.h"
#include "ae/report/outcome_totals.h"
#include "ae/report/review_deals.h"

namespace ae::app {
namespace {

/// The mean amount of won deals, without any that of open ones.
std::optional<Money> average_deal(const report::OutcomeTotals::Sums& all, report::Figures& figures) {
  for (const report::DealSum* sum : {&all.closed.won, &all.open}) {
    if (const std::optional<Int128> amount = figures.exact(sum->amount); amount && *amount > 0)
      return figures.money(amount, sum->with_amount);
  }
  return std::nullopt;
}

std::optional<method::PipelineGap> gap_of(const report::CoverageFigures& coverage,
                                          const std::optional<Money>& average) {
  if (!coverage.quota || !coverage.total) return std::nullopt;
  method::PipelineGap gap{*coverage.total, coverage.target_low, {}, average, 0};
  const Int128 target =
      divide_half_even(Int128{coverage.quota->minor} * coverage.target_low.units(), Ratio::kOne);
  const Int128 missing = target - (coverage.open_amount ? coverage.open_amount->minor : 0);
  const std::optional<std::int64_t> minor = narrow(missing);
  if (missing <= 0 || !minor) return gap;
  gap.gap = Money{*minor, coverage.quota->currency};
  if (average) gap.deals_needed = (*minor + average->minor - 1) / average->minor;
  return gap;
}

std::vector<std::string> owners_of(const std::vector<ReviewDeal>& deals, const report::Scope& scope) {
  std::set<std::string> owners;
  for (const ReviewDeal& deal : deals) owners.insert(deal.owner);
  for (const Quota& quota : scope.quotas) {
    if (!quota.owner.empty() && scope.owner_quota(quota.owner)) owners.insert(quota.owner);
  }
  return {owners.begin(), owners.end()};
}

}  // namespace

Result<method::WeeklyInput> weekly_facts(const Loaded& loaded, unsigned threads, std::vector<Note>& notes) {
  using report::CoverageReport;
  using report::HygieneReport;
  const table::OpportunityTable& table = loaded.reading.table;
  const report::Scope& scope = loaded.scope;
  AE_TRY(const report::HygieneResult hygiene,
         HygieneReport::finalize(report::fold<HygieneReport>(table, scope, threads), scope, notes));
  // The items say themselves what each rule lacks.
  const auto lacks = [](const Note& note) {
    return note.code == "rule_without_column" || note.code == "no_won_cycles";
  };
  if (const auto count = std::erase_if(notes, lacks); count > 0) {
    notes.push_back({"rule_without_column",
                     Severity::kInfo,
                     Message{Text{"Rules not checked for lack of data: {count}; the items name them",
                                  "因缺少数据而未检查的规则：{count} 条；详见各项"}}
                         .with("count", static_cast<std::int64_t>(count)),
                     {}});
  }
  std::vector<Note> said_by_hygiene;
  AE_TRY(
      const report::CoverageFigures coverage,
      CoverageReport::finalize(report::fold<CoverageReport>(table, scope, threads), scope, said_by_hygiene));
  report::OutcomeTotals totals;
  for (const table::OpportunityChunk& chunk : table.chunks) totals.add(chunk, scope);
  method::WeeklyInput input;
  input.policy = scope.policy;
  input.as_of = scope.as_of;
  input.currency = scope.currency;
  input.won_cycle_limit_days = hygiene.won_cycle_limit_days;
  for (const report::HygieneFigures& row : hygiene.hygiene) {
    if (!row.count) input.not_checked.push_back(row.rule);
  }
  input.deals = report::review_deals(table, scope, hygiene.won_cycle_limit_days);
  input.owners = owners_of(input.deals, scope);
  report::Figures figures(scope.currency);
  input.gap = gap_of(coverage, average_deal(totals.all(), figures));
  AE_TRY_VOID(figures.check());
  return input;
}

}  // namespace ae::app
