#include "ae/report/definition.h"
#include "ae/report/discount_simulation.h"
#include "ae/report/labels.h"
#include "ae/report/win_rate_cells.h"

namespace ae::report {
namespace {

using doc::Basis;
using doc::Cell;
using doc::Column;
using doc::Count;
using doc::KeyFigure;
using doc::Mood;
using doc::Value;

std::int64_t rows_out(const DiscountSimulation& result) {
  return result.without_discount + result.open_ignored;
}

doc::Section summary(const DiscountSimulation& result) {
  const auto rerouted = [&](Text label, const ReroutedTotal& total, Text how) {
    return KeyFigure{label, doc::cell(total.amount), deals(total.count),
                     Basis{how, result.closed, rows_out(result)}};
  };
  doc::KeyFigures figures;
  figures.figures = {
      KeyFigure{Text{"Closed deals with a discount known", "折扣已知的已关闭商机"},
                Value(Count{result.closed}),
                {},
                Basis{definition(&DiscountSimulation::closed), result.closed, rows_out(result)}},
      rerouted(Text{"To a higher approver", "改由更高级别审批"}, result.higher,
               definition(&DiscountSimulation::higher)),
      rerouted(Text{"To a lower approver", "可由更低级别审批"}, result.lower,
               definition(&DiscountSimulation::lower))};
  return {"summary", Text{"What would change", "会有何变化"}, {figures}};
}

doc::Section approvers(const DiscountSimulation& result) {
  const auto column = [&](Text label, auto member) {
    return Column{label, Basis{definition(member), result.closed, rows_out(result)}};
  };
  doc::Table table;
  table.columns = {Column{Text{"Approver", "审批人"}, {}},
                   column(Text{"Baseline", "基准"}, &ApproverLoad::baseline_count),
                   column(Text{"Baseline amount", "基准金额"}, &ApproverLoad::baseline_amount),
                   column(Text{"Tried", "试算"}, &ApproverLoad::count),
                   column(Text{"Tried amount", "试算金额"}, &ApproverLoad::amount)};
  for (const ApproverLoad& row : result.approvers)
    table.rows.push_back({Value(Message(name(row.approver))), Value(Count{row.baseline_count}),
                          doc::cell(row.baseline_amount), Value(Count{row.count}), doc::cell(row.amount)});
  return {"approvers", Text{"Who would have decided", "由谁审批"}, {std::move(table)}};
}

doc::Section rerouted(const DiscountSimulation& result) {
  doc::Table table;
  table.columns = {Column{Text{"From", "原审批人"}, {}}, Column{Text{"To", "改由"}, {}},
                   Column{Text{"Deals", "商机数"}, {}}, Column{Text{"Amount", "金额"}, {}}};
  for (const ReroutedDeals& row : result.rerouted) {
    const Mood mood = row.to < row.from ? Mood::kWarning : Mood::kNeutral;
    table.rows.push_back({Value(Message(name(row.from))), Cell(Value(Message(name(row.to))), mood),
                          Value(Count{row.count}), doc::cell(row.amount)});
  }
  return {"rerouted", Text{"Deals with another approver", "审批人改变的商机"}, {std::move(table)}};
}

doc::Section win_rates(const DiscountSimulation& result, const Policy& policy) {
  const auto column = [&](Text label, auto member) {
    return Column{label, Basis{definition(member), result.closed, rows_out(result)}};
  };
  doc::BarChart chart = rate_chart();
  doc::Table table;
  table.columns = {Column{Text{"Discount", "折扣"}, {}},
                   column(Text{"Won", "赢"}, &WinRateFigures::won),
                   column(Text{"Lost", "丢"}, &WinRateFigures::lost),
                   column(Text{"Win rate", "赢单率"}, &WinRateFigures::win_rate),
                   column(Text{"From", "下限"}, &WinRateFigures::win_rate_low),
                   column(Text{"To", "上限"}, &WinRateFigures::win_rate_high),
                   column(Text{"Verdict", "结论"}, &DiscountBandFigures::verdict)};
  for (const DiscountBandFigures& row : result.bands) {
    doc::Bar bar = rate_bar(words_of(row.band, policy.discount), row);
    table.rows.push_back({Value(bar.label), Value(Count{row.won}), Value(Count{row.lost}),
                          doc::cell(doc::percent(row.win_rate)), doc::cell(doc::percent(row.win_rate_low)),
                          doc::cell(doc::percent(row.win_rate_high)), verdict_cell(row.verdict)});
    chart.bars.push_back(std::move(bar));
  }
  table.footnote = Text{"A band is not a cause: discounts are often given where a deal is in doubt already",
                        "区间不等于原因：折扣往往给在本已存疑的商机上"};
  return {
      "win_rates", Text{"Win rate by discount", "各折扣区间的赢单率"}, {std::move(chart), std::move(table)}};
}

doc::Section margins(const DiscountSimulation& result, const Policy& policy) {
  const auto column = [&](Text label, auto member) {
    return Column{label, Basis{definition(member), result.closed, rows_out(result)}};
  };
  doc::Table table;
  table.columns = {Column{Text{"Discount", "折扣"}, {}},
                   column(Text{"Won amount", "赢单金额"}, &DiscountBandFigures::won_amount),
                   column(Text{"Given away", "让利"}, &DiscountBandFigures::given_away),
                   column(Text{"Margin", "毛利率"}, &DiscountBandFigures::margin),
                   column(Text{"From", "下限"}, &DiscountBandFigures::margin_low),
                   column(Text{"To", "上限"}, &DiscountBandFigures::margin_high),
                   column(Text{"Deals", "商机数"}, &DiscountBandFigures::margin_deals)};
  for (const DiscountBandFigures& row : result.bands)
    table.rows.push_back({Value(words_of(row.band, policy.discount)), doc::cell(row.won_amount),
                          doc::cell(row.given_away), doc::cell(doc::percent(row.margin)),
                          doc::cell(doc::percent(row.margin_low)), doc::cell(doc::percent(row.margin_high)),
                          Value(Count{row.margin_deals})});
  return {"margins", Text{"What won deals kept", "赢单保住了什么"}, {std::move(table)}};
}

}  // namespace

doc::Document DiscountSimulationReport::render(const DiscountSimulation& result, const Scope& scope) {
  doc::Document document{kInfo.title, {}, {summary(result)}};
  if (result.closed == 0) return document;
  document.sections.push_back(approvers(result));
  if (!result.rerouted.empty()) document.sections.push_back(rerouted(result));
  document.sections.push_back(win_rates(result, scope.policy));
  document.sections.push_back(margins(result, scope.policy));
  return document;
}

}  // namespace ae::report
