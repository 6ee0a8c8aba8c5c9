#include "ae/domain/opportunity_field.h"

namespace ae {
namespace {

struct FieldFacts {
  std::string_view key;
  Text name;
  FieldKind kind;
};

constexpr FieldFacts kFields[] = {
    {"id", {"ID", "编号"}, FieldKind::kText},
    {"name", {"Opportunity", "商机名称"}, FieldKind::kText},
    {"account", {"Account", "客户"}, FieldKind::kText},
    {"owner", {"Owner", "负责人"}, FieldKind::kText},
    {"manager", {"Manager", "经理"}, FieldKind::kText},
    {"team", {"Team", "团队"}, FieldKind::kText},
    {"segment", {"Segment", "客户分层"}, FieldKind::kText},
    {"region", {"Region", "区域"}, FieldKind::kText},
    {"product", {"Product", "产品"}, FieldKind::kText},
    {"stage", {"Stage", "阶段"}, FieldKind::kStage},
    {"amount", {"Amount", "金额"}, FieldKind::kMoney},
    {"currency", {"Currency", "币种"}, FieldKind::kCurrency},
    {"probability", {"Probability", "赢率"}, FieldKind::kProbability},
    {"forecast_category", {"Forecast category", "预测类别"}, FieldKind::kCategory},
    {"created_date", {"Created", "创建日期"}, FieldKind::kDate},
    {"close_date", {"Close date", "预计成交日期"}, FieldKind::kDate},
    {"closed_date", {"Closed on", "实际关闭日期"}, FieldKind::kDate},
    {"stage_date", {"In stage since", "进入阶段日期"}, FieldKind::kDate},
    {"last_activity_date", {"Last activity", "最近跟进日期"}, FieldKind::kDate},
    {"next_step", {"Next step", "下一步"}, FieldKind::kText},
    {"next_step_date", {"Next step date", "下一步日期"}, FieldKind::kDate},
    {"lead_source", {"Lead source", "线索来源"}, FieldKind::kText},
    {"type", {"Type", "类型"}, FieldKind::kText},
    {"competitor", {"Competitor", "竞争对手"}, FieldKind::kText},
    {"discount", {"Discount", "折扣"}, FieldKind::kNumber},
    {"margin", {"Margin", "毛利率"}, FieldKind::kNumber},
    {"pushes", {"Times pushed", "推迟次数"}, FieldKind::kNumber},
    {"contacts", {"Number of contacts", "联系人数"}, FieldKind::kNumber},
    {"loss_reason", {"Loss reason", "丢单原因"}, FieldKind::kText},
    {"is_closed", {"Is closed", "是否关闭"}, FieldKind::kBoolean},
    {"is_won", {"Is won", "是否赢单"}, FieldKind::kBoolean},
    {"is_deleted", {"Is deleted", "是否删除"}, FieldKind::kBoolean},
};
static_assert(std::size(kFields) == static_cast<std::size_t>(OpportunityField::kCount));

}  // namespace

std::string_view key(OpportunityField field) { return kFields[static_cast<std::size_t>(field)].key; }
Text name(OpportunityField field) { return kFields[static_cast<std::size_t>(field)].name; }
FieldKind kind(OpportunityField field) { return kFields[static_cast<std::size_t>(field)].kind; }
bool is_kept_as_words(FieldKind kind) { return kind == FieldKind::kText || kind == FieldKind::kNumber; }

}  // namespace ae
