#include "ae/domain/next_action.h"

#include "ae/base/enum_array.h"

namespace ae {
namespace {

struct ActionFacts {
  std::string_view key;
  Text name;
  Text action;
};

constexpr ActionFacts kActions[] = {
    {"close_date_past",
     {"Close date has passed", "预计成交日期已过"},
     {"Agree on a new date with the buyer, or close the deal as lost", "与客户商定新日期，或按丢单关闭"}},
    {"next_step_past",
     {"Next step is past", "下一步已过期"},
     {"Find out what came of the next step and agree on another", "确认下一步的结果，并商定新的下一步"}},
    {"stage_unknown",
     {"Stage is not of the method", "阶段不在方法之内"},
     {"Say where the deal stands: ae stage check", "确定商机所处阶段：ae stage check"}},
    {"amount_negative",
     {"Amount is negative", "金额为负"},
     {"Correct the amount: a refund is no open deal", "更正金额：退款不是未结商机"}},
    {"amount_missing",
     {"Amount is missing", "缺少金额"},
     {"Size the deal with the buyer, or take the price from the list", "与客户确认规模，或按价格表填写金额"}},
    {"close_date_missing",
     {"Close date is missing", "缺少预计成交日期"},
     {"Ask by when they need it, and work back from that day", "询问客户何时必须用上，并据此倒推日期"}},
    {"no_recent_activity",
     {"No recent activity", "近期无跟进"},
     {"Call your contact, and bring something new", "致电联系人，并带去新的内容"}},
    {"stage_overdue",
     {"Too long in its stage", "阶段停留过久"},
     {"Ask what holds it up; clear the exit of the stage, or step back",
      "问清卡在哪里；完成退出条件，或退回上一阶段"}},
    {"next_step_missing",
     {"Next step is missing", "缺少下一步"},
     {"Agree on a next step with a day and a person", "与客户商定下一步，明确日期和人员"}},
    {"single_threaded",
     {"Only one contact", "仅有一位联系人"},
     {"Have your contact bring in a second person, best the one who decides",
      "请联系人引荐第二个人，最好是决策者"}},
    {"advance",
     {"In good order", "状态良好"},
     {"Clear the exit of the stage: ae stage show has it", "完成该阶段的退出条件：见 ae stage show"}},
};
static_assert(std::size(kActions) == static_cast<std::size_t>(ActionRule::kCount));

}  // namespace

std::string_view key(ActionRule rule) { return kActions[static_cast<std::size_t>(rule)].key; }
Text name(ActionRule rule) { return kActions[static_cast<std::size_t>(rule)].name; }
Text action(ActionRule rule) { return kActions[static_cast<std::size_t>(rule)].action; }

std::optional<ActionRule> action_for(HygieneRule rule) {
  for (const ActionRule action : enumerators<ActionRule>()) {
    if (key(action) == key(rule)) return action;
  }
  return std::nullopt;
}

}  // namespace ae
