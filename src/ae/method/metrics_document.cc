#include <algorithm>

#include "ae/method/metrics.h"

namespace ae::method {
namespace {

using doc::Cell;
using doc::Count;
using doc::Value;

doc::Mood mood(const std::optional<MetricStatus>& status) {
  if (!status) return doc::Mood::kNeutral;
  return *status == MetricStatus::kOnTarget ? doc::Mood::kGood : doc::Mood::kBad;
}

Cell status_cell(const std::optional<MetricStatus>& status) {
  static constexpr Text kNames[] = {
      {"below target", "低于目标"}, {"on target", "达标"}, {"above target", "高于目标"}};
  return status ? Cell(Message(kNames[static_cast<std::size_t>(*status)]), mood(status)) : Cell();
}

Cell quantity_cell(OutcomeMetric metric, const std::optional<Quantity>& quantity,
                   const std::optional<MetricStatus>& status = std::nullopt) {
  if (!quantity) return {};
  if (const auto* money = std::get_if<Money>(&*quantity)) return {Value(*money), mood(status)};
  if (const auto* days = std::get_if<Days>(&*quantity)) return {Value(*days), mood(status)};
  const Ratio ratio = std::get<Ratio>(*quantity);
  if (metric == OutcomeMetric::kPipelineCoverage) return {Value(doc::Multiple{ratio}), mood(status)};
  return {Value(doc::Percent{ratio}), mood(status)};
}

/// "1 salesperson", "7 salespeople".
Message salespeople(std::int64_t count) {
  const Text words = count == 1 ? Text{"{count} salesperson", "{count} 位销售"}
                                : Text{"{count} salespeople", "{count} 位销售"};
  return Message{words}.with("count", count);
}

/// "1 working day", "32 working days".
Message working_days(std::int64_t count) {
  const Text words = count == 1 ? Text{"{count} working day", "{count} 个工作日"}
                                : Text{"{count} working days", "{count} 个工作日"};
  return Message{words}.with("count", count);
}

doc::Paragraph what_is_counted(const Metrics& metrics) {
  if (!metrics.counted_from) {
    return {Message{Text{"The as-of date lies before {period}: nothing is counted yet.",
                         "基准日早于 {period}：尚无可统计的内容。"}}
                .with("period", metrics.period),
            doc::Mood::kWarning};
  }
  return {Message{
      Text{"{from} to {to}: {days} of the {all} in {period}; {people}. Figures and targets are for one "
           "salesperson.",
           "{from}至 {to}：{period} 共 {all}，已计 {days} 个；{people}。数值与目标均按每位销售计。"}}
              .with("from", *metrics.counted_from)
              .with("to", *metrics.counted_to)
              .with("days", Message::verbatim(std::to_string(metrics.working_days)))
              .with("all", working_days(metrics.working_days_in_period))
              .with("period", metrics.period)
              .with("people", salespeople(metrics.reps))};
}

/// A chart of shares of a target, whose mark is the whole target. The longest bar is at least the target and
/// at most twice it.
class TargetChart {
 public:
  explicit TargetChart(Text unit) { chart_.unit = unit; }

  void add(Message label, Cell value, double share) {
    chart_.bars.push_back({std::move(label), std::move(value), share, 0, 0});
    longest_ = std::max(longest_, share);
  }
  bool empty() const { return chart_.bars.empty(); }

  doc::BarChart finish() && {
    const double scale = std::min(longest_, 2.0);
    for (doc::Bar& bar : chart_.bars) bar.length = std::clamp(bar.length / scale, 0.0, 1.0);
    chart_.mark = 1 / scale;
    chart_.mark_label = Text{"Target", "目标"};
    return std::move(chart_);
  }

 private:
  doc::BarChart chart_;
  double longest_ = 1;
};

double share_of(const ActivityFigures& row) {
  const double target = row.target_count.as_double();
  return target > 0 ? static_cast<double>(row.count) / target : 0;
}

Cell share_cell(const ActivityFigures& row) {
  const auto ratio = Ratio::of(Int128{row.count} * Rounded<2>::kOne, row.target_count.units());
  return doc::cell(doc::percent(ratio), mood(row.status));
}

doc::BarChart activity_chart(const Metrics& metrics) {
  TargetChart chart(Text{"Share of the target", "目标完成率"});
  for (const ActivityFigures& row : metrics.activity)
    chart.add(name(row.metric), share_cell(row), share_of(row));
  return std::move(chart).finish();
}

doc::Basis basis(const Metrics& metrics, Text definition) {
  return {definition, metrics.rows_in, metrics.rows_out};
}

template <typename Struct, typename Member>
Text definition_of(Member Struct::* member) {
  std::optional<Text> found;
  for_each_field<Struct>([&](const auto& field) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(field.member)>, Member Struct::*>) {
      if (field.member == member) found = field.definition;
    }
  });
  return *found;
}

doc::Table activity_table(const Metrics& metrics) {
  doc::Table table;
  table.columns = {
      {Text{"Metric", "指标"}, {}},
      {Text{"Target", "目标"}, {}},
      {Text{"Actual", "实际"}, basis(metrics, definition_of(&ActivityFigures::actual))},
      {Text{"Status", "状态"}, {}},
      {Text{"Counted", "数量"}, basis(metrics, definition_of(&ActivityFigures::count))},
      {Text{"Asked for", "应有数量"}, basis(metrics, definition_of(&ActivityFigures::target_count))}};
  for (const ActivityFigures& row : metrics.activity) {
    table.rows.push_back({Value(Message(name(row.metric))), Value(Count{row.target}),
                          doc::cell(row.actual, mood(row.status)), status_cell(row.status),
                          Value(Count{row.count}), Value(row.target_count)});
  }
  return table;
}

doc::Section activity_section(const Metrics& metrics) {
  doc::Section section{"activity", Text{"Activity", "行为指标"}, {what_is_counted(metrics)}, {}};
  if (!metrics.counted_from) return section;
  if (metrics.working_days > 0 && metrics.reps > 0) section.blocks.emplace_back(activity_chart(metrics));
  section.blocks.emplace_back(activity_table(metrics));
  return section;
}

/// Bars of the outcomes whose target is a least share or multiple.
doc::BarChart outcome_chart(const std::vector<OutcomeFigures>& outcome) {
  TargetChart chart(Text{"Share of the target", "目标完成率"});
  for (const OutcomeFigures& row : outcome) {
    if (!row.target || !row.actual || row.metric == OutcomeMetric::kSalesCycleDays) continue;
    const auto number = [](const Quantity& quantity) {
      if (const auto* money = std::get_if<Money>(&quantity)) return static_cast<double>(money->minor);
      return std::get<Ratio>(quantity).as_double();
    };
    const double target = number(*row.target);
    if (target > 0)
      chart.add(name(row.metric), quantity_cell(row.metric, row.actual, row.status),
                number(*row.actual) / target);
  }
  return std::move(chart).finish();
}

doc::Section outcome_section(const Metrics& metrics) {
  doc::Section section{"outcome", Text{"Outcome", "结果指标"}, {}, {}};
  if (!metrics.has_deals) {
    section.blocks.emplace_back(doc::Paragraph{
        Text{"No deals given: win rate, deal size, cycle, attainment and coverage come with --data FILE.",
             "未提供商机：赢单率、平均成交额、周期、配额完成率与覆盖度需用 --data 文件 提供。"}});
    return section;
  }
  doc::BarChart chart = outcome_chart(metrics.outcome);
  if (!chart.bars.empty()) section.blocks.emplace_back(std::move(chart));
  doc::Table table;
  table.columns = {{Text{"Metric", "指标"}, {}},
                   {Text{"Target", "目标"}, {}},
                   {Text{"Actual", "实际"}, {}},
                   {Text{"Status", "状态"}, {}}};
  for (const OutcomeFigures& row : metrics.outcome) {
    table.rows.push_back({Value(Message(name(row.metric))), quantity_cell(row.metric, row.target),
                          quantity_cell(row.metric, row.actual, row.status), status_cell(row.status)});
  }
  section.blocks.emplace_back(std::move(table));
  return section;
}

/// Short heads of the activity columns.
Text head(ActivityMetric metric) {
  static constexpr Text kHeads[] = {{"Calls/day", "电话/日"},
                                    {"Emails/day", "邮件/日"},
                                    {"Meetings/wk", "会议/周"},
                                    {"Demos/wk", "演示/周"},
                                    {"Proposals/wk", "提案/周"}};
  return kHeads[static_cast<std::size_t>(metric)];
}

Text head(OutcomeMetric metric) {
  static constexpr Text kHeads[] = {{"Win rate", "赢单率"},
                                    {"Deal size", "平均成交额"},
                                    {"Cycle (days)", "周期（天）"},
                                    {"Attainment", "配额完成率"},
                                    {"Coverage", "覆盖度"}};
  return kHeads[static_cast<std::size_t>(metric)];
}

Cell words(const std::optional<std::string>& text) { return text ? Cell(Message::verbatim(*text)) : Cell(); }

std::vector<Cell> target_row(const Metrics& metrics, std::size_t names) {
  std::vector<Cell> row(names);
  row[0] = Value(Message(Text{"Target", "目标"}));
  for (const ActivityFigures& each : metrics.activity) row.emplace_back(Value(Count{each.target}));
  return row;
}

void add_actuals(std::vector<Cell>& row, const std::vector<ActivityFigures>& activity) {
  for (const ActivityFigures& each : activity) row.push_back(doc::cell(each.actual, mood(each.status)));
}

void add_actuals(std::vector<Cell>& row, const std::vector<OutcomeFigures>& outcome) {
  for (const OutcomeFigures& each : outcome)
    row.push_back(quantity_cell(each.metric, each.actual, each.status));
}

template <typename Metric>
void add_heads(doc::Table& table) {
  for (const Metric metric : enumerators<Metric>()) table.columns.push_back({head(metric), {}});
}

doc::Section owner_section(const Metrics& metrics) {
  doc::Section section{"by_owner", Text{"By salesperson", "按销售人员"}, {}, {}};
  doc::Table activity, outcome;
  activity.columns = {{Text{"Salesperson", "销售人员"}, {}}, {Text{"Team", "团队"}, {}}};
  outcome.columns = {{Text{"Salesperson", "销售人员"}, {}}};
  add_heads<ActivityMetric>(activity);
  add_heads<OutcomeMetric>(outcome);
  for (const OwnerMetrics& owner : metrics.by_owner) {
    activity.rows.push_back({Value(Message::verbatim(owner.owner)), words(owner.team)});
    add_actuals(activity.rows.back(), owner.activity);
    outcome.rows.push_back({Value(Message::verbatim(owner.owner))});
    add_actuals(outcome.rows.back(), owner.outcome);
  }
  activity.total = target_row(metrics, 2);
  section.blocks.emplace_back(std::move(activity));
  if (metrics.has_deals) section.blocks.emplace_back(std::move(outcome));
  return section;
}

doc::Section team_section(const Metrics& metrics) {
  doc::Section section{"by_team", Text{"By team", "按团队"}, {}, {}};
  doc::Table activity, outcome;
  activity.columns = {{Text{"Team", "团队"}, {}}, {Text{"People", "人数"}, {}}};
  outcome.columns = {{Text{"Team", "团队"}, {}}};
  add_heads<ActivityMetric>(activity);
  add_heads<OutcomeMetric>(outcome);
  for (const TeamMetrics& team : metrics.by_team) {
    const Message label = team.team ? Message::verbatim(*team.team) : Message(Text{"No team", "无团队"});
    activity.rows.push_back({Value(label), Value(Count{team.reps})});
    add_actuals(activity.rows.back(), team.activity);
    outcome.rows.push_back({Value(label)});
    add_actuals(outcome.rows.back(), team.outcome);
  }
  activity.total = target_row(metrics, 2);
  section.blocks.emplace_back(std::move(activity));
  if (metrics.has_deals) section.blocks.emplace_back(std::move(outcome));
  return section;
}

/// Calls of each week against what is asked for in its working days.
doc::BarChart week_chart(const Metrics& metrics) {
  TargetChart chart(Text{"Calls", "电话"});
  for (const WeekMetrics& week : metrics.trend) {
    const ActivityFigures& calls = week.activity.front();
    const std::int64_t asked = calls.target_count.units() / Rounded<2>::kOne;  // whole: a target a day
    chart.add(Message::verbatim(week.week.iso()),
              Cell(Message{Text{"{count} of {asked}", "{count} / {asked}"}}
                       .with("count", calls.count)
                       .with("asked", asked),
                   mood(calls.status)),
              share_of(calls));
  }
  return std::move(chart).finish();
}

doc::Section week_section(const Metrics& metrics) {
  doc::Section section{"trend", Text{"By week", "按周"}, {week_chart(metrics)}, {}};
  doc::Table table;
  table.columns = {{Text{"Week of", "周（周一）"}, {}}, {Text{"Working days", "工作日"}, {}}};
  for (const ActivityMetric metric : enumerators<ActivityMetric>())
    table.columns.push_back({name(type_of(metric)), {}});
  for (const WeekMetrics& week : metrics.trend) {
    table.rows.push_back({Value(week.week), Value(Count{week.working_days})});
    for (const ActivityFigures& row : week.activity)
      table.rows.back().emplace_back(Value(Count{row.count}), mood(row.status));
  }
  table.footnote = Message{Text{"Judged by what is asked of {people} in each week's working days.",
                                "按每周工作日内对 {people}的要求评判。"}}
                       .with("people", salespeople(metrics.reps));
  section.blocks.emplace_back(std::move(table));
  return section;
}

Message sentence(const ActivityLink& link) {
  const Text words = link.verdict == LinkVerdict::kTogether
                         ? Text{"More of “{activity}” goes with more of “{outcome}” across {people} "
                                "(rank correlation {rho}; chance alone: {low} to {high}).",
                                "“{activity}”越多，“{outcome}”越高（{people}，秩相关 {rho}；偶然范围 {low} 至 {high}）。"}
                         : Text{"More of “{activity}” goes with less of “{outcome}” across {people} "
                                "(rank correlation {rho}; chance alone: {low} to {high}).",
                                "“{activity}”越多，“{outcome}”越低（{people}，秩相关 {rho}；偶然范围 {low} 至 {high}）。"};
  const auto two = [](const std::optional<Ratio>& value) {
    return to_decimal(static_cast<std::int64_t>(divide_half_even(value->units(), 100)), 2);
  };
  return Message{words}
      .with("activity", Message(name(link.activity)))
      .with("outcome", Message(name(link.outcome)))
      .with("people", salespeople(link.reps))
      .with("rho", two(link.correlation))
      .with("low", two(link.chance_low))
      .with("high", two(link.chance_high));
}

doc::Table link_table(const std::vector<ActivityLink>& links) {
  doc::Table table;
  table.columns = {{Text{"Rank correlation", "秩相关系数"}, {}}};
  add_heads<OutcomeMetric>(table);
  for (const ActivityLink& link : links) {
    if (link.outcome == OutcomeMetric::kWinRate) table.rows.push_back({Value(Message(name(link.activity)))});
    const bool found = link.verdict == LinkVerdict::kTogether || link.verdict == LinkVerdict::kOpposite;
    const auto shown = link.correlation ? std::optional(Days::of_units(static_cast<std::int64_t>(
                                              divide_half_even(link.correlation->units(), 100))))
                                        : std::nullopt;
    table.rows.back().push_back(doc::cell(shown, found ? doc::Mood::kGood : doc::Mood::kNeutral));
  }
  table.footnote = Text{
      "From −1 (opposite) over 0 (nothing) to 1 (together), by rank. What goes together need "
      "not be cause and effect.",
      "按名次计算，从 −1（反向）到 0（无关）到 1（同升）。同升不等于因果。"};
  return table;
}

doc::Section link_section(const Metrics& metrics) {
  doc::Section section{"links", Text{"What goes together", "行为与结果的关联"}, {}, {}};
  std::int64_t most = 0;
  for (const ActivityLink& link : metrics.links) most = std::max(most, link.reps);
  if (most < kFewestReps) {
    section.blocks.emplace_back(doc::Paragraph{
        Message{Text{"Too few: {people} with deals and activities; below {fewest}, nothing that "
                     "goes together could be told from chance.",
                     "人数过少：同时有商机与活动的只有 {people}；不足 {fewest} 位时无法与偶然区分。"}}
            .with("people", salespeople(most))
            .with("fewest", kFewestReps)});
    return section;
  }
  bool any = false;
  for (const ActivityLink& link : metrics.links) {
    if (link.verdict != LinkVerdict::kTogether && link.verdict != LinkVerdict::kOpposite) continue;
    section.blocks.emplace_back(doc::Paragraph{sentence(link)});
    any = true;
  }
  if (!any) {
    section.blocks.emplace_back(doc::Paragraph{
        Message{Text{"Across {people} no activity goes with an outcome more than chance explains.",
                     "在 {people}之间，没有哪项行为与结果的关联超出偶然。"}}
            .with("people", salespeople(most))});
  }
  section.blocks.emplace_back(link_table(metrics.links));
  return section;
}

}  // namespace

Text name(OutcomeMetric metric) {
  static constexpr Text kNames[] = {{"Win rate", "赢单率"},
                                    {"Average deal size", "平均成交额"},
                                    {"Sales cycle in days", "销售周期（天）"},
                                    {"Quota attainment", "配额完成率"},
                                    {"Pipeline coverage", "商机库覆盖度"}};
  return kNames[static_cast<std::size_t>(metric)];
}

doc::Document metrics_document(const Metrics& metrics) {
  doc::Document document{Text{"Sales metrics", "销售指标"}, {}, {}};
  document.sections.push_back(activity_section(metrics));
  document.sections.push_back(outcome_section(metrics));
  if (!metrics.by_owner.empty()) document.sections.push_back(owner_section(metrics));
  if (!metrics.by_team.empty()) document.sections.push_back(team_section(metrics));
  if (!metrics.trend.empty() && metrics.reps > 0) document.sections.push_back(week_section(metrics));
  if (!metrics.links.empty()) document.sections.push_back(link_section(metrics));
  return document;
}

}  // namespace ae::method
