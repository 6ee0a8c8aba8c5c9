#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "ae/base/date.h"
#include "ae/base/fields.h"
#include "ae/base/money.h"

/// What is prepared before a negotiation: their constraints, our limits, and the trades that are planned.
namespace ae {

struct PlannedTrade {
  std::string give;
  std::string get;
  std::optional<Money> give_costs, get_worth;

  static constexpr auto fields() {
    return std::tuple{
        field("give", &PlannedTrade::give, Text{"If we …", "如果我方……"}),
        field("get", &PlannedTrade::get, Text{"… will you", "……贵方能否"}),
        field("give_costs", &PlannedTrade::give_costs, Text{"What it costs us", "我方的代价"}),
        field("get_worth", &PlannedTrade::get_worth, Text{"What theirs is worth to us", "对我方的价值"})};
  }
};

struct NegotiationPlan {
  std::optional<Money> budget, approval_threshold;
  std::optional<Date> deadline;
  std::optional<std::string> deadline_reason;
  std::optional<Money> target_price, walk_away_price;
  std::optional<std::string> alternative;
  std::vector<PlannedTrade> trades;

  static constexpr auto fields() {
    return std::tuple{
        field("budget", &NegotiationPlan::budget, Text{"Their budget", "对方预算"}),
        field("approval_threshold", &NegotiationPlan::approval_threshold,
              Text{"Amount above which they need another approval", "超过此金额对方须另行审批"}),
        field("deadline", &NegotiationPlan::deadline,
              Text{"By when they have to decide", "对方须决定的日期"}),
        field("deadline_reason", &NegotiationPlan::deadline_reason,
              Text{"What happens on that day", "该日的事由"}),
        field("target_price", &NegotiationPlan::target_price, Text{"Price we want", "目标价格"}),
        field("walk_away_price", &NegotiationPlan::walk_away_price,
              Text{"Price below which we leave", "低于此价即退出"}),
        field("alternative", &NegotiationPlan::alternative,
              Text{"What we do when there is no agreement", "谈不成时我方的选择"}),
        field("trades", &NegotiationPlan::trades, Text{"Trades that are planned", "计划的交换"})};
  }
};

/// One of the method's four principles, from content/method/negotiation.toml.
struct NegotiationPrinciple {
  std::string id;
  Text name, rule, example;
  std::vector<Text> how;
};

/// A way to make the deal larger for both sides.
struct WinWinOption {
  std::string id;
  Text name, we_give, they_give, worth_to_us, worth_to_them;
};

const std::vector<NegotiationPrinciple>& negotiation_principles();
const std::vector<WinWinOption>& win_win_options();

}  // namespace ae
