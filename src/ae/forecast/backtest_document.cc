#include "ae/forecast/backtest_document.h"

#include <algorithm>

#include "ae/forecast/backtest_report.h"
#include "ae/report/definition.h"

namespace ae::forecast {
namespace {

using doc::Basis;
using doc::Cell;
using doc::Column;
using doc::Count;
using doc::Value;

doc::Section points_section(const BacktestResult& result) {
  doc::Table table;
  table.columns = {Column{Text{"Day", "时点"}, {}}, Column{Text{"Quarter", "季度"}, {}},
                   Column{Text{"Actual", "实际"}, {}}};
  for (const ForecastMethod method : enumerators<ForecastMethod>())
    table.columns.push_back({name(method), {}});
  table.columns.push_back({Text{"P10", "P10"}, {}});
  table.columns.push_back({Text{"P90", "P90"}, {}});
  for (const BacktestPointFigures& point : result.points) {
    std::vector<Cell> cells{Value(point.as_of), Value(Message::verbatim(point.period)),
                            doc::cell(point.actual)};
    for (const BacktestMethodFigures& method : point.methods) cells.push_back(doc::cell(method.forecast));
    const BacktestMethodFigures& learnt = point.methods.front();
    cells.push_back(doc::cell(learnt.p10));
    cells.push_back(doc::cell(learnt.p90));
    table.rows.push_back(std::move(cells));
  }
  return {"points", Text{"Past quarters, day by day", "逐个时点的历史季度"}, {std::move(table)}};
}

doc::Section win_section(const WinProbabilityFigures& win, std::int64_t rows) {
  const auto column = [&](Text name, auto member) {
    return Column{name, Basis{report::definition(member), win.rows, rows - win.rows}};
  };
  doc::Table table;
  table.columns = {Column{Text{"Model", "模型"}, {}}, column(Text{"AUC", "AUC"}, &WinModelFigures::auc),
                   column(Text{"Brier", "Brier"}, &WinModelFigures::brier),
                   column(Text{"Log loss", "对数损失"}, &WinModelFigures::log_loss),
                   column(Text{"Calibration error", "校准误差"}, &WinModelFigures::ece)};
  if (win.later)
    table.columns.push_back(column(Text{"Brier, later deals", "Brier（后期）"}, &WinModelFigures::brier));
  const auto number = [](const std::optional<Ratio>& value) {
    return value ? Cell(Value(Message::verbatim(value->str()))) : Cell();
  };
  for (std::size_t at = 0; at < win.models.size(); ++at) {
    const WinModelFigures& row = win.models[at];
    const doc::Mood mood = win.signal && row.model == win.chosen ? doc::Mood::kGood : doc::Mood::kNeutral;
    table.rows.push_back({Cell(Value(Message(name(row.model))), mood), number(row.auc), number(row.brier),
                          number(row.log_loss), number(row.ece)});
    if (win.later) table.rows.back().push_back(number(win.later->models[at].brier));
  }
  if (win.later) {
    table.footnote =
        Message{
            Text{"Later deals: {judged} that closed from {from} on, by what the {learnt} before them taught",
                 "后期：以此前 {learnt} 个商机所学，检验自 {from}起关闭的 {judged} 个商机"}}
            .with("judged", win.later->judged)
            .with("from", win.later->from)
            .with("learnt", win.later->learnt);
  }
  const Message verdict =
      win.signal
          ? Message{Text{"Features of a deal tell: {model} is chosen, learnt from {deals} closed deals.",
                         "商机特征有预示作用：选用{model}，学习自 {deals} 个已关闭商机。"}}
                .with("model", Message(name(win.chosen)))
                .with("deals", win.rows)
          : Message{Text{"No usable signal: no model tells won from lost deals better than the base rate of "
                         "{rate} % does.",
                         "没有可用信号：没有模型比 {rate}% 的基准赢单率更能区分赢单与丢单。"}}
                .with("rate", win.base_rate ? to_decimal(win.base_rate->units(), 2) : std::string("–"));
  return {"win_probability",
          Text{"Can won deals be told from lost ones?", "能否区分赢单与丢单？"},
          {doc::Paragraph{verdict}, std::move(table)},
          {}};
}

}  // namespace

doc::Section methods_section(const std::vector<MethodFigures>& methods, bool forecasts, std::int64_t rows) {
  const auto column = [&](Text name, auto member) {
    return Column{name, Basis{report::definition(member), rows, 0}};
  };
  doc::Table table;
  table.columns = {Column{Text{"Method", "方法"}, {}}};
  if (forecasts) table.columns.push_back(column(Text{"Says", "预测"}, &MethodFigures::forecast));
  table.columns.push_back(column(Text{"Miss (WAPE)", "偏差（WAPE）"}, &MethodFigures::wape));
  table.columns.push_back(column(Text{"At start", "季初偏差"}, &MethodFigures::wape_at_start));
  table.columns.push_back(column(Text{"Bias", "偏向"}, &MethodFigures::bias));
  table.columns.push_back(column(Text{"In P10–P90", "落入 P10–P90"}, &MethodFigures::p10_p90_coverage));
  table.columns.push_back(column(Text{"Points", "时点数"}, &MethodFigures::points));
  for (const MethodFigures& row : methods) {
    std::vector<Cell> cells{Value(Message(name(row.method)))};
    if (forecasts) cells.push_back(doc::cell(row.forecast));
    cells.push_back(doc::cell(doc::percent(row.wape)));
    cells.push_back(doc::cell(doc::percent(row.wape_at_start)));
    cells.push_back(doc::cell(doc::percent(row.bias)));
    cells.push_back(doc::cell(doc::percent(row.p10_p90_coverage)));
    cells.emplace_back(Value(Count{row.points}));
    table.rows.push_back(std::move(cells));
  }
  doc::Section section{"methods", Text{"Methods side by side", "各方法并列"}, {std::move(table)}, {}};
  for (const MethodFigures& row : methods)
    section.explained.push_back({name(row.method), Basis{definition(row.method), rows, 0}});
  return section;
}

doc::Document BacktestReport::render(const BacktestResult& result, const report::Scope&) {
  doc::Document document{kInfo.title, {}, {}};
  if (result.points.empty()) {
    doc::Section empty{"methods", Text{"Methods side by side", "各方法并列"}, {}};
    empty.blocks.emplace_back(
        doc::Paragraph{Text{"There is no full past quarter to replay.", "没有可重放的完整历史季度。"}});
    document.sections.push_back(std::move(empty));
  } else {
    document.sections.push_back(methods_section(result.methods, false, result.rows));
    document.sections.push_back(points_section(result));
  }
  if (!result.rep_calls.empty()) document.sections.push_back(calls_section(result.rep_calls));
  if (result.win_probability) document.sections.push_back(win_section(*result.win_probability, result.rows));
  return document;
}

}  // namespace ae::forecast
