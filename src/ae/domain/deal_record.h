#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "ae/base/currency.h"
#include "ae/base/date.h"
#include "ae/base/fields.h"
#include "ae/base/money.h"
#include "ae/domain/concession.h"
#include "ae/domain/deal_discovery.h"
#include "ae/domain/deal_meddic.h"
#include "ae/domain/deal_objection.h"
#include "ae/domain/discount.h"
#include "ae/domain/forecast_category.h"
#include "ae/domain/negotiation.h"
#include "ae/domain/policy.h"
#include "ae/domain/scorecard.h"
#include "ae/domain/stage.h"

/// One deal as the person who works it keeps it: facts, people, and the evidence for what is claimed.
/// fields() name what its file can hold (records/deal_file.h).
namespace ae {

enum class ContactRole : std::uint8_t {
  kEconomicBuyer,
  kChampion,
  kTechnicalBuyer,
  kUser,
  kInfluencer,
  kProcurement,
  kLegal,
  kBlocker,
  kOther,
  kCount
};

constexpr std::string_view key(ContactRole role) {
  constexpr std::string_view kKeys[] = {"economic_buyer", "champion", "technical_buyer", "user", "influencer",
                                        "procurement",    "legal",    "blocker",         "other"};
  return kKeys[static_cast<std::size_t>(role)];
}

Text name(ContactRole role);

enum class Influence : std::uint8_t { kHigh, kMedium, kLow, kCount };

constexpr std::string_view key(Influence influence) {
  constexpr std::string_view kKeys[] = {"high", "medium", "low"};
  return kKeys[static_cast<std::size_t>(influence)];
}

Text name(Influence influence);

/// A person at the buyer.
struct DealContact {
  std::string name;
  std::optional<std::string> title;
  std::optional<ContactRole> role;
  std::optional<Influence> influence;
  std::optional<std::string> email, phone;
  std::optional<Date> last_contact;
  std::optional<Date> left;
  std::optional<std::string> note;

  static constexpr auto fields() {
    return std::tuple{
        field("name", &DealContact::name, Text{"The person's name", "姓名"}),
        field("title", &DealContact::title, Text{"Job title", "职务"}),
        field("role", &DealContact::role, Text{"Part in the decision", "在决策中的角色"}),
        field("influence", &DealContact::influence, Text{"Weight in the decision", "影响力"}),
        field("email", &DealContact::email, Text{"Email address", "邮箱"}),
        field("phone", &DealContact::phone, Text{"Telephone number", "电话"}),
        field("last_contact", &DealContact::last_contact, Text{"Last day of contact", "最近联系日期"}),
        field("left", &DealContact::left, Text{"Day on which the person left the company", "离职日期"}),
        field("note", &DealContact::note, Text{"Note", "备注"})};
  }
};

/// Why an item of a stage counts as done.
struct Evidence {
  std::optional<std::string> what, who;
  std::optional<Date> date;
  std::optional<std::string> reference;
  std::optional<Date> expires;

  static constexpr auto fields() {
    return std::tuple{
        field("what", &Evidence::what, Text{"What the buyer did or said", "客户做了或说了什么"}),
        field("who", &Evidence::who, Text{"Who said it", "出自何人"}),
        field("date", &Evidence::date, Text{"When", "日期"}),
        field(
            "reference", &Evidence::reference,
            Text{"Where it can be read: an email, a document, a recording", "可查阅之处：邮件、文件或录音"}),
        field("expires", &Evidence::expires, Text{"Last day on which it still holds", "有效期至"})};
  }
};

/// The evidence for one item, which a file keeps under the item's id.
struct ItemEvidence {
  std::string item;
  Evidence evidence;
};

/// The score of one criterion: the rep's, and beside it the manager's.
struct CriterionScore {
  std::optional<std::int64_t> score;
  std::optional<std::string> note;
  std::optional<std::int64_t> manager_score;
  std::optional<std::string> manager_note;

  static constexpr auto fields() {
    return std::tuple{
        field("score", &CriterionScore::score, Text{"The account executive's score", "客户经理的评分"}),
        field("note", &CriterionScore::note, Text{"Why", "理由"}),
        field("manager_score", &CriterionScore::manager_score, Text{"The manager's score", "经理的评分"}),
        field("manager_note", &CriterionScore::manager_note, Text{"The manager's reason", "经理的理由"})};
  }
};

/// An earlier scoring.
struct PastScores {
  Date date;
  std::optional<std::int64_t> budget, authority, need, timeline, champion, competition;

  static constexpr auto fields() {
    return std::tuple{field("date", &PastScores::date, Text{"Day of the scoring", "评分日期"}),
                      field("budget", &PastScores::budget, Text{"Budget", "预算"}),
                      field("authority", &PastScores::authority, Text{"Authority", "决策权"}),
                      field("need", &PastScores::need, Text{"Need", "需求"}),
                      field("timeline", &PastScores::timeline, Text{"Timeline", "时间线"}),
                      field("champion", &PastScores::champion, Text{"Champion", "内部支持者"}),
                      field("competition", &PastScores::competition, Text{"Competition", "竞争对手"})};
  }
};

struct DealScorecard {
  CriterionScore budget, authority, need, timeline, champion, competition;
  std::vector<PastScores> history;

  static constexpr auto fields() {
    return std::tuple{field("budget", &DealScorecard::budget, Text{"Budget", "预算"}),
                      field("authority", &DealScorecard::authority, Text{"Authority", "决策权"}),
                      field("need", &DealScorecard::need, Text{"Need", "需求"}),
                      field("timeline", &DealScorecard::timeline, Text{"Timeline", "时间线"}),
                      field("champion", &DealScorecard::champion, Text{"Champion", "内部支持者"}),
                      field("competition", &DealScorecard::competition, Text{"Competition", "竞争对手"}),
                      field("history", &DealScorecard::history, Text{"Earlier scorings", "历次评分"})};
  }

  const CriterionScore& at(Criterion criterion) const;
  /// The rep's scores.
  Scores scores() const;
  /// The manager's.
  Scores manager_scores() const;
};

/// A change of stage that happened.
struct StageMove {
  Date date;
  Stage from = Stage::kUnknown, to = Stage::kUnknown;
  std::optional<std::string> reason;
  std::vector<std::string> unmet;

  static constexpr auto fields() {
    return std::tuple{field("date", &StageMove::date, Text{"Day of the change", "变更日期"}),
                      field("from", &StageMove::from, Text{"Stage before", "变更前阶段"}),
                      field("to", &StageMove::to, Text{"Stage after", "变更后阶段"}),
                      field("reason", &StageMove::reason, Text{"Why, where it was forced", "强制推进的理由"}),
                      field("unmet", &StageMove::unmet, Text{"What was still missing", "当时仍缺少的条件"})};
  }
};

struct DealRecord {
  std::string name;
  std::optional<std::string> id, account, owner, team, product;
  Stage stage = Stage::kProspect;
  std::optional<Date> stage_date;
  Currency currency;
  std::optional<Money> amount;
  std::optional<ForecastCategory> forecast_category;
  std::optional<Date> created_date, close_date, closed_date, paid_date, handed_over_date, last_activity_date;
  std::optional<std::string> next_step;
  std::optional<Date> next_step_date;
  std::optional<std::string> competitor, loss_reason;
  std::vector<DealContact> contacts;
  std::vector<ItemEvidence> evidence;
  DealScorecard scorecard;
  DealMeddic meddic;
  std::vector<DiscoveryEntry> discovery;
  std::vector<StageMove> stage_history;
  DiscountCase discount;
  std::vector<Concession> concessions;
  NegotiationPlan negotiation;
  std::vector<DealObjection> objections;

  static constexpr auto fields() {
    return std::tuple{
        field("name", &DealRecord::name, Text{"Name of the deal", "商机名称"}),
        field("id", &DealRecord::id, Text{"Its id in the CRM", "CRM 中的编号"}),
        field("account", &DealRecord::account, Text{"Account", "客户"}),
        field("owner", &DealRecord::owner, Text{"Account executive", "客户经理"}),
        field("team", &DealRecord::team, Text{"Team", "团队"}),
        field("product", &DealRecord::product, Text{"Product", "产品"}),
        field("stage", &DealRecord::stage, Text{"Stage", "阶段"}),
        field("stage_date", &DealRecord::stage_date, Text{"In the stage since", "进入阶段日期"}),
        field("currency", &DealRecord::currency,
              Text{"ISO 4217 code of every amount of the deal", "该商机所有金额的 ISO 4217 币种代码"}),
        field("amount", &DealRecord::amount, Text{"Amount", "金额"}),
        field("forecast_category", &DealRecord::forecast_category,
              Text{"The rep's call", "客户经理的预测类别"}),
        field("created_date", &DealRecord::created_date, Text{"Created", "创建日期"}),
        field("close_date", &DealRecord::close_date, Text{"Expected close", "预计成交日期"}),
        field("closed_date", &DealRecord::closed_date, Text{"Won or lost on", "赢单或丢单日期"}),
        field("paid_date", &DealRecord::paid_date, Text{"First payment received on", "首笔款项到账日期"}),
        field("handed_over_date", &DealRecord::handed_over_date,
              Text{"Handed over to customer success on", "移交客户成功团队日期"}),
        field("last_activity_date", &DealRecord::last_activity_date, Text{"Last activity", "最近跟进日期"}),
        field("next_step", &DealRecord::next_step, Text{"Next step", "下一步"}),
        field("next_step_date", &DealRecord::next_step_date, Text{"Next step date", "下一步日期"}),
        field("competitor", &DealRecord::competitor, Text{"Competitor", "竞争对手"}),
        field("loss_reason", &DealRecord::loss_reason, Text{"Loss reason", "丢单原因"}),
        field("contacts", &DealRecord::contacts, Text{"People at the buyer", "客户方联系人"}),
        field("evidence", &DealRecord::evidence,
              Text{"Evidence for the items of the stages", "各阶段事项的证据"}),
        field("scorecard", &DealRecord::scorecard, Text{"Qualification scorecard", "资质评分卡"}),
        field("stage_history", &DealRecord::stage_history, Text{"Changes of stage", "阶段变更记录"}),
        field("discount", &DealRecord::discount, Text{"The discount asked for", "申请的折扣"}),
        field("concessions", &DealRecord::concessions, Text{"What each side gives", "双方的让步"}),
        field("negotiation", &DealRecord::negotiation,
              Text{"What is prepared for the negotiation", "谈判准备"}),
        field("meddic", &DealRecord::meddic, Text{"Letters of MEDDIC", "MEDDIC 各字母"}),
        field("discovery", &DealRecord::discovery,
              Text{"Questions asked, and what the buyer answered", "已提问题与客户的回答"}),
        field("objections", &DealRecord::objections, Text{"Objections of the buyer", "客户异议"})};
  }

  /// nullptr when there is none.
  const Evidence* evidence_for(std::string_view item) const;
  const DealContact* contact(std::string_view person) const;
};

/// Something in a deal that cannot be right, at the path of its file ("evidence.meeting_held.date").
struct DealFault {
  std::string path;
  std::string code;
  Message message;
  Message hint;
  std::vector<std::string> did_you_mean = {};
};

/// Everything that cannot be right as of this day: dates in the future, scores out of range, items that no
/// stage has, people twice. Codes: deal_date_in_future, deal_dates_out_of_order, deal_score_out_of_range,
/// deal_unknown_item, deal_derived_item, deal_contact_twice, deal_price_above_list, deal_concession_twice,
/// deal_unknown_concession, deal_unknown_objection, and those of deal_fault_checks.h.
std::vector<DealFault> faults_of(const DealRecord& deal, const Policy& policy, Date as_of);

}  // namespace ae
