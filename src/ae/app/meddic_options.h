#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ae/app/flag.h"

/// The flags of MEDDIC and of the discovery guide.
namespace ae::app {

struct MeddicOptions {
  std::vector<std::string> letter;
  bool meddpicc = false;
  std::optional<std::string> stage;

  static constexpr auto fields() {
    return std::tuple{
        flag("letter", &MeddicOptions::letter, "LETTER=STATE",
             Text{"Take LETTER (champion …) as unknown, assumed, said or quantified, as of today; repeatable",
                  "将 LETTER（champion 等）视为 unknown、assumed、said 或 quantified，以今天为准；可重复"}),
        flag("meddpicc", &MeddicOptions::meddpicc, "",
             Text{"Ask for Paper Process and Competition as well", "同时要求签约流程与竞争对手"}),
        flag("stage", &MeddicOptions::stage, "STAGE",
             Text{"Stage of the method, by its key or its name", "方法中的阶段（键或名称）"})};
  }
};

/// What the conversation is about, and how the guide comes out.
struct DiscoveryOptions {
  std::optional<std::string> topic;
  bool call_sheet = false;

  static constexpr auto fields() {
    return std::tuple{flag("topic", &DiscoveryOptions::topic, "TEXT",
                           Text{"The process that the questions are about: \"order entry\"",
                                "问题所针对的流程，如“订单录入”"}),
                      flag("call_sheet", &DiscoveryOptions::call_sheet, "",
                           Text{"A sheet to print for a call: the open questions, with lines to write on",
                                "供打印的通话清单：未答的问题及填写处"},
                           {"sheet", ""})};
  }
};

/// One answer for the log.
struct DiscoveryLogOptions {
  std::optional<std::string> question, answer, who;
  std::optional<Date> asked;
  std::optional<AmountText> amount;
  std::optional<std::int64_t> days;
  std::optional<AmountText> day_cost;
  std::optional<std::int64_t> per_year;
  std::vector<std::string> settles;

  static constexpr auto fields() {
    return std::tuple{
        flag("question", &DiscoveryLogOptions::question, "ID",
             Text{"The question that was asked, by its id", "所提问题的编号"}),
        flag("answer", &DiscoveryLogOptions::answer, "TEXT",
             Text{"What the buyer answered; asked only, without it", "客户的回答；不填表示仅已提问"}),
        flag("who", &DiscoveryLogOptions::who, "NAME", Text{"Who answered", "回答人"}),
        flag("asked", &DiscoveryLogOptions::asked, "DATE",
             Text{"Day on which it was asked; today without it", "提问日期；默认为今天"}),
        flag("amount", &DiscoveryLogOptions::amount, "AMOUNT",
             Text{"The money that the answer names, in the deal's currency", "回答中的金额（商机的币种）"},
             {"value-money", ""}),
        flag("days", &DiscoveryLogOptions::days, "N", Text{"The days that the answer names", "回答中的天数"}),
        flag("day_cost", &DiscoveryLogOptions::day_cost, "AMOUNT",
             Text{"What one of these days costs", "其中一天的代价"}),
        flag("per_year", &DiscoveryLogOptions::per_year, "N",
             Text{"How many times a year it happens", "每年发生次数"}),
        flag("settles", &DiscoveryLogOptions::settles, "TARGET",
             Text{"What the answer settles (meddic.champion, stage.budget_confirmed; none: nothing), where "
                  "that is not all that the question can; repeatable",
                  "回答实际解决的事项（meddic.champion、stage.budget_confirmed；none 表示均未解决），"
                  "少于该问题所能解决的全部时使用；可重复"})};
  }
};

}  // namespace ae::app
