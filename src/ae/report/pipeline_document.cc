#include <algorithm>

#include "ae/report/coverage_document.h"
#include "ae/report/definition.h"
#include "ae/report/hygiene_document.h"
#include "ae/report/labels.h"
#include "ae/report/pipeline_report.h"

namespace ae::report {
namespace {

using doc::Basis;
using doc::Cell;
using doc::Column;
using doc::Count;
using doc::KeyFigure;
using doc::Multiple;
using doc::Percent;
using doc::Value;

Message with_amount(const OpenFigures& open) {
  if (open.with_amount == open.count) return deals(open.count);
  return Message{Text{"{deals}, {known} with an amount", "{deals}，其中 {known} 个有金额"}}
      .with("deals", deals(open.count))
      .with("known", open.with_amount);
}

doc::Section summary(const PipelineResult& result) {
  const auto basis = [&](Message how, std::int64_t in) {
    return Basis{std::move(how), in, result.rows - in};
  };
  const std::int64_t closed = result.won.count + result.lost.count;
  doc::KeyFigures figures;
  figures.figures = {
      KeyFigure{Text{"Open pipeline", "未结商机"}, doc::cell(result.open.amount), with_amount(result.open),
                basis(definition(&OpenFigures::amount), result.open.with_amount)},
      KeyFigure{Text{"Weighted by stage", "按阶段加权"},
                doc::cell(result.open.weighted),
                {},
                basis(definition(&OpenFigures::weighted), result.open.with_amount)}};
  if (result.open.imported_weighted) {
    figures.figures.push_back({Text{"Weighted by the source's own probability", "按来源文件概率加权"},
                               doc::cell(result.open.imported_weighted),
                               {},
                               basis(definition(&OpenFigures::imported_weighted), result.open.with_amount)});
  }
  figures.figures.push_back({Text{"Won", "赢单"}, doc::cell(result.won.amount), deals(result.won.count),
                             basis(definition(&ClosedFigures::amount), result.won.count)});
  figures.figures.push_back({Text{"Lost", "丢单"}, doc::cell(result.lost.amount), deals(result.lost.count),
                             basis(definition(&ClosedFigures::amount), result.lost.count)});
  figures.figures.push_back({Text{"Win rate", "赢单率"}, doc::cell(doc::percent(result.velocity.win_rate)),
                             Message{Text{"{won} of {closed} closed", "{closed} 个已关闭中赢 {won} 个"}}
                                 .with("won", result.won.count)
                                 .with("closed", closed),
                             basis(definition(&VelocityFigures::win_rate), closed)});
  return {"summary", Text{"Summary", "概览"}, {figures}};
}

Message stage_label(const StageFigures& row) {
  if (row.known) return name(*row.known);
  return row.stage ? Message::verbatim(*row.stage) : Message(Text{"(no stage)", "（无阶段）"});
}

double share(const std::optional<Money>& part, std::int64_t largest) {
  if (!part || largest <= 0 || part->minor <= 0) return 0;
  return static_cast<double>(part->minor) / static_cast<double>(largest);
}

doc::BarChart stage_chart(const PipelineResult& result) {
  std::int64_t largest = 0;
  std::int64_t most = 0;
  for (const StageFigures& row : result.by_stage) {
    if (row.amount) largest = std::max(largest, row.amount->minor);
    most = std::max(most, row.count);
  }
  const bool by_amount = largest > 0;
  doc::BarChart chart{by_amount ? Text{"Open amount", "未结金额"} : Text{"Open deals", "未结商机数"},
                      by_amount ? Message(Text{"Weighted", "加权"}) : Message{},
                      {}};
  for (const StageFigures& row : result.by_stage) {
    doc::Bar bar{stage_label(row), by_amount ? doc::cell(row.amount) : Cell(Value(Count{row.count})), 0, 0};
    bar.length = by_amount ? share(row.amount, largest)
                           : (most > 0 ? static_cast<double>(row.count) / static_cast<double>(most) : 0);
    bar.solid = by_amount ? share(row.weighted, largest) : 0;
    chart.bars.push_back(std::move(bar));
  }
  return chart;
}

/// A column whose figures are made from the open deals.
template <typename Struct, typename Member>
Column open_column(const PipelineResult& result, Text label, Member Struct::* member) {
  return {label, Basis{definition(member), result.open.count, result.rows - result.open.count}};
}

doc::Section stages(const PipelineResult& result) {
  doc::Table table;
  table.columns = {
      Column{Text{"Stage", "阶段"}, {}},
      open_column(result, Text{"Probability", "概率"}, &StageFigures::probability),
      open_column(result, Text{"Deals", "商机数"}, &StageFigures::count),
      open_column(result, Text{"Amount", "金额"}, &StageFigures::amount),
      open_column(result, Text{"Weighted", "加权金额"}, &StageFigures::weighted),
      open_column(result, Text{"Average", "平均金额"}, &StageFigures::average_amount),
      open_column(result, Text{"Age in days", "平均年龄（天）"}, &StageFigures::average_age_days)};
  for (const StageFigures& row : result.by_stage) {
    const std::optional<Percent> probability =
        row.probability ? std::optional(Percent{row.probability->ratio()}) : std::nullopt;
    table.rows.push_back({Value(stage_label(row)), doc::cell(probability), Value(Count{row.count}),
                          doc::cell(row.amount), doc::cell(row.weighted), doc::cell(row.average_amount),
                          doc::cell(row.average_age_days)});
  }
  table.total = {Value(Message(Text{"All open", "全部未结"})),
                 Cell(),
                 Value(Count{result.open.count}),
                 doc::cell(result.open.amount),
                 doc::cell(result.open.weighted),
                 Cell(),
                 Cell()};
  return {"stages", Text{"Stages", "阶段"}, {stage_chart(result), table}};
}

doc::Section categories(const PipelineResult& result) {
  doc::Table table;
  table.columns = {open_column(result, Text{"Category", "预测类别"}, &CategoryFigures::category),
                   open_column(result, Text{"Deals", "商机数"}, &CategoryFigures::count),
                   open_column(result, Text{"Amount", "金额"}, &CategoryFigures::amount),
                   open_column(result, Text{"Weighted", "加权金额"}, &CategoryFigures::weighted)};
  for (const CategoryFigures& row : result.by_category) {
    table.rows.push_back({Value(Message(name(row.category.value_or(ForecastCategory::kNone)))),
                          Value(Count{row.count}), doc::cell(row.amount), doc::cell(row.weighted)});
  }
  return {"categories", Text{"Forecast categories", "预测类别"}, {table}};
}

template <typename Group>
doc::Section groups(std::string key, Text title, Text label, const std::vector<Group>& rows,
                    const PipelineResult& result) {
  const bool quotas =
      std::any_of(rows.begin(), rows.end(), [](const Group& row) { return row.quota.has_value(); });
  doc::Table table;
  const std::int64_t closed = result.won.count + result.lost.count;
  const std::int64_t won = result.coverage.won_in_period_count;
  const auto column = [&](Text name, auto member, std::int64_t rows_in) {
    return Column{name, Basis{definition<Group>(member), rows_in, result.rows - rows_in}};
  };
  table.columns = {Column{label, {}},
                   column(Text{"Open deals", "未结商机数"}, &Group::count, result.open.count),
                   column(Text{"Open amount", "未结金额"}, &Group::amount, result.open.count),
                   column(Text{"Weighted", "加权金额"}, &Group::weighted, result.open.count),
                   column(Text{"Won in period", "本期赢单"}, &Group::won_in_period, won)};
  if (quotas) {
    table.columns.push_back({Text{"Quota", "配额"}, {}});
    table.columns.push_back(column(Text{"Attained", "完成率"}, &Group::attainment, won));
    table.columns.push_back(column(Text{"Coverage", "覆盖度"}, &Group::coverage, result.open.count));
  }
  table.columns.push_back(column(Text{"Win rate", "赢单率"}, &Group::win_rate, closed));
  for (const Group& row : rows) {
    std::vector<Cell> cells{
        Value(row.name ? Message::verbatim(*row.name) : Message(Text{"(blank)", "（空白）"})),
        Value(Count{row.count}), doc::cell(row.amount), doc::cell(row.weighted),
        doc::cell(row.won_in_period)};
    if (quotas) {
      cells.push_back(doc::cell(row.quota));
      cells.push_back(doc::cell(doc::percent(row.attainment)));
      cells.push_back(doc::cell(doc::multiple(row.coverage)));
    }
    cells.push_back(doc::cell(doc::percent(row.win_rate)));
    table.rows.push_back(std::move(cells));
  }
  return {std::move(key), title, {table}};
}

doc::Section currencies(const PipelineResult& result) {
  doc::Table table;
  table.columns = {Column{Text{"Currency", "币种"}, {}}, Column{Text{"Open deals", "未结商机数"}, {}},
                   Column{Text{"Open", "未结金额"}, {}}, Column{Text{"Weighted", "加权金额"}, {}},
                   Column{Text{"Won", "赢单金额"}, {}},  Column{Text{"Lost", "丢单金额"}, {}}};
  for (const CurrencyFigures& row : result.by_currency) {
    table.rows.push_back(
        {Value(row.currency ? Message::verbatim(*row.currency) : Message(Text{"(none named)", "（未指明）"})),
         Value(Count{row.open.count}), doc::cell(row.open.amount), doc::cell(row.open.weighted),
         doc::cell(row.won.amount), doc::cell(row.lost.amount)});
  }
  return {"currencies", Text{"Currencies", "币种"}, {table}};
}

doc::Section velocity(const PipelineResult& result) {
  const VelocityFigures& velocity = result.velocity;
  const std::int64_t closed = result.won.count + result.lost.count;
  const auto figure = [&](Text label, Cell value, Text how, std::int64_t in) {
    return KeyFigure{label, std::move(value), {}, Basis{how, in, result.rows - in}};
  };
  doc::KeyFigures figures;
  figures.figures = {
      figure(Text{"Win rate by amount", "按金额赢单率"}, doc::cell(doc::percent(velocity.win_rate_by_amount)),
             definition(&VelocityFigures::win_rate_by_amount), closed),
      figure(Text{"Average won amount", "平均赢单金额"}, doc::cell(velocity.average_won_amount),
             definition(&VelocityFigures::average_won_amount), result.won_with_amount),
      figure(Text{"Median won amount", "赢单金额中位数"}, doc::cell(velocity.median_won_amount),
             definition(&VelocityFigures::median_won_amount), result.won_with_amount),
      figure(Text{"Mean cycle in days", "平均周期（天）"}, doc::cell(velocity.mean_cycle_days),
             definition(&VelocityFigures::mean_cycle_days), result.won_cycles),
      figure(Text{"Median cycle in days", "周期中位数（天）"}, doc::cell(velocity.median_cycle_days),
             definition(&VelocityFigures::median_cycle_days), result.won_cycles),
      figure(Text{"Value per day", "每日产出"}, doc::cell(velocity.value_per_day),
             definition(&VelocityFigures::value_per_day), result.open.count + closed)};
  return {"velocity", Text{"Velocity", "转化速度"}, {figures}};
}

}  // namespace

doc::Document PipelineReport::render(const PipelineResult& result, const Scope&) {
  doc::Document document{
      kInfo.title,
      {},
      {summary(result), coverage_section(result.coverage), stages(result), categories(result)}};
  std::vector<doc::Section>& sections = document.sections;
  if (result.by_currency.size() > 1) sections.push_back(currencies(result));
  if (!result.by_owner.empty())
    sections.push_back(
        groups("owners", Text{"Owners", "负责人"}, Text{"Owner", "负责人"}, result.by_owner, result));
  if (!result.by_team.empty())
    sections.push_back(groups("teams", Text{"Teams", "团队"}, Text{"Team", "团队"}, result.by_team, result));
  sections.push_back(hygiene_section(result));
  sections.push_back(ageing_section(result));
  sections.push_back(velocity(result));
  return document;
}

}  // namespace ae::report
