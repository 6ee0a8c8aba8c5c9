#include "ae/method/negotiate_answer.h"

#include <algorithm>

#include <fmt/format.h>

#include "ae/domain/discount.h"

namespace ae::method {
namespace {

using Prices = std::vector<PricePoint>;

Prices prices_of(const DealRecord& deal, const DiscountPolicy& policy) {
  Prices prices;
  const std::optional<Money> list = deal.discount.list ? deal.discount.list : deal.amount;
  const auto add = [&](std::string point, const std::optional<Money>& price) {
    if (!price) return;
    std::optional<Ratio> discount;
    if (list && list->minor > 0) discount = Ratio::of(list->minor - price->minor, list->minor);
    prices.push_back({std::move(point), *price, discount});
  };
  add("list", list);
  add("asked", deal.discount.price);
  add("target", deal.negotiation.target_price);
  add("walk_away", deal.negotiation.walk_away_price);
  add("budget", deal.negotiation.budget);
  add("approval_threshold", deal.negotiation.approval_threshold);
  for (const DiscountTier tier : enumerators<DiscountTier>()) {
    const std::optional<std::int64_t> floor = list ? floor_price(tier, list->minor, policy) : std::nullopt;
    if (floor) add(fmt::format("{}_floor", key(tier)), Money{*floor, list->currency});
  }
  std::stable_sort(prices.begin(), prices.end(),
                   [](const PricePoint& a, const PricePoint& b) { return a.price.minor > b.price.minor; });
  return prices;
}

struct PointName {
  std::string_view point;
  Text name;
  bool ours;  ///< a limit of ours or theirs, not of a tier
};

const PointName& name_of(std::string_view point) {
  static constexpr PointName kNames[] = {
      {"list", {"List price", "目录价"}, true},
      {"asked", {"Price asked for", "申请的价格"}, true},
      {"target", {"Our target", "我方目标价"}, true},
      {"walk_away", {"We leave below", "低于此价退出"}, true},
      {"budget", {"Their budget", "对方预算"}, true},
      {"approval_threshold", {"Their next approval above", "对方须另批的限额"}, true},
      {"standard_floor", {"Lowest without approval", "无须审批的最低价"}, false},
      {"moderate_floor", {"Lowest with a manager", "经理可批的最低价"}, false},
      {"deep_floor", {"Lowest with a director", "总监可批的最低价"}, false}};
  return *std::find_if(std::begin(kNames), std::end(kNames),
                       [&](const PointName& each) { return each.point == point; });
}

doc::Section price_section(const NegotiateResult& result) {
  doc::BarChart chart;
  chart.unit = Text{"Price", "价格"};
  const double highest =
      result.prices.empty()
          ? 1
          : static_cast<double>(std::max<std::int64_t>(1, result.prices.front().price.minor));
  for (const PricePoint& point : result.prices) {
    const PointName& named = name_of(point.point);
    doc::Bar bar;
    bar.label = named.name;
    bar.value = doc::Cell(point.price);
    bar.length = static_cast<double>(point.price.minor) / highest;
    bar.solid = named.ours ? bar.length : 0;
    chart.bars.push_back(std::move(bar));
  }
  chart.solid_label = Text{"prices of the deal; lighter: limits of the policy", "商机价格；浅色为策略限额"};
  if (result.prices.empty()) {
    return {"prices",
            Text{"Prices", "价格"},
            {doc::Paragraph{Text{"No list price and no amount: fill in discount.list",
                                 "没有目录价与金额：请填写 discount.list"},
                            doc::Mood::kWarning}},
            {}};
  }
  return {"prices", Text{"Prices", "价格"}, {std::move(chart)}, {}};
}

doc::Section constraints_section(const NegotiateResult& result) {
  const NegotiationPlan& plan = result.plan;
  doc::Table table;
  table.columns = {{Text{"Constraint", "约束"}, {}}, {Text{"What is known", "已知情况"}, {}}};
  const auto words = [](const std::optional<std::string>& text) {
    return text ? doc::Cell(Message::verbatim(*text)) : doc::Cell();
  };
  const auto add = [&](Text label, doc::Cell value) {
    table.rows.push_back({doc::Value(Message(label)), std::move(value)});
  };
  add(Text{"Their budget", "对方预算"}, doc::cell(plan.budget));
  add(Text{"Amount above which they need another approval", "超过此金额对方须另行审批"},
      doc::cell(plan.approval_threshold));
  add(Text{"By when they have to decide", "对方须决定的日期"}, doc::cell(plan.deadline));
  add(Text{"What happens on that day", "该日的事由"}, words(plan.deadline_reason));
  add(Text{"Our target", "我方目标价"}, doc::cell(plan.target_price));
  add(Text{"We leave below", "低于此价退出"}, doc::cell(plan.walk_away_price));
  add(Text{"What we do without agreement", "谈不成时我方的选择"}, words(plan.alternative));
  doc::Section section{"constraints", Text{"Constraints and limits", "约束与底线"}, {std::move(table)}, {}};
  if (!result.blanks.empty()) {
    section.blocks.emplace_back(doc::Paragraph{
        Message{Text{"Not prepared yet: {count}; fill them in under [negotiation] of the deal's file",
                     "尚未准备：{count} 项；请在商机文件的 [negotiation] 下填写"}}
            .with("count", static_cast<std::int64_t>(result.blanks.size())),
        doc::Mood::kWarning});
  }
  return section;
}

doc::Section trades_section(const NegotiationPlan& plan) {
  doc::Table table;
  table.columns = {{Text{"If we …", "如果我方……"}, {}},
                   {Text{"Costs us", "我方代价"}, {}},
                   {Text{"… will you", "……贵方能否"}, {}},
                   {Text{"Worth to us", "对我方的价值"}, {}}};
  for (const PlannedTrade& trade : plan.trades) {
    table.rows.push_back({doc::Value(Message::verbatim(trade.give)), doc::cell(trade.give_costs),
                          doc::Value(Message::verbatim(trade.get)), doc::cell(trade.get_worth)});
  }
  return {"trades", Text{"Planned trades", "计划的交换"}, {std::move(table)}, {}};
}

doc::Section options_section(const NegotiateResult& result) {
  doc::Table table;
  table.columns = {{Text{"Option", "选项"}, {}},
                   {Text{"We give", "我方给出"}, {}},
                   {Text{"They give", "对方给出"}, {}},
                   {Text{"Worth to us", "对我方的价值"}, {}},
                   {Text{"Worth to them", "对对方的价值"}, {}}};
  for (const TradeOption& option : result.options) {
    table.rows.push_back({doc::Value(option.name), doc::Value(option.we_give), doc::Value(option.they_give),
                          doc::Value(option.worth_to_us), doc::Value(option.worth_to_them)});
  }
  return {"options", Text{"Make the deal larger", "做大蛋糕"}, {std::move(table)}, {}};
}

doc::Section principles_section() {
  doc::Table table;
  table.columns = {{Text{"Principle", "原则"}, {}}, {Text{"Rule", "要点"}, {}}};
  for (const NegotiationPrinciple& principle : negotiation_principles())
    table.rows.push_back({doc::Value(Message(principle.name)), doc::Value(Message(principle.rule))});
  return {"principles", Text{"Four principles", "四项原则"}, {std::move(table)}, {}};
}

/// The plan's fields that hold nothing.
std::vector<std::string> blanks_of(const NegotiationPlan& plan) {
  std::vector<std::string> blanks;
  for_each_field<NegotiationPlan>([&](const auto& field) {
    const auto& member = plan.*(field.member);
    if constexpr (requires { member.has_value(); }) {
      if (!member.has_value()) blanks.emplace_back(field.name);
    } else {
      if (member.empty()) blanks.emplace_back(field.name);
    }
  });
  return blanks;
}

}  // namespace

NegotiateResult prepare_negotiation(const DealRecord& deal, const DiscountPolicy& policy) {
  NegotiateResult result;
  result.deal = deal.name;
  result.prices = prices_of(deal, policy);
  result.plan = deal.negotiation;
  result.blanks = blanks_of(deal.negotiation);
  result.ledger = ledger_of(deal);
  for (const WinWinOption& option : win_win_options())
    result.options.push_back(
        {option.id, option.name, option.we_give, option.they_give, option.worth_to_us, option.worth_to_them});
  return result;
}

doc::Document negotiate_document(const NegotiateResult& result) {
  doc::Document document{
      Text{"Negotiation sheet", "谈判准备表"}, {}, {constraints_section(result), price_section(result)}};
  if (!result.plan.trades.empty()) document.sections.push_back(trades_section(result.plan));
  if (!result.ledger.entries.empty()) {
    for (doc::Section& section : ledger_document(result.ledger).sections)
      document.sections.push_back(std::move(section));
  }
  document.sections.push_back(options_section(result));
  document.sections.push_back(principles_section());
  return document;
}

}  // namespace ae::method
