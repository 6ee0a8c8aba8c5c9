#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "ae/base/fields.h"
#include "ae/doc/document.h"
#include "ae/domain/deal_record.h"
#include "ae/method/concession_answer.h"
#include "ae/method/discovery_answer.h"
#include "ae/method/meddic_answer.h"
#include "ae/method/qualify_answer.h"
#include "ae/method/stage_answer.h"

/// What `ae deal brief` answers: one page about a deal, for whoever picks up the telephone or takes the
/// customer over.
namespace ae::method {

enum class BriefPurpose : std::uint8_t { kCall, kHandoff, kCount };

constexpr std::string_view key(BriefPurpose purpose) {
  constexpr std::string_view kKeys[] = {"call", "handoff"};
  return kKeys[static_cast<std::size_t>(purpose)];
}

Text name(BriefPurpose purpose);

struct BriefPerson {
  std::string name;
  std::optional<std::string> title;
  std::optional<ContactRole> role;
  std::optional<Influence> influence;
  std::optional<Date> last_contact;
  std::optional<std::int64_t> days_since_contact;
  std::optional<Date> left;

  static constexpr auto fields() {
    using Self = BriefPerson;
    return std::tuple{
        field("name", &Self::name, Text{"The person's name", "姓名"}),
        field("title", &Self::title, Text{"Job title", "职务"}),
        field("role", &Self::role, Text{"Part in the decision", "在决策中的角色"}),
        field("influence", &Self::influence, Text{"Weight in the decision", "影响力"}),
        field("last_contact", &Self::last_contact, Text{"Last day of contact", "最近联系日期"}),
        field("days_since_contact", &Self::days_since_contact,
              Text{"Days from it to the as-of date", "至基准日的天数"}),
        field("left", &Self::left, Text{"Day on which the person left the company", "离职日期"})};
  }
};

/// Something the buyer said about a letter of MEDDIC, whether or not it is still to be relied on.
struct BriefLetter {
  MeddicLetter letter = MeddicLetter::kMetrics;
  LetterState state = LetterState::kUnknown;
  std::optional<std::string> answer, person;
  std::optional<Date> confirmed;
  std::optional<Doubt> stale;

  static constexpr auto fields() {
    using Self = BriefLetter;
    return std::tuple{
        field("letter", &Self::letter, Text{"Letter of MEDDIC", "MEDDIC 字母"}),
        field("state", &Self::state,
              Text{"assumed, said (by the buyer) or quantified",
                   "assumed 推测、said 客户已说明或 quantified 已量化"}),
        field("answer", &Self::answer, Text{"What is known", "已知内容"}),
        field("person", &Self::person, Text{"The person it is about, or who said it", "相关人或说明人"}),
        field("confirmed", &Self::confirmed,
              Text{"Day on which the buyer last confirmed it", "客户最近一次确认的日期"}),
        field("stale", &Self::stale,
              Text{"Why it no longer counts: too_old, undated, person_left or nobody",
                   "为何不再作数：too_old、undated、person_left 或 nobody"})};
  }
};

/// An objection of the deal with what the method answers.
struct BriefObjection {
  std::string objection;
  Date date;
  std::string said;
  ObjectionOutcome outcome = ObjectionOutcome::kOpen;
  std::optional<std::string> response;
  Message advice;

  static constexpr auto fields() {
    using Self = BriefObjection;
    return std::tuple{field("objection", &Self::objection, Text{"Which objection", "异议编号"}),
                      field("date", &Self::date, Text{"Day on which it was said", "提出日期"}),
                      field("said", &Self::said, Text{"What the buyer said", "客户原话"}),
                      field("outcome", &Self::outcome,
                            Text{"progress, stalled, lost or open", "progress、stalled、lost 或 open"}),
                      field("response", &Self::response, Text{"What we answered", "我方的回应"}),
                      field("advice", &Self::advice, Text{"What the method advises", "方法的建议"})};
  }
};

/// What to do first, as `ae next` says it.
struct BriefAction {
  std::string rule;
  Message what, why, action;
  std::optional<Money> worth;

  static constexpr auto fields() {
    using Self = BriefAction;
    return std::tuple{
        field("rule", &Self::rule, Text{"The rule that asks for it", "提出该行动的规则"}),
        field("what", &Self::what, Text{"What is the case", "情况"}),
        field("why", &Self::why, Text{"The figures of the rule", "规则所依据的数字"}),
        field("action", &Self::action, Text{"What to do", "要做的事"}),
        field("worth", &Self::worth, Text{"What it is worth in the forecast", "在预测中的价值"})};
  }
};

/// What the deal's file says of the deal itself.
struct BriefFacts {
  std::string deal;
  BriefPurpose purpose = BriefPurpose::kCall;
  std::optional<std::string> account, owner, product, competitor;
  Stage stage = Stage::kProspect;
  Probability probability;
  std::optional<Money> amount;
  std::optional<Date> close_date, closed_date, paid_date, handed_over_date;
  std::optional<std::int64_t> days_to_close;
  std::optional<std::string> next_step;
  std::optional<Date> next_step_date;

  static constexpr auto fields() {
    using Self = BriefFacts;
    return std::tuple{
        field("deal", &Self::deal, Text{"Name of the deal", "商机名称"}),
        field("purpose", &Self::purpose, Text{"call or handoff", "call 通话或 handoff 移交"}),
        field("account", &Self::account, Text{"Account", "客户"}),
        field("owner", &Self::owner, Text{"Account executive", "客户经理"}),
        field("product", &Self::product, Text{"Product", "产品"}),
        field("competitor", &Self::competitor, Text{"Competitor", "竞争对手"}),
        field("stage", &Self::stage, Text{"Stage", "阶段"}),
        field("probability", &Self::probability, Text{"Chance of winning in this stage", "该阶段的赢单概率"}),
        field("amount", &Self::amount, Text{"Amount", "金额"}),
        field("close_date", &Self::close_date, Text{"Expected close", "预计成交日期"}),
        field("closed_date", &Self::closed_date, Text{"Won or lost on", "赢单或丢单日期"}),
        field("paid_date", &Self::paid_date, Text{"First payment received on", "首笔款项到账日期"}),
        field("handed_over_date", &Self::handed_over_date,
              Text{"Handed over to customer success on", "移交客户成功团队日期"}),
        field("days_to_close", &Self::days_to_close,
              Text{"Days from the as-of date to the expected close; below 0 when it has passed",
                   "基准日至预计成交日期的天数；已过则为负"}),
        field("next_step", &Self::next_step, Text{"Next step", "下一步"}),
        field("next_step_date", &Self::next_step_date, Text{"Next step date", "下一步日期"})};
  }
};

struct DealBrief : BriefFacts {
  std::int64_t scored = 0, score_min = 0, score_max = 0, score_most = 0;
  std::optional<ScoreBand> band;
  std::int64_t letters_known = 0, letters = 0;
  std::optional<Money> cost_of_nothing;
  std::optional<BriefAction> first;  ///< of an open deal
  std::vector<BriefPerson> people;
  std::vector<BriefLetter> said;
  std::vector<CheckedItem> missing;
  std::vector<FirstQuestion> ask;
  std::vector<BriefObjection> objections;
  LedgerResult trades;
  std::vector<std::string> blanks;

  static constexpr auto fields() {
    using Self = DealBrief;
    return std::tuple_cat(
        BriefFacts::fields(),
        std::tuple{
            field("scored", &Self::scored,
                  Text{"Criteria of the scorecard that are scored", "评分卡已评项数"}),
            field("score_min", &Self::score_min,
                  Text{"Least that the total can come to", "总分可能的最小值"}),
            field("score_max", &Self::score_max, Text{"Most that the total can come to", "总分可能的最大值"}),
            field("score_most", &Self::score_most, Text{"Highest total that there is", "满分"}),
            field("band", &Self::band,
                  Text{"Band of the total; null while it can be in two", "总分档位；可能跨档时为 null"}),
            field("letters_known", &Self::letters_known,
                  Text{"Letters that the buyer said and that are not stale", "客户已说明且未过时的字母数"}),
            field("letters", &Self::letters, Text{"Letters asked for", "要求的字母数"}),
            field("cost_of_nothing", &Self::cost_of_nothing,
                  Text{"What it costs the buyer a year to do nothing, by their own answers",
                       "按客户自己的回答，不行动一年的代价"}),
            field("first", &Self::first, Text{"What to do first about an open deal", "未结商机首先要做的事"}),
            field("people", &Self::people, Text{"People at the buyer", "客户方联系人"}),
            field("said", &Self::said,
                  Text{"What is known of the letters of MEDDIC", "MEDDIC 各字母的已知内容"}),
            field("missing", &Self::missing,
                  Text{"What keeps the deal from the next stage; in a handoff, what is open in Closed Won",
                       "进入下一阶段所缺；移交时为成单阶段的未完成事项"}),
            field("ask", &Self::ask, Text{"The questions that would clear most", "最能解决未决事项的问题"}),
            field("objections", &Self::objections,
                  Text{"Objections: for a call the open and stalled ones, for a handoff all",
                       "异议：通话时为未解决的，移交时为全部"}),
            field("trades", &Self::trades, Text{"What each side gives", "双方的让步"}),
            field("blanks", &Self::blanks,
                  Text{"Fields of the file that the page would say more with", "补充后页面会更完整的字段"})});
  }
};

/// A handoff for a won deal, else a call.
BriefPurpose usual_purpose(Stage stage);

DealBrief brief(const DealRecord& deal, BriefPurpose purpose, const Policy& policy, Date as_of);

doc::Document brief_document(const DealBrief& brief);

}  // namespace ae::method
