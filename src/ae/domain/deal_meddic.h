#pragma once

#include <optional>
#include <string>
#include <tuple>

#include "ae/base/date.h"
#include "ae/base/fields.h"
#include "ae/domain/meddic.h"

/// What a deal's file says about the letters of MEDDIC.
namespace ae {

struct LetterEntry {
  std::optional<LetterState> state;
  std::optional<std::string> answer, person;
  std::optional<Date> confirmed;

  static constexpr auto fields() {
    return std::tuple{field("state", &LetterEntry::state,
                            Text{"How well it is known: unknown, assumed, said (by the buyer) or quantified",
                                 "了解程度：unknown 未知、assumed 推测、said 客户已说明、quantified 已量化"}),
                      field("answer", &LetterEntry::answer, Text{"What is known", "已知内容"}),
                      field("person", &LetterEntry::person,
                            Text{"The person it is about, or who said it", "相关人或说明人"}),
                      field("confirmed", &LetterEntry::confirmed,
                            Text{"Day on which the buyer last confirmed it", "客户最近一次确认的日期"})};
  }
};

struct DealMeddic {
  std::optional<bool> meddpicc;
  LetterEntry metrics, economic_buyer, decision_criteria, decision_process, identify_pain, champion,
      paper_process, competition;

  static constexpr auto fields() {
    return std::tuple{
        field("meddpicc", &DealMeddic::meddpicc,
              Text{"Ask for the two letters of MEDDPICC as well", "同时要求 MEDDPICC 的另两个字母"}),
        field("metrics", &DealMeddic::metrics, Text{"Metrics", "可衡量成果"}),
        field("economic_buyer", &DealMeddic::economic_buyer, Text{"Economic Buyer", "预算决策者"}),
        field("decision_criteria", &DealMeddic::decision_criteria, Text{"Decision Criteria", "决策标准"}),
        field("decision_process", &DealMeddic::decision_process, Text{"Decision Process", "决策流程"}),
        field("identify_pain", &DealMeddic::identify_pain, Text{"Identify Pain", "识别痛点"}),
        field("champion", &DealMeddic::champion, Text{"Champion", "内部支持者"}),
        field("paper_process", &DealMeddic::paper_process, Text{"Paper Process", "签约流程"}),
        field("competition", &DealMeddic::competition, Text{"Competition", "竞争对手"})};
  }

  const LetterEntry& at(MeddicLetter letter) const;
};

}  // namespace ae
