#include <algorithm>

#include "ae/report/definition.h"
#include "ae/report/labels.h"
#include "ae/report/win_loss_report.h"
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

constexpr std::size_t kValuesShown = 12;  // of one dimension, in the document; --format json has all

Message from_to(const WinRateFigures& rate) {
  if (!rate.win_rate_low) return {};
  return Message{Text{"{low} % to {high} %, {deals}", "{low}% 至 {high}%，{deals}"}}
      .with("low", to_decimal(rate.win_rate_low->units(), 2))
      .with("high", to_decimal(rate.win_rate_high->units(), 2))
      .with("deals", deals(rate.closed()));
}

doc::Section overall(const WinLossResult& result) {
  const WinLossFigures& all = result.overall;
  const auto figure = [&](Text label, Cell value, Message detail, Text how, std::int64_t in) {
    return KeyFigure{label, std::move(value), std::move(detail),
                     Basis{how, in, all.closed() + result.open_ignored - in}};
  };
  doc::KeyFigures figures;
  figures.figures = {
      figure(Text{"Win rate", "赢单率"}, doc::cell(doc::percent(all.win_rate)), from_to(all),
             definition(&WinLossFigures::win_rate), all.closed()),
      figure(Text{"Won", "赢单"}, doc::cell(all.won_amount), deals(all.won),
             definition(&WinLossFigures::won_amount), all.won),
      figure(Text{"Lost", "丢单"}, doc::cell(all.lost_amount), deals(all.lost),
             definition(&WinLossFigures::lost_amount), all.lost),
      figure(Text{"Win rate by amount", "按金额赢单率"}, doc::cell(doc::percent(all.win_rate_by_amount)), {},
             definition(&WinLossFigures::win_rate_by_amount), all.closed()),
      figure(Text{"Average won amount", "平均赢单金额"}, doc::cell(all.average_won_amount), {},
             definition(&WinLossFigures::average_won_amount), all.won),
      figure(Text{"Median won amount", "赢单金额中位数"}, doc::cell(all.median_won_amount), {},
             definition(&WinLossFigures::median_won_amount), all.won),
      figure(Text{"Open, in no rate", "未结商机（不计入比率）"}, Value(Count{result.open_ignored}), {},
             definition(&WinLossResult::open_ignored), result.open_ignored)};
  return {"overall", Text{"Overall", "总体"}, {figures}};
}

doc::Section findings_section(const WinLossResult& result) {
  doc::Section section{"findings", Text{"What stands out", "值得注意"}, {}};
  if (result.findings.empty()) {
    section.blocks.emplace_back(doc::Paragraph{
        Text{"Nothing differs by more than chance explains: no value of any dimension, no group of reasons.",
             "没有超出偶然的差异：任何维度的取值和任何原因大类都没有。"}});
    return section;
  }
  doc::Table table;
  table.columns = {Column{Text{"Finding", "发现"}, {}},
                   Column{Text{"Money", "金额"}, Basis{definition(&WinLossFinding::money),
                                                       result.overall.closed(), result.open_ignored}},
                   Column{Text{"Check next", "下一步"}, {}}};
  for (const WinLossFinding& finding : result.findings) {
    const Mood mood = finding.code == "wins_more" ? Mood::kGood : Mood::kWarning;
    table.rows.push_back({Cell(Value(finding.text), mood), doc::cell(finding.money), Value(finding.next)});
  }
  section.blocks.emplace_back(std::move(table));
  return section;
}

/// Six decimals say more than anyone reads: "0.031", "<0.001".
Message significance_words(const std::optional<Significance>& value) {
  if (!value) return {};
  if (value->units() < 1000) return Message::verbatim("<0.001");
  return Message::verbatim(to_decimal(value->units() / 1000, 3));
}

std::vector<Column> rate_columns(const WinLossResult& result, Text label) {
  const auto column = [&](Text name, auto member) {
    return Column{name, Basis{definition(member), result.overall.closed(), result.open_ignored}};
  };
  return {Column{label, {}},
          column(Text{"Won", "赢"}, &WinRateFigures::won),
          column(Text{"Lost", "丢"}, &WinRateFigures::lost),
          column(Text{"Win rate", "赢单率"}, &WinRateFigures::win_rate),
          column(Text{"From", "下限"}, &WinRateFigures::win_rate_low),
          column(Text{"To", "上限"}, &WinRateFigures::win_rate_high)};
}

std::vector<Cell> rate_cells(Message label, const WinRateFigures& row) {
  return {Value(std::move(label)),
          Value(Count{row.won}),
          Value(Count{row.lost}),
          doc::cell(doc::percent(row.win_rate)),
          doc::cell(doc::percent(row.win_rate_low)),
          doc::cell(doc::percent(row.win_rate_high))};
}

/// One section for each dimension: the values with most closed deals.
void add_dimensions(const WinLossResult& result, std::vector<doc::Section>& sections) {
  for (std::size_t first = 0; first < result.by.size();) {
    const OpportunityField dimension = result.by[first].dimension;
    std::size_t end = first;
    doc::Table table;
    table.columns = rate_columns(result, name(dimension));
    table.columns.push_back({Text{"q value", "q 值"}, Basis{definition(&DimensionFigures::q_value),
                                                            result.overall.closed(), result.open_ignored}});
    table.columns.push_back({Text{"Verdict", "结论"}, {}});
    for (; end < result.by.size() && result.by[end].dimension == dimension; ++end) {
      const DimensionFigures& row = result.by[end];
      if (end - first >= kValuesShown) continue;
      std::vector<Cell> cells = rate_cells(row.words, row);
      cells.emplace_back(Value(significance_words(row.q_value)));
      cells.push_back(verdict_cell(row.verdict));
      table.rows.push_back(std::move(cells));
    }
    if (end - first > kValuesShown) {
      table.footnote = Message{Text{"{shown} of {all} shown, most closed deals first; --format json has all",
                                    "显示 {all} 个中的 {shown} 个，按已关闭数从多到少；--format json 含全部"}}
                           .with("shown", static_cast<std::int64_t>(kValuesShown))
                           .with("all", static_cast<std::int64_t>(end - first));
    }
    sections.push_back(
        {std::string("by_") + std::string(key(dimension)), name(dimension), {std::move(table)}});
    first = end;
  }
}

doc::Section reasons(const WinLossResult& result) {
  const std::int64_t lost = result.overall.lost;
  const auto group_label = [](const std::optional<std::string>& group) {
    const LossGroup* known = group ? find_loss_group(*group) : nullptr;
    return known != nullptr ? Message(known->name) : Message(Text{"(no group)", "（未归类）"});
  };
  doc::BarChart chart{Text{"Share of lost deals", "占丢单的比例"}, {}, {}};
  for (const LossGroupFigures& row : result.loss_groups) {
    chart.bars.push_back({group_label(row.group), doc::cell(doc::percent(row.share)),
                          row.share ? row.share->as_double() : 0, 0});
  }
  const auto column = [&](Text name, auto member) {
    return Column{name, Basis{definition(member), lost, result.overall.won + result.open_ignored}};
  };
  doc::Table table;
  table.columns = {Column{Text{"Reason", "原因"}, {}}, Column{Text{"Group", "大类"}, {}},
                   column(Text{"Lost deals", "丢单数"}, &LossReasonFigures::count),
                   column(Text{"Share", "占比"}, &LossReasonFigures::share),
                   column(Text{"Amount", "金额"}, &LossReasonFigures::amount)};
  for (const LossReasonFigures& row : result.loss_reasons) {
    table.rows.push_back(
        {Value(row.reason ? Message::verbatim(*row.reason) : Message(Text{"(no reason)", "（未填原因）"})),
         Value(group_label(row.group)), Value(Count{row.count}), doc::cell(doc::percent(row.share)),
         doc::cell(row.amount)});
  }
  return {"loss_reasons", Text{"Why deals were lost", "丢单原因"}, {std::move(chart), std::move(table)}};
}

/// Where deals are lost, in the order of the stages.
doc::Section stages(const WinLossResult& result) {
  doc::BarChart chart{Text{"Share of lost deals", "占丢单的比例"}, {}, {}};
  const auto column = [&](Text name, auto member) {
    return Column{name, Basis{definition(member), result.overall.closed(), result.open_ignored}};
  };
  doc::Table table;
  table.columns = {Column{Text{"Stage", "阶段"}, {}},
                   column(Text{"Reached", "到达"}, &LostStageFigures::reached),
                   column(Text{"Lost from it", "在此丢失"}, &LostStageFigures::lost),
                   column(Text{"Amount", "金额"}, &LostStageFigures::lost_amount),
                   column(Text{"Went on", "继续推进"}, &LostStageFigures::conversion),
                   column(Text{"From", "下限"}, &LostStageFigures::conversion_low),
                   column(Text{"To", "上限"}, &LostStageFigures::conversion_high)};
  for (const LostStageFigures& row : result.stages) {
    chart.bars.push_back(
        {name(row.stage), doc::cell(doc::percent(row.share)), row.share ? row.share->as_double() : 0, 0});
    table.rows.push_back({Value(Message(name(row.stage))), Value(Count{row.reached}), Value(Count{row.lost}),
                          doc::cell(row.lost_amount), doc::cell(doc::percent(row.conversion)),
                          doc::cell(doc::percent(row.conversion_low)),
                          doc::cell(doc::percent(row.conversion_high))});
  }
  return {"stages", Text{"Where deals are lost", "在哪个阶段丢失"}, {std::move(chart), std::move(table)}};
}

doc::Section competitors(const WinLossResult& result) {
  doc::Table table;
  table.columns = rate_columns(result, Text{"Competitor", "竞争对手"});
  for (const CompetitorFigures& row : result.competitors)
    table.rows.push_back(rate_cells(Message::verbatim(row.competitor), row));
  return {"competitors", Text{"Competitors", "竞争对手"}, {std::move(table)}};
}

Cell days(const std::optional<std::int64_t>& value) { return value ? Cell(Value(Count{*value})) : Cell(); }

doc::Section cycle(const WinLossResult& result) {
  const WinLossFigures& all = result.overall;
  const CycleFigures& cycle = result.cycle;
  const std::int64_t dated = cycle.closed + cycle.open;
  const auto figure = [&](Text label, Cell value, Text how, std::int64_t in) {
    return KeyFigure{label, std::move(value), {}, Basis{how, in, all.closed() + result.open_ignored - in}};
  };
  doc::KeyFigures figures;
  figures.figures = {
      figure(Text{"Mean days to win", "赢单平均天数"}, doc::cell(all.mean_cycle_days_won),
             definition(&WinLossFigures::mean_cycle_days_won), all.won),
      figure(Text{"Median days to win", "赢单天数中位数"}, doc::cell(all.median_cycle_days_won),
             definition(&WinLossFigures::median_cycle_days_won), all.won),
      figure(Text{"Mean days to lose", "丢单平均天数"}, doc::cell(all.mean_cycle_days_lost),
             definition(&WinLossFigures::mean_cycle_days_lost), all.lost),
      figure(Text{"Median days to lose", "丢单天数中位数"}, doc::cell(all.median_cycle_days_lost),
             definition(&WinLossFigures::median_cycle_days_lost), all.lost),
      figure(Text{"Days until a quarter is closed", "四分之一关闭所需天数"}, days(cycle.quarter_closed_days),
             definition(&CycleFigures::quarter_closed_days), dated),
      figure(Text{"Days until half is closed", "一半关闭所需天数"}, days(cycle.half_closed_days),
             definition(&CycleFigures::half_closed_days), dated),
      figure(Text{"Days until three quarters are closed", "四分之三关闭所需天数"},
             days(cycle.three_quarters_closed_days), definition(&CycleFigures::three_quarters_closed_days),
             dated)};
  return {"cycle", Text{"Cycle", "周期"}, {figures}};
}

doc::Section trend(const WinLossResult& result) {
  doc::BarChart chart = rate_chart();
  doc::Table table;
  table.columns = rate_columns(result, Text{"Quarter", "季度"});
  table.columns.push_back(
      {Text{"Won amount", "赢单金额"}, Basis{definition(&TrendFigures::won_amount), result.overall.won,
                                             result.overall.lost + result.open_ignored}});
  for (const TrendFigures& row : result.trend) {
    chart.bars.push_back(rate_bar(Message::verbatim(row.period), row));
    std::vector<Cell> cells = rate_cells(Message::verbatim(row.period), row);
    cells.push_back(doc::cell(row.won_amount));
    table.rows.push_back(std::move(cells));
  }
  return {"trend", Text{"Trend", "趋势"}, {std::move(chart), std::move(table)}};
}

}  // namespace

doc::Document WinLossReport::render(const WinLossResult& result, const Scope&) {
  doc::Document document{kInfo.title, {}, {overall(result), findings_section(result)}};
  std::vector<doc::Section>& sections = document.sections;
  if (!result.loss_reasons.empty()) sections.push_back(reasons(result));
  if (!result.stages.empty()) sections.push_back(stages(result));
  if (!result.competitors.empty()) sections.push_back(competitors(result));
  add_dimensions(result, sections);
  if (result.cycle.closed > 0) sections.push_back(cycle(result));
  if (!result.trend.empty()) sections.push_back(trend(result));
  return document;
}

}  // namespace ae::report
