#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "ae/base/fields.h"
#include "ae/doc/document.h"
#include "ae/domain/meddic_card.h"

/// What `ae meddic` answers: what the buyer has said about each letter, and what to ask next.
namespace ae::method {

struct LetterRow {
  MeddicLetter letter = MeddicLetter::kMetrics;
  LetterState state = LetterState::kUnknown;
  std::optional<std::string> answer, person;
  std::optional<Date> confirmed;
  std::optional<Doubt> stale;
  Stage expected_by = Stage::kDiscovery;
  bool gap = false;
  std::optional<std::string> question_id;
  std::optional<Message> question;
  std::vector<std::string> answered_in;
  std::vector<Message> weak_signs;

  static constexpr auto fields() {
    return std::tuple{
        field("letter", &LetterRow::letter, Text{"Letter of MEDDIC", "MEDDIC 字母"}),
        field("state", &LetterRow::state,
              Text{"unknown, assumed, said (by the buyer) or quantified",
                   "unknown 未知、assumed 推测、said 客户已说明或 quantified 已量化"}),
        field("answer", &LetterRow::answer, Text{"What is known", "已知内容"}),
        field("person", &LetterRow::person, Text{"The person it is about, or who said it", "相关人或说明人"}),
        field("confirmed", &LetterRow::confirmed,
              Text{"Day on which the buyer last confirmed it", "客户最近一次确认的日期"}),
        field("stale", &LetterRow::stale,
              Text{"Why what was known no longer counts: too_old, undated, person_left or nobody (is named)",
                   "已知内容为何不再作数：too_old 太久、undated 无日期、person_left 相关人已离职或 nobody "
                   "未指明是谁"}),
        field("expected_by", &LetterRow::expected_by,
              Text{"Stage by whose end the buyer should have said it", "客户最迟应在此阶段内说明"}),
        field("gap", &LetterRow::gap,
              Text{"Expected in the deal's stage, and unknown, assumed or stale",
                   "当前阶段应已了解，却仍未知、仅为推测或已过时"}),
        field("question_id", &LetterRow::question_id,
              Text{"Id of the question to ask next", "下一个问题的编号"}),
        field("question", &LetterRow::question,
              Text{"What to ask next; null where nothing is open", "接下来要问的；无未决内容时为 null"}),
        field("answered_in", &LetterRow::answered_in,
              Text{"Questions of the discovery log whose answers count for it", "计入该字母的已答问题"}),
        field("weak_signs", &LetterRow::weak_signs,
              Text{"What tells that the answer is ours, not theirs", "答案其实出自我们的迹象"})};
  }
};

struct MeddicResult {
  std::optional<std::string> deal;
  std::optional<Stage> stage;
  bool meddpicc = false;
  std::int64_t known = 0;
  std::vector<LetterRow> letters;
  std::vector<MeddicLetter> gaps;

  static constexpr auto fields() {
    return std::tuple{
        field("deal", &MeddicResult::deal, Text{"Name of the deal", "商机名称"}),
        field("stage", &MeddicResult::stage,
              Text{"Stage that the gaps are judged by; null: every letter is expected",
                   "判断缺口所依据的阶段；为 null 时要求每个字母"}),
        field("meddpicc", &MeddicResult::meddpicc,
              Text{"The letters of MEDDPICC are among them", "含 MEDDPICC 的字母"}),
        field("known", &MeddicResult::known,
              Text{"Letters that the buyer said and that are not stale", "客户已说明且未过时的字母数"}),
        field("letters", &MeddicResult::letters, Text{"The letters in order", "各字母（按顺序）"}),
        field("gaps", &MeddicResult::gaps,
              Text{"Letters expected in the stage that are unknown, assumed or stale",
                   "当前阶段应已了解却未知、仅为推测或已过时的字母"})};
  }
};

MeddicResult meddic(const MeddicFacts& facts);

doc::Document meddic_document(const MeddicResult& result);

}  // namespace ae::method
