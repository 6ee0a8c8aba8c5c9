#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "ae/base/fields.h"
#include "ae/doc/document.h"
#include "ae/domain/deal_record.h"
#include "ae/method/concession_answer.h"

/// What `ae negotiate` answers: the sheet that a negotiation is prepared with.
namespace ae::method {

/// A price that matters in the talk.
struct PricePoint {
  std::string point;
  Money price;
  std::optional<Ratio> discount;

  static constexpr auto fields() {
    return std::tuple{
        field("point", &PricePoint::point,
              Text{"list, standard_floor, moderate_floor, deep_floor, target, walk_away, budget, "
                   "approval_threshold",
                   "list 目录价、standard_floor 等各档最低价、target 目标价、walk_away 退出价、budget "
                   "预算、approval_threshold 审批限额"}),
        field("price", &PricePoint::price, Text{"The price", "价格"}),
        field("discount", &PricePoint::discount, Text{"What it is off the list price", "相对目录价的折扣"})};
  }
};

struct TradeOption {
  std::string option;
  Message name, we_give, they_give, worth_to_us, worth_to_them;

  static constexpr auto fields() {
    return std::tuple{
        field("option", &TradeOption::option, Text{"Id of the option", "选项编号"}),
        field("name", &TradeOption::name, Text{"The option", "选项"}),
        field("we_give", &TradeOption::we_give, Text{"What we give", "我方给出"}),
        field("they_give", &TradeOption::they_give, Text{"What they give", "对方给出"}),
        field("worth_to_us", &TradeOption::worth_to_us, Text{"What it is worth to us", "对我方的价值"}),
        field("worth_to_them", &TradeOption::worth_to_them,
              Text{"What it is worth to them", "对对方的价值"})};
  }
};

struct NegotiateResult {
  std::string deal;
  std::vector<PricePoint> prices;
  NegotiationPlan plan;
  std::vector<std::string> blanks;
  LedgerResult ledger;
  std::vector<TradeOption> options;

  static constexpr auto fields() {
    return std::tuple{
        field("deal", &NegotiateResult::deal, Text{"Name of the deal", "商机名称"}),
        field("prices", &NegotiateResult::prices,
              Text{"Prices that matter, highest first", "关键价格（从高到低）"}),
        field("plan", &NegotiateResult::plan,
              Text{"Constraints, limits and trades as prepared", "已准备的约束、底线与交换"}),
        field("blanks", &NegotiateResult::blanks, Text{"What is not prepared yet", "尚未准备的内容"}),
        field("ledger", &NegotiateResult::ledger, Text{"What was given and got so far", "迄今的让步与回报"}),
        field("options", &NegotiateResult::options,
              Text{"Ways to make the deal larger for both", "做大蛋糕的选项"})};
  }
};

NegotiateResult prepare_negotiation(const DealRecord& deal, const DiscountPolicy& policy);

doc::Document negotiate_document(const NegotiateResult& result);

}  // namespace ae::method
