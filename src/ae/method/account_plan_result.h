#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/base/fields.h"
#include "ae/base/note.h"
#include "ae/domain/account_facts.h"
#include "ae/domain/account_health.h"
#include "ae/domain/account_plan.h"
#include "ae/domain/plan_changes.h"
#include "ae/domain/policy.h"
#include "ae/domain/whitespace.h"

/// What `ae account-plan` answers: the plan with what follows from it and from the data.
namespace ae::method {

/// A text of a column that someone added to a table of the plan.
struct MoreText {
  std::string column;
  std::string text;

  static constexpr auto fields() {
    return std::tuple{field("column", &MoreText::column, Text{"What the column is called", "列名"}),
                      field("text", &MoreText::text, Text{"What stands in it", "内容"})};
  }
};

struct PlanAccount {
  std::optional<std::string> name, industry;
  std::optional<Money> revenue;
  std::optional<std::int64_t> employees;
  std::optional<Money> current_arr;
  std::optional<std::string> revenue_currency, current_arr_currency;
  std::optional<std::string> parent;
  UnitKind unit_kind = UnitKind::kAccount;
  std::vector<std::string> units;
  std::vector<MoreText> more;

  static constexpr auto fields() {
    return std::tuple{
        field("name", &PlanAccount::name, Text{"Account", "客户"}),
        field("industry", &PlanAccount::industry, Text{"Industry", "行业"}),
        field("revenue", &PlanAccount::revenue,
              Text{"Yearly revenue as the source gives it; null when it is no amount",
                   "来源给出的年营收；不是金额则为空"}),
        field("employees", &PlanAccount::employees, Text{"Employees", "员工数"}),
        field("current_arr", &PlanAccount::current_arr,
              Text{"Current annual recurring revenue", "当前年度经常性收入"}),
        field("revenue_currency", &PlanAccount::revenue_currency,
              Text{"Currency of the revenue; null when nobody named one", "营收的币种；未指明为空"}),
        field("current_arr_currency", &PlanAccount::current_arr_currency,
              Text{"Currency of the recurring revenue; null when nobody named one",
                   "经常性收入的币种；未指明为空"}),
        field("parent", &PlanAccount::parent, Text{"Account that it belongs to", "所属的上级客户"}),
        field("unit_kind", &PlanAccount::unit_kind,
              Text{"By what the account is parted: subsidiary, region of its deals, or account: not at all",
                   "账户的划分方式：subsidiary 子公司、region 商机区域；account 不划分"}),
        field("units", &PlanAccount::units, Text{"Units of the account", "账户的业务单元"}),
        field("more", &PlanAccount::more,
              Text{"Lines that someone added to the overview", "手工添加的概况内容"})};
  }
};

struct Relationship {
  std::optional<std::string> name, title, relationship, influence;
  std::vector<MoreText> more;

  static constexpr auto fields() {
    return std::tuple{
        field("name", &Relationship::name, Text{"Name", "姓名"}),
        field("title", &Relationship::title, Text{"Title", "职位"}),
        field("relationship", &Relationship::relationship,
              Text{"Relationship: Economic Buyer, Champion …", "关系：预算决策者、内部支持者等"}),
        field("influence", &Relationship::influence,
              Text{"Influence: High, Medium, Low", "影响力：高、中、低"}),
        field("more", &Relationship::more, Text{"Columns that someone added", "手工添加的列"})};
  }
};

struct Expansion {
  std::optional<std::string> opportunity, product, unit, stage;
  std::optional<Money> amount;
  std::optional<std::string> currency;
  std::optional<Date> close_date;
  std::vector<MoreText> more;

  static constexpr auto fields() {
    return std::tuple{
        field("opportunity", &Expansion::opportunity,
              Text{"Open deal, whitespace of a product, or what someone added",
                   "未结商机、某产品的潜在空间，或手工添加的机会"}),
        field("product", &Expansion::product, Text{"Product", "产品"}),
        field("unit", &Expansion::unit, Text{"Unit of the account", "账户的业务单元"}),
        field("stage", &Expansion::stage, Text{"Stage of the deal", "商机阶段"}),
        field("amount", &Expansion::amount,
              Text{"Amount of the deal; for whitespace the list price in each unit",
                   "商机金额；潜在空间为各单元标价之和"}),
        field("currency", &Expansion::currency,
              Text{"Currency of the amount; null when nobody named one", "金额的币种；未指明为空"}),
        field("close_date", &Expansion::close_date, Text{"Day planned for its close", "预计成交日期"}),
        field("more", &Expansion::more, Text{"Columns that someone added", "手工添加的列"})};
  }
};

struct Assessment {
  std::vector<SpaceCell> whitespace;
  std::optional<Money> whitespace_amount;
  std::int64_t whitespace_cells = 0, whitespace_without_price = 0;
  std::vector<CurrentProduct> current_products;
  std::vector<Expansion> expansion;

  static constexpr auto fields() {
    return std::tuple{
        field("whitespace", &Assessment::whitespace,
              Text{"Every product in every unit", "各产品在各业务单元的情况"}),
        field("whitespace_amount", &Assessment::whitespace_amount,
              Text{"List prices of all whitespace, one for each product and unit",
                   "全部潜在空间的标价之和（每产品每单元一份）"}),
        field("whitespace_cells", &Assessment::whitespace_cells,
              Text{"Products and units with neither a deal won nor one open",
                   "既无赢单也无未结商机的产品与单元数"}),
        field("whitespace_without_price", &Assessment::whitespace_without_price,
              Text{"Those of them without a list price, in no amount", "其中没有标价、未计入金额的数量"}),
        field("current_products", &Assessment::current_products,
              Text{"What the account has bought", "账户已购产品"}),
        field("expansion", &Assessment::expansion, Text{"Where it can grow", "可拓展的机会"})};
  }
};

struct Strategy {
  std::vector<std::string> short_term, long_term;

  static constexpr auto fields() {
    return std::tuple{
        field("short_term", &Strategy::short_term, Text{"Goals of the next 90 days", "短期（90天）目标"}),
        field("long_term", &Strategy::long_term, Text{"Goals of the next 12 months", "长期（12个月）目标"})};
  }
};

struct PlanAction {
  std::optional<std::string> action, owner;
  std::optional<Date> date;
  std::optional<std::string> date_words, status;
  bool settled = false;
  std::optional<std::int64_t> overdue_days;
  std::vector<MoreText> more;

  static constexpr auto fields() {
    return std::tuple{
        field("action", &PlanAction::action, Text{"Action", "行动"}),
        field("owner", &PlanAction::owner, Text{"Owner", "负责人"}),
        field("date", &PlanAction::date,
              Text{"Day by which it is to be done; null when it cannot be read", "完成期限；无法识别则为空"}),
        field("date_words", &PlanAction::date_words, Text{"The date as it is written", "日期原文"}),
        field("status", &PlanAction::status, Text{"Status as it is written", "状态原文"}),
        field("settled", &PlanAction::settled, Text{"Done or called off", "已完成或已取消"}),
        field("overdue_days", &PlanAction::overdue_days,
              Text{"Days past its date; null when it is not overdue", "逾期天数；未逾期为空"}),
        field("more", &PlanAction::more, Text{"Columns that someone added", "手工添加的列"})};
  }
};

struct PlanRisk {
  std::optional<std::string> risk, mitigation;
  std::vector<MoreText> more;

  static constexpr auto fields() {
    return std::tuple{field("risk", &PlanRisk::risk, Text{"Risk", "风险"}),
                      field("mitigation", &PlanRisk::mitigation, Text{"Mitigation", "缓解措施"}),
                      field("more", &PlanRisk::more, Text{"Columns that someone added", "手工添加的列"})};
  }
};

struct OwnNote {
  std::string section;
  std::string text;

  static constexpr auto fields() {
    return std::tuple{
        field("section", &OwnNote::section,
              Text{"Part of the plan that it stands in, or its own heading", "所在部分，或自有标题"}),
        field("text", &OwnNote::text, Text{"The text, in Markdown", "文本（Markdown）"})};
  }
};

struct AccountPlanResult {
  PlanAccount account;
  AccountHealth health;
  std::vector<AccountWarning> warnings;
  std::vector<Relationship> relationships;
  Assessment opportunity;
  Strategy strategy;
  std::vector<PlanAction> actions;
  std::vector<PlanRisk> risks;
  std::vector<OwnNote> notes;
  std::vector<std::string> blanks;
  std::optional<std::vector<PlanChange>> changes;

  // For the document; not part of the JSON.
  AccountPlan plan;

  static constexpr auto fields() {
    return std::tuple{
        field("account", &AccountPlanResult::account, Text{"Account overview", "账户概况"}),
        field("health", &AccountPlanResult::health, Text{"Account health", "账户健康度"}),
        field("warnings", &AccountPlanResult::warnings, Text{"What to see to", "需处理的事项"}),
        field("relationships", &AccountPlanResult::relationships, Text{"Relationship map", "关系图谱"}),
        field("opportunity", &AccountPlanResult::opportunity, Text{"Opportunity assessment", "机会评估"}),
        field("strategy", &AccountPlanResult::strategy, Text{"Account strategy", "账户策略"}),
        field("actions", &AccountPlanResult::actions, Text{"Action plan", "行动计划"}),
        field("risks", &AccountPlanResult::risks, Text{"Risks", "风险"}),
        field("notes", &AccountPlanResult::notes,
              Text{"What someone wrote beside the template: notes and sections",
                   "模板之外手工填写的说明与章节"}),
        field("blanks", &AccountPlanResult::blanks,
              Text{"Parts of the template that are blank", "模板中空白的部分"}),
        field("changes", &AccountPlanResult::changes,
              Text{"What --against says differently; null without it", "与 --against 的差异；未给出则为空"})};
  }
};

/// The answer for a plan that data has been filled into. `notes` takes amounts_in_several_currencies and
/// overview_unreadable.
AccountPlanResult account_plan(const AccountPlan& plan, const AccountFacts& facts, const Policy& policy,
                               Date as_of, std::vector<Note>& notes);

/// The rows that data has for the tables of the plan, as texts.
std::vector<PlanRow> overview_rows(const AccountFacts& facts);
std::vector<PlanRow> relationship_rows(const AccountFacts& facts);
/// Open deals by amount, largest first, those without one last; then the whitespace of each product under
/// "○ Product".
std::vector<PlanRow> expansion_rows(const AccountFacts& facts, const Languages& languages);

}  // namespace ae::method
