#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "ae/base/fields.h"
#include "ae/doc/document.h"
#include "ae/domain/inaction_cost.h"
#include "ae/domain/open_targets.h"

/// What `ae discovery` answers: the questions of the conversation, what was answered and what that settles,
/// what to ask first, and what doing nothing costs.
namespace ae::method {

struct GuideQuestion {
  std::string id;
  Message ask;
  std::optional<Message> listen_for;
  Quantity quantity = Quantity::kNone;
  std::vector<std::string> fills;
  bool asked = false;
  std::optional<std::string> answer, who;
  std::optional<Date> date;
  bool counts = false;
  std::vector<std::string> settles;

  static constexpr auto fields() {
    return std::tuple{
        field("id", &GuideQuestion::id, Text{"Id of the question", "问题编号"}),
        field("ask", &GuideQuestion::ask, Text{"The question", "问题"}),
        field(
            "listen_for", &GuideQuestion::listen_for,
            Text{"What to listen for; null for a letter's own questions", "要听什么；字母自带的问题为 null"}),
        field("quantity", &GuideQuestion::quantity,
              Text{"Kind of number that a good answer holds", "好的回答所含的数字类型"}),
        field("fills", &GuideQuestion::fills, Text{"What an answer can settle", "回答可以解决的事项"}),
        field("asked", &GuideQuestion::asked, Text{"It is in the deal's log", "已在商机记录中"}),
        field("answer", &GuideQuestion::answer, Text{"The latest answer", "最近的回答"}),
        field("who", &GuideQuestion::who, Text{"Who gave it", "回答人"}),
        field("date", &GuideQuestion::date, Text{"Day on which it was asked", "提问日期"}),
        field("counts", &GuideQuestion::counts,
              Text{"The answer has a person and a day, so it counts as the buyer's word",
                   "回答注明了人和日期，可作为客户的原话"}),
        field("settles", &GuideQuestion::settles, Text{"What the answer settles", "该回答解决的事项"})};
  }
};

struct GuideGroup {
  QuestionGroup group = QuestionGroup::kSituation;
  std::int64_t answered = 0;
  std::vector<GuideQuestion> questions;

  static constexpr auto fields() {
    return std::tuple{
        field("group", &GuideGroup::group,
              Text{"situation, problem, impact, need, or a letter of MEDDIC",
                   "situation 现状、problem 问题、impact 影响、need 需求，或 MEDDIC 字母"}),
        field("answered", &GuideGroup::answered, Text{"Questions with an answer", "已有回答的问题数"}),
        field("questions", &GuideGroup::questions, Text{"Its questions in order", "问题（按顺序）"})};
  }
};

struct FirstQuestion {
  std::string id;
  Message ask;
  Message listen_for;
  std::vector<std::string> clears;

  static constexpr auto fields() {
    return std::tuple{
        field("id", &FirstQuestion::id, Text{"Id of the question", "问题编号"}),
        field("ask", &FirstQuestion::ask, Text{"The question", "问题"}),
        field("listen_for", &FirstQuestion::listen_for, Text{"What to listen for", "要听什么"}),
        field("clears", &FirstQuestion::clears,
              Text{"Open gaps and items that an answer would settle, beyond those of the questions before it",
                   "回答可解决的未决事项（前面的问题已解决的除外）"})};
  }
};

struct CostRow {
  std::string question;
  Message ask;
  std::optional<std::string> who;
  CostUse use = CostUse::kCounted;
  std::optional<Money> amount;
  std::optional<std::int64_t> days;
  std::optional<Money> day_cost;
  std::optional<std::int64_t> times_a_year;
  std::optional<std::string> times_from;
  std::optional<Money> a_year;

  static constexpr auto fields() {
    return std::tuple{
        field("question", &CostRow::question, Text{"Id of the question", "问题编号"}),
        field("ask", &CostRow::ask, Text{"The question", "问题"}),
        field("who", &CostRow::who, Text{"Who said it", "出自何人"}),
        field(
            "use", &CostRow::use,
            Text{
                "counted, or why not: in_total, other_side, no_frequency, no_day_cost, unattested, too_large",
                "counted "
                "计入，或未计入的原因：in_total、other_side、no_frequency、no_day_cost、unattested、too_"
                "large"}),
        field("amount", &CostRow::amount, Text{"The money that the answer names", "回答中的金额"}),
        field("days", &CostRow::days, Text{"The days that the answer names", "回答中的天数"}),
        field("day_cost", &CostRow::day_cost, Text{"What one of these days costs", "其中一天的代价"}),
        field("times_a_year", &CostRow::times_a_year, Text{"How many times a year", "每年次数"}),
        field("times_from", &CostRow::times_from,
              Text{"The question whose answer says how often, where it is another", "说明次数的另一个问题"}),
        field("a_year", &CostRow::a_year,
              Text{"(amount + days × day_cost) × times_a_year", "（金额 + 天数 × 每天代价）× 每年次数"})};
  }
};

struct CostOfNothing {
  std::optional<Money> a_year;
  std::optional<std::int64_t> days_a_year;
  std::vector<CostRow> lines;

  static constexpr auto fields() {
    return std::tuple{
        field(
            "a_year", &CostOfNothing::a_year,
            Text{"Sum of the lines that are counted; null when none is", "计入各项之和；无计入项时为 null"}),
        field("days_a_year", &CostOfNothing::days_a_year, Text{"Days lost a year", "每年损失的天数"}),
        field("lines", &CostOfNothing::lines, Text{"The answers with money or days", "含金额或天数的回答"})};
  }
};

struct DiscoveryResult {
  std::optional<std::string> deal;
  std::optional<Stage> stage;
  std::optional<std::string> topic;
  std::int64_t answered = 0, total = 0;
  std::vector<FirstQuestion> first;
  CostOfNothing cost;
  std::vector<GuideGroup> groups;

  static constexpr auto fields() {
    return std::tuple{
        field("deal", &DiscoveryResult::deal, Text{"Name of the deal", "商机名称"}),
        field("stage", &DiscoveryResult::stage, Text{"Its stage", "所处阶段"}),
        field("topic", &DiscoveryResult::topic, Text{"The process under discussion", "所讨论的流程"}),
        field("answered", &DiscoveryResult::answered, Text{"Questions with an answer", "已有回答的问题数"}),
        field("total", &DiscoveryResult::total, Text{"Questions of the guide", "问题总数"}),
        field("first", &DiscoveryResult::first,
              Text{"The questions that would clear most", "最能解决未决事项的问题"}),
        field("cost", &DiscoveryResult::cost,
              Text{"What it costs the buyer a year to do nothing, by their own answers",
                   "按客户自己的回答，不行动一年的代价"}),
        field("groups", &DiscoveryResult::groups, Text{"The guide, group by group", "各组问题"})};
  }
};

/// The guide about `topic`, which may be absent, as is the deal.
DiscoveryResult discovery(const MeddicFacts& facts, const std::optional<std::string>& topic);

doc::Document discovery_document(const DiscoveryResult& result);

/// The sheet to print for a call: whom we talk to, the questions without an answer, and lines to write on.
/// `deal` may be absent.
doc::Document call_sheet(const DiscoveryResult& result, const DealRecord* deal);

/// Targets as they are listed: "MEDDIC: Champion, Scorecard: Need"; empty when there are none.
Message listed_targets(const std::vector<std::string>& targets);

}  // namespace ae::method
