#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/app/flag.h"
#include "ae/domain/deal_objection.h"

namespace ae::app {

/// Which objection, in whose words, and what came of it.
struct ObjectionOptions {
  std::optional<std::string> objection;
  std::vector<std::string> said;
  std::optional<std::string> response;
  std::optional<ObjectionOutcome> outcome;
  std::optional<Date> date;

  static constexpr auto fields() {
    return std::tuple{
        flag("objection", &ObjectionOptions::objection, "ID",
             Text{"The objection, by its id or its name", "异议（编号或名称）"}),
        flag("said", &ObjectionOptions::said, "TEXT",
             Text{"What the buyer said; several words make one text", "客户原话；多个词合为一段"}),
        flag("response", &ObjectionOptions::response, "TEXT", Text{"What we answered", "我方的回应"}),
        flag("outcome", &ObjectionOptions::outcome, "OUTCOME",
             Text{"What came of it; open without it", "结果；未给出时为 open"}),
        flag("date", &ObjectionOptions::date, "DATE",
             Text{"Day on which it happened; today without it", "发生日期；默认为今天"})};
  }
};

}  // namespace ae::app
