#include "ae/domain/account_plan.h"

namespace ae {
namespace {

constexpr Text kPartNames[] = {{"Account overview", "账户概况"},
                               {"Account health", "账户健康度"},
                               {"Relationship map", "关系图谱"},
                               {"Opportunity assessment", "机会评估"},
                               {"Whitespace", "潜在业务空间"},
                               {"Current products", "当前使用产品"},
                               {"Expansion opportunities", "拓展机会"},
                               {"Account strategy", "账户策略"},
                               {"Short-term (90 days)", "短期（90天）"},
                               {"Long-term (12 months)", "长期（12个月）"},
                               {"Action plan", "行动计划"},
                               {"Risks", "风险"}};
static_assert(std::size(kPartNames) == static_cast<std::size_t>(PlanPart::kCount));

constexpr Text kOverviewNames[] = {{"Industry", "行业"},
                                   {"Revenue", "营收"},
                                   {"Employees", "员工数"},
                                   {"Current ARR", "当前年度经常性收入"}};
static_assert(std::size(kOverviewNames) == static_cast<std::size_t>(OverviewField::kCount));

constexpr PlanColumn kOverview[] = {{"field", {"Field", "项目"}}, {"value", {"Value", "内容"}}};
constexpr PlanColumn kRelationships[] = {{"name", {"Name", "姓名"}},
                                         {"title", {"Title", "职位"}},
                                         {"relationship", {"Relationship", "关系"}},
                                         {"influence", {"Influence", "影响力"}}};
constexpr PlanColumn kExpansion[] = {
    {"opportunity", {"Opportunity", "机会"}}, {"product", {"Product", "产品"}},
    {"unit", {"Unit", "业务单元"}},           {"stage", {"Stage", "阶段"}},
    {"amount", {"Amount", "金额"}},           {"close_date", {"Close date", "预计成交日期"}}};
constexpr PlanColumn kActions[] = {{"action", {"Action", "行动"}},
                                   {"owner", {"Owner", "负责人"}},
                                   {"date", {"Date", "日期"}},
                                   {"status", {"Status", "状态"}}};
constexpr PlanColumn kRisks[] = {{"risk", {"Risk", "风险"}}, {"mitigation", {"Mitigation", "缓解措施"}}};

}  // namespace

Text name(PlanPart part) { return kPartNames[static_cast<std::size_t>(part)]; }
Text name(OverviewField field) { return kOverviewNames[static_cast<std::size_t>(field)]; }

bool is_inner(PlanPart part) {
  switch (part) {
    case PlanPart::kWhitespace:
    case PlanPart::kProducts:
    case PlanPart::kExpansion:
    case PlanPart::kShortTerm:
    case PlanPart::kLongTerm:
      return true;
    default:
      return false;
  }
}

std::span<const PlanColumn> columns_of(PlanPart part) {
  switch (part) {
    case PlanPart::kOverview:
      return kOverview;
    case PlanPart::kRelationships:
      return kRelationships;
    case PlanPart::kExpansion:
      return kExpansion;
    case PlanPart::kActions:
      return kActions;
    case PlanPart::kRisks:
      return kRisks;
    default:
      return {};
  }
}

std::string_view overview_of(const AccountPlan& plan, OverviewField field) {
  for (const PlanRow& row : plan.tables[PlanPart::kOverview].rows) {
    if (row.cells[0] == key(field)) return row.cells[1];
  }
  return {};
}

}  // namespace ae
