#include <algorithm>
#include <span>

#include "ae/forecast/backtest_document.h"
#include "ae/forecast/forecast_report.h"
#include "ae/report/definition.h"
#include "ae/report/labels.h"
#include "ae/report/playbook_place.h"

namespace ae::forecast {
namespace {

using doc::Basis;
using doc::Cell;
using doc::Column;
using doc::Count;
using doc::KeyFigure;
using doc::Mood;
using doc::Value;

constexpr std::size_t kDealsShown = 15;
constexpr std::size_t kGroupsShown = 20;

Message count_of(std::int64_t count) { return report::deals(count); }

doc::Section summary(const ForecastResult& result) {
  const auto basis = [&](Text how, std::int64_t in) { return Basis{how, in, result.rows - in}; };
  const std::int64_t due = result.open_in_period.count;
  doc::KeyFigures figures;
  figures.figures = {
      KeyFigure{Text{"Closed so far", "已成交"}, doc::cell(result.closed.amount),
                count_of(result.closed.count),
                basis(report::definition(&ForecastResult::closed), result.closed.count)},
      KeyFigure{Text{"Quota", "配额"}, doc::cell(result.quota), {}, std::nullopt},
      KeyFigure{Text{"Gap to quota", "配额缺口"},
                doc::cell(result.gap_to_quota),
                {},
                basis(report::definition(&ForecastResult::gap_to_quota), result.closed.count)},
      KeyFigure{Text{"Open, due in the period", "本期预计成交"}, doc::cell(result.open_in_period.amount),
                count_of(due), basis(report::definition(&ForecastResult::open_in_period), due)},
      KeyFigure{
          Text{"Win rate needed", "所需赢单率"},
          Cell(doc::cell(doc::percent(result.required_win_rate)).value,
               result.required_win_rate && result.required_win_rate->units() > Ratio::kOne ? Mood::kBad
                                                                                           : Mood::kNeutral),
          Text{"gap ÷ open due in the period", "缺口 ÷ 本期预计成交的未结金额"},
          basis(report::definition(&ForecastResult::required_win_rate), due)},
      KeyFigure{Text{"Closed + stage-weighted", "已成交 + 按阶段加权"},
                doc::cell(result.stage_weighted),
                {},
                basis(report::definition(&ForecastResult::stage_weighted), due + result.closed.count)},
      KeyFigure{Text{"Closed + Commit", "已成交 + 确定成交"},
                doc::cell(result.closed_and_commit),
                {},
                basis(report::definition(&ForecastResult::closed_and_commit), due + result.closed.count)},
      KeyFigure{Text{"Closed + Commit + Best Case", "已成交 + 确定成交 + 大概率成交"},
                doc::cell(result.closed_and_best_case),
                {},
                basis(report::definition(&ForecastResult::closed_and_best_case), due + result.closed.count)}};
  if (result.overdue.count > 0) {
    figures.figures.push_back(
        {Text{"Overdue", "逾期"}, Cell(doc::cell(result.overdue.amount).value, Mood::kWarning),
         Message{Text{"{deals}, {inside} dated in the period", "{deals}，其中 {inside} 个日期在本期内"}}
             .with("deals", count_of(result.overdue.count))
             .with("inside", result.overdue_in_period.count),
         basis(report::definition(&ForecastResult::overdue), result.overdue.count)});
  }
  return {"summary", Text{"Summary", "概览"}, {figures}};
}

double share_of(const std::optional<Money>& part, std::int64_t whole) {
  if (!part || whole <= 0 || part->minor <= 0) return 0;
  return std::min(1.0, static_cast<double>(part->minor) / static_cast<double>(whole));
}

double minor_of(const std::optional<Money>& money) { return money ? static_cast<double>(money->minor) : 0; }

/// From what is closed to what half of all outcomes reach, step by step, on one scale with the quota.
doc::BarChart waterfall(const ModelFigures& model, const ForecastResult& result) {
  const double closed = std::max(0.0, minor_of(result.closed.amount));
  const double open = minor_of(model.open_mean);
  const double fresh = minor_of(model.new_business_mean);
  const double p50 = minor_of(model.p50);
  const double mean = closed + open + fresh;
  const double largest = std::max({mean, minor_of(result.quota), p50, minor_of(model.p90), 1.0});
  doc::BarChart chart{Text{"From today to the end", "从今天到期末"}, {}, {}};
  const auto step = [&](Text label, const std::optional<Money>& value, double from, double to) {
    if (!value) return;
    const double low = std::max(0.0, std::min(from, to));
    const double length = std::max(0.0, std::max(from, to) - low) / largest;
    chart.bars.push_back({label, doc::cell(value), length, length, low / largest});
  };
  step(Text{"Closed so far", "已成交"}, result.closed.amount, 0, closed);
  step(Text{"+ open deals", "+ 未结商机"}, model.open_mean, closed, closed + open);
  step(Text{"+ deals not yet created", "+ 尚未创建的商机"}, model.new_business_mean, closed + open, mean);
  step(Text{"= expected total", "= 预期总额"}, model.mean, 0, mean);
  step(Text{"P50: half above", "P50：半数高于"}, model.p50, 0, p50);
  step(Text{"P10 up to P90", "P10 直至 P90"}, model.p90, minor_of(model.p10), minor_of(model.p90));
  if (result.quota) {
    chart.mark = minor_of(result.quota) / largest;
    chart.mark_label = Text{"Quota", "配额"};
  }
  return chart;
}

/// The total week by week: solid up to today, then the range that holds eight of ten outcomes.
doc::Section fan_section(const ForecastResult& result) {
  double largest = std::max(1.0, minor_of(result.quota));
  for (const FanFigures& point : result.fan)
    largest = std::max({largest, minor_of(point.closed), minor_of(point.p90)});
  doc::BarChart chart{
      Text{"P50 to P90", "P50 至 P90"}, Text{"Closed; then P10 to P50", "已成交；其后为 P10 至 P50"}, {}};
  doc::Table table;
  table.columns = {Column{Text{"Day", "日期"}, {}}, Column{Text{"Closed", "已成交"}, {}},
                   Column{Text{"P10", "P10"}, {}}, Column{Text{"P50", "P50"}, {}},
                   Column{Text{"P90", "P90"}, {}}};
  for (const FanFigures& point : result.fan) {
    table.rows.push_back({Value(point.date), doc::cell(point.closed), doc::cell(point.p10),
                          doc::cell(point.p50), doc::cell(point.p90)});
    const bool past = point.closed.has_value();
    const double low = past ? 0 : std::max(0.0, minor_of(point.p10)) / largest;
    const double middle = std::max(0.0, minor_of(past ? point.closed : point.p50)) / largest;
    const double high = past ? middle : std::max(0.0, minor_of(point.p90)) / largest;
    chart.bars.push_back({Message::verbatim(point.date.iso()), doc::cell(past ? point.closed : point.p50),
                          high - low, middle - low, low});
  }
  if (result.quota) {
    chart.mark = minor_of(result.quota) / largest;
    chart.mark_label = Text{"Quota", "配额"};
  }
  return {"fan", Text{"Through the period", "期间走势"}, {std::move(chart), std::move(table)}};
}

Message feature_words(const FeatureShiftFigures& features) {
  Message fields;
  for (const std::string& column : features.columns) {
    const Message next = name(enumerator_of_key<OpportunityField>(column));
    fields =
        fields.empty()
            ? next
            : Message{Text{"{first}, {then}", "{first}、{then}"}}.with("first", fields).with("then", next);
  }
  const Text words =
      features.signal
          ? Text{"Chances are shifted by what these fields tell of {closed} closed deals: {fields}.",
                 "概率已按以下字段在 {closed} 个已关闭商机中所示的差异作了调整：{fields}。"}
          : Text{
                "These fields tell no more of {closed} closed deals than the base rate, and shift no chance: "
                "{fields}.",
                "以下字段在 {closed} 个已关闭商机中并不比基准赢单率更能说明结果，不用于调整概率：{fields}。"};
  return Message{words}.with("fields", fields).with("closed", features.closed);
}

doc::Section model_section(const ForecastResult& result) {
  doc::Section section{"model", Text{"What to expect", "预期结果"}, {}, {}};
  if (!result.one_currency) {
    section.blocks.emplace_back(doc::Paragraph{
        Text{"Amounts stand in several currencies: give dated rates with --rates FILE to forecast money.",
             "金额涉及多个币种：请用 --rates 文件 提供带日期的汇率，以预测金额。"}});
    return section;
  }
  if (!result.model) {
    section.blocks.emplace_back(
        doc::Paragraph{Text{"There are no closed deals to learn from. Give them in the same file or with "
                            "--history FILE; until then "
                            "the stage-weighted figure is the best there is.",
                            "没有可供学习的已关闭商机。请在同一文件中提供，或使用 --history "
                            "文件；在此之前，按阶段加权即为最佳估计。"}});
    return section;
  }
  const ModelFigures& model = *result.model;
  const auto figure = [&](Text label, Cell value, Text how) {
    return KeyFigure{label, std::move(value), {}, Basis{how, result.rows, 0}};
  };
  doc::KeyFigures figures;
  figures.figures = {
      figure(Text{"Expected total", "预期总额"}, doc::cell(model.mean),
             report::definition(&ModelFigures::mean)),
      figure(Text{"P10", "P10"}, doc::cell(model.p10), report::definition(&ModelFigures::p10)),
      figure(Text{"P50", "P50"}, doc::cell(model.p50), report::definition(&ModelFigures::p50)),
      figure(Text{"P90", "P90"}, doc::cell(model.p90), report::definition(&ModelFigures::p90)),
      figure(Text{"Chance of quota", "达成配额的概率"}, doc::cell(doc::percent(model.probability_of_quota)),
             report::definition(&ModelFigures::probability_of_quota)),
      figure(Text{"From open deals", "来自未结商机"}, doc::cell(model.open_mean),
             report::definition(&ModelFigures::open_mean)),
      figure(Text{"From deals not yet created", "来自尚未创建的商机"}, doc::cell(model.new_business_mean),
             report::definition(&ModelFigures::new_business_mean))};
  section.blocks.emplace_back(waterfall(model, result));
  section.blocks.emplace_back(std::move(figures));
  const Message evidence =
      model.points > 0
          ? Message{Text{"Learnt from {closed} closed deals; on {points} past days it missed by {wape} % in "
                         "all.",
                         "学习自 {closed} 个已关闭商机；在 {points} 个历史时点上总偏差为 {wape}%。"}}
                .with("closed", model.closed_deals_used)
                .with("points", model.points)
                .with("wape", model.wape ? to_decimal(model.wape->units(), 2) : std::string("–"))
          : Message{Text{"Learnt from {closed} closed deals; no full past quarter to test it on, so the "
                         "range is wide.",
                         "学习自 {closed} 个已关闭商机；没有完整历史季度可供检验，故区间较宽。"}}
                .with("closed", model.closed_deals_used);
  section.blocks.emplace_back(doc::Paragraph{evidence});
  if (model.features) section.blocks.emplace_back(doc::Paragraph{feature_words(*model.features)});
  return section;
}

doc::Section categories(const ForecastResult& result) {
  std::int64_t largest = 0;
  for (const ForecastCategoryFigures& row : result.by_category)
    largest = std::max(largest, row.amount ? row.amount->minor : 0);
  const auto column = [&](Text label, auto member) {
    return Column{label, Basis{report::definition(member), result.open_in_period.count,
                               result.rows - result.open_in_period.count}};
  };
  doc::BarChart chart{
      Text{"Open amount due in the period", "本期预计成交的未结金额"}, Text{"Weighted", "加权"}, {}};
  doc::Table table;
  table.columns = {Column{Text{"Category", "预测类别"}, {}},
                   column(Text{"Deals", "商机数"}, &ForecastCategoryFigures::count),
                   column(Text{"Amount", "金额"}, &ForecastCategoryFigures::amount),
                   column(Text{"Weighted", "加权金额"}, &ForecastCategoryFigures::weighted),
                   column(Text{"Or better", "累计"}, &ForecastCategoryFigures::cumulative_amount)};
  for (const ForecastCategoryFigures& row : result.by_category) {
    const Message label = name(row.category.value_or(ForecastCategory::kNone));
    chart.bars.push_back(
        {label, doc::cell(row.amount), share_of(row.amount, largest), share_of(row.weighted, largest)});
    table.rows.push_back({Value(label), Value(Count{row.count}), doc::cell(row.amount),
                          doc::cell(row.weighted), doc::cell(row.cumulative_amount)});
  }
  doc::Section section{"categories", Text{"Forecast categories", "预测类别"}, {}, {}};
  if (largest > 0) section.blocks.emplace_back(std::move(chart));
  section.blocks.emplace_back(std::move(table));
  return section;
}

Value group_name(const ForecastGroupFigures& group) {
  return Value(group.value ? Message::verbatim(*group.value) : Message(Text{"(blank)", "（空白）"}));
}

/// What owners or teams are expected to bring, adjusted where something is; nullopt when nothing is known of
/// any.
std::optional<doc::Table> expectations(std::span<const ForecastGroupFigures> groups) {
  const auto any = [&](auto member) {
    return std::any_of(groups.begin(), groups.end(),
                       [&](const ForecastGroupFigures& row) { return (row.*member).has_value(); });
  };
  const bool is_adjusted = any(&ForecastGroupFigures::adjusted);
  if (!any(&ForecastGroupFigures::mean) && !is_adjusted) return std::nullopt;
  doc::Table table;
  table.columns = {Column{name(groups.front().dimension), {}},
                   Column{Text{"P10", "P10"}, {}},
                   Column{Text{"P50", "P50"}, {}},
                   Column{Text{"P90", "P90"}, {}},
                   Column{Text{"Expected", "期望值"}, {}},
                   Column{Text{"Chance of quota", "达成概率"}, {}}};
  if (is_adjusted) {
    table.columns.push_back({Text{"Adjustment", "调整"}, {}});
    table.columns.push_back({Text{"Adjusted", "调整后"}, {}});
  }
  for (const ForecastGroupFigures& row : groups.first(std::min(groups.size(), kGroupsShown))) {
    table.rows.push_back({group_name(row), doc::cell(row.p10), doc::cell(row.p50), doc::cell(row.p90),
                          doc::cell(row.mean), doc::cell(doc::percent(row.probability_of_quota))});
    if (!is_adjusted) continue;
    table.rows.back().push_back(doc::cell(row.adjustment));
    table.rows.back().push_back(doc::cell(row.adjusted ? row.adjusted : row.mean));
  }
  return table;
}

/// One section for each field that groups.
void add_groups(const ForecastResult& result, std::vector<doc::Section>& sections) {
  for (std::size_t first = 0; first < result.by.size();) {
    const OpportunityField dimension = result.by[first].dimension;
    doc::Table table;
    table.columns = {Column{name(dimension), {}},
                     Column{Text{"Closed", "已成交"}, {}},
                     Column{Text{"Commit", "确定成交"}, {}},
                     Column{Text{"Best Case", "大概率成交"}, {}},
                     Column{Text{"Pipeline", "活跃商机"}, {}},
                     Column{Text{"Upside", "潜在机会"}, {}},
                     Column{Text{"Weighted total", "加权总额"}, {}},
                     Column{Text{"Quota", "配额"}, {}},
                     Column{Text{"Attained", "完成率"}, {}}};
    std::size_t end = first;
    for (; end < result.by.size() && result.by[end].dimension == dimension; ++end) {
      const ForecastGroupFigures& row = result.by[end];
      if (end - first >= kGroupsShown) continue;
      table.rows.push_back({group_name(row), doc::cell(row.closed), doc::cell(row.commit),
                            doc::cell(row.best_case), doc::cell(row.pipeline), doc::cell(row.upside),
                            doc::cell(row.stage_weighted), doc::cell(row.quota),
                            doc::cell(doc::percent(row.attainment))});
    }
    if (end - first > kGroupsShown) {
      table.footnote = Message{Text{"{shown} of {all} shown; --format json has all",
                                    "显示 {all} 个中的 {shown} 个；--format json 含全部"}}
                           .with("shown", static_cast<std::int64_t>(kGroupsShown))
                           .with("all", static_cast<std::int64_t>(end - first));
    }
    doc::Section section{std::string("by_") + std::string(key(dimension)), name(dimension), {}, {}};
    section.blocks.emplace_back(std::move(table));
    if (auto expected = expectations(std::span(result.by).subspan(first, end - first)))
      section.blocks.emplace_back(*std::move(expected));
    sections.push_back(std::move(section));
    first = end;
  }
}

Message reasons_of(const ForecastDealFigures& deal) {
  Message joined;
  for (const Message& reason : deal.reasons) {
    joined =
        joined.empty()
            ? reason
            : Message{Text{"{first}; {then}", "{first}；{then}"}}.with("first", joined).with("then", reason);
  }
  return joined;
}

doc::Section deals(const ForecastResult& result) {
  doc::Table table;
  table.columns = {
      Column{Text{"Deal", "商机"}, {}},
      Column{Text{"Owner", "负责人"}, {}},
      Column{Text{"Close date", "预计成交"}, {}},
      Column{Text{"Amount", "金额"}, {}},
      Column{Text{"Category", "类别"}, {}},
      Column{Text{"Chance", "概率"}, Basis{report::definition(&ForecastDealFigures::probability),
                                           result.deals_total, result.rows - result.deals_total}},
      Column{Text{"From", "下限"}, {}},
      Column{Text{"To", "上限"}, {}},
      Column{Text{"Why", "原因"}, {}}};
  for (const ForecastDealFigures& deal : result.deals) {
    if (table.rows.size() == kDealsShown) break;
    const Message category = deal.category ? Message(name(*deal.category)) : Message();
    table.rows.push_back({Value(Message::verbatim(deal.name.value_or(deal.id.value_or("")))),
                          Value(Message::verbatim(deal.owner.value_or(""))),
                          deal.close_date.is_none()
                              ? Cell()
                              : Cell(Value(deal.close_date), deal.overdue ? Mood::kWarning : Mood::kNeutral),
                          doc::cell(deal.amount), Value(category), doc::cell(doc::percent(deal.probability)),
                          doc::cell(doc::percent(deal.probability_low)),
                          doc::cell(doc::percent(deal.probability_high)), Value(reasons_of(deal))});
  }
  const auto shown = static_cast<std::int64_t>(table.rows.size());
  if (shown < result.deals_total) {
    table.footnote =
        Message{Text{"{shown} of {all} open deals shown, by what they are expected to bring in the period",
                     "显示 {all} 个未结商机中的 {shown} 个，按本期期望贡献排序"}}
            .with("shown", shown)
            .with("all", result.deals_total);
  }
  return {"deals", Text{"Deals behind it", "相关商机"}, {std::move(table)}};
}

}  // namespace

doc::Document ForecastReport::render(const ForecastResult& result, const Scope&) {
  doc::Document document{kInfo.title, {}, {summary(result), model_section(result), categories(result)}};
  std::vector<doc::Section>& sections = document.sections;
  if (findings(result) > 0)
    sections.front().blocks.emplace_back(
        report::playbook_place::what_to_do(report::playbook_place::kWeeklyCall));
  if (!result.fan.empty()) sections.push_back(fan_section(result));
  if (!result.adjustments.empty()) {
    sections.insert(sections.begin() + 2,
                    adjustments_section(result.expected_total(), result.adjusted_total, result.adjustments));
  }
  if (!result.methods.empty()) sections.push_back(methods_section(result.methods, true, result.rows));
  add_groups(result, sections);
  if (!result.deals.empty()) sections.push_back(deals(result));
  return document;
}

}  // namespace ae::forecast
