#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "ae/base/date.h"
#include "ae/base/fields.h"
#include "ae/base/money.h"

/// The log of questions that a deal's file keeps: what was asked, and what the buyer answered.
namespace ae {

struct DiscoveryEntry {
  std::string question;
  std::optional<Date> asked;
  std::optional<std::string> answer, who;
  std::optional<Money> amount;
  std::optional<std::int64_t> days;
  std::optional<Money> day_cost;
  std::optional<std::int64_t> per_year;
  std::optional<std::vector<std::string>> settles;

  static constexpr auto fields() {
    return std::tuple{
        field("question", &DiscoveryEntry::question, Text{"Id of the question", "问题编号"}),
        field("asked", &DiscoveryEntry::asked, Text{"Day on which it was asked", "提问日期"}),
        field("answer", &DiscoveryEntry::answer, Text{"What the buyer answered", "客户的回答"}),
        field("who", &DiscoveryEntry::who, Text{"Who answered", "回答人"}),
        field("amount", &DiscoveryEntry::amount, Text{"The money that the answer names", "回答中的金额"}),
        field("days", &DiscoveryEntry::days, Text{"The days that the answer names", "回答中的天数"}),
        field("day_cost", &DiscoveryEntry::day_cost, Text{"What one of these days costs", "其中一天的代价"}),
        field("per_year", &DiscoveryEntry::per_year,
              Text{"How many times a year it happens", "每年发生次数"}),
        field("settles", &DiscoveryEntry::settles,
              Text{"What the answer settles, where that is not all that the question can: meddic.champion, "
                   "stage.budget_confirmed; an empty list: nothing",
                   "回答实际解决的事项（少于该问题所能解决的全部时填写）：meddic.champion、"
                   "stage.budget_confirmed；空列表表示均未解决"})};
  }

  /// Answered by a person on a day: only this counts as the buyer's word.
  bool is_attested() const { return asked && answer && who; }
  bool has_number() const { return amount || days || per_year; }
};

}  // namespace ae
