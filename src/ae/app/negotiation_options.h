#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/app/flag.h"
#include "ae/domain/concession.h"
#include "ae/domain/discount.h"

/// The flags of discounts and of the concession ledger.
namespace ae::app {

/// A discount and what is said for it.
struct DiscountOptions {
  std::optional<std::string> percent, list, price;
  std::vector<std::string> line;
  std::optional<std::string> justification, strategic_justification, quid_pro_quo, executive_sponsor,
      business_case;
  std::optional<Approver> role;

  static constexpr auto fields() {
    return std::tuple{
        flag("percent", &DiscountOptions::percent, "PERCENT",
             Text{"The discount in percent: 12.5", "折扣百分比：12.5"}),
        flag("list", &DiscountOptions::list, "AMOUNT",
             Text{"List price of what is sold", "所售内容的目录价"}),
        flag("price", &DiscountOptions::price, "AMOUNT", Text{"Price asked for", "申请的价格"}),
        flag("line", &DiscountOptions::line, "NAME=LIST:PRICE",
             Text{"One line of the offer with its list price and price; repeatable",
                  "报价的一行及其目录价与价格；可重复"}),
        flag("justification", &DiscountOptions::justification, "TEXT",
             Text{"Why the discount is needed", "折扣理由"}),
        flag("strategic_justification", &DiscountOptions::strategic_justification, "TEXT",
             Text{"Why the deal matters beyond its money", "战略层面的理由"}),
        flag("quid_pro_quo", &DiscountOptions::quid_pro_quo, "TEXT",
             Text{"What we get in return", "等价交换：我方得到什么"}),
        flag("executive_sponsor", &DiscountOptions::executive_sponsor, "NAME",
             Text{"The executive who stands behind it", "支持此事的高管"}),
        flag("business_case", &DiscountOptions::business_case, "TEXT",
             Text{"Where the business case is written", "书面业务案例所在"}),
        flag("role", &DiscountOptions::role, "ROLE",
             Text{"Who is asking; the account executive without it", "询问者的角色；默认为客户经理"})};
  }
};

/// A new entry of the ledger.
struct ConcessionOptions {
  std::optional<Side> side;
  std::optional<std::string> what;
  std::optional<std::string> worth;
  std::optional<ConcessionKind> kind;
  std::optional<Prompt> prompt;
  std::optional<std::string> with;

  static constexpr auto fields() {
    return std::tuple{
        flag("side", &ConcessionOptions::side, "SIDE", Text{"Who gives it", "由谁给出"}),
        flag("what", &ConcessionOptions::what, "TEXT", Text{"What is given", "给出的内容"}),
        flag("worth", &ConcessionOptions::worth, "AMOUNT",
             Text{"What it is worth to the side that gets it", "对得到一方的价值"}),
        flag("kind", &ConcessionOptions::kind, "KIND", Text{"What kind of thing it is", "类型"}),
        flag("prompt", &ConcessionOptions::prompt, "PROMPT",
             Text{"Whether it had been asked for", "是否应对方要求"}),
        flag("with", &ConcessionOptions::with, "ID",
             Text{"Id of the entry that it is traded for", "所交换条目的编号"})};
  }
};

}  // namespace ae::app
