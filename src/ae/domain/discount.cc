#include "ae/domain/discount.h"

#include "ae/base/assert.h"

namespace ae {
namespace {

/// Whether the share is at most `limit`, on whole numbers.
bool at_most(const DiscountShare& share, Probability limit) {
  return share.given * Probability::kOne <= share.of * limit.millionths();
}

bool below(const DiscountShare& share, Probability limit) {
  return share.given * Probability::kOne < share.of * limit.millionths();
}

}  // namespace

Text name(DiscountTier tier) {
  static constexpr Text kNames[] = {
      {"Standard", "标准折扣"}, {"Moderate", "中等折扣"}, {"Deep", "深度折扣"}, {"Exception", "特殊折扣"}};
  return kNames[static_cast<std::size_t>(tier)];
}

Text name(Approver approver) {
  static constexpr Text kNames[] = {
      {"Account executive", "客户经理"}, {"Manager", "经理"}, {"Director", "总监"}, {"VP", "副总裁"}};
  return kNames[static_cast<std::size_t>(approver)];
}

Text name(DiscountReason reason) {
  static constexpr Text kNames[] = {{"Justification", "理由"},
                                    {"Strategic justification", "战略层面的理由"},
                                    {"Quid pro quo", "等价交换"},
                                    {"Executive sponsor", "高管支持"},
                                    {"Documented business case", "书面业务案例"}};
  return kNames[static_cast<std::size_t>(reason)];
}

Text meaning(DiscountReason reason) {
  static constexpr Text kMeanings[] = {
      {"Why this buyer cannot or will not pay more, and what happens without the discount",
       "该客户为何不能或不愿多付，不给折扣会怎样"},
      {"Why the deal is worth more to us than its price: a market, a reference, a competitor kept out",
       "该单对我方的意义为何超出价格：市场、标杆案例或阻止竞争对手"},
      {"What they give for it: term, volume, prepayment, reference, date of signature",
       "对方以什么交换：期限、数量、预付、案例或签署日期"},
      {"The executive by name who stands behind this deal", "支持此单的高管姓名"},
      {"The document with cost, margin and return, by name or link",
       "载明成本、毛利与回报的文件（名称或链接）"}};
  return kMeanings[static_cast<std::size_t>(reason)];
}

std::vector<DiscountReason> required_for(DiscountTier tier) {
  switch (tier) {
    case DiscountTier::kModerate:
      return {DiscountReason::kJustification};
    case DiscountTier::kDeep:
      return {DiscountReason::kStrategicJustification, DiscountReason::kQuidProQuo};
    case DiscountTier::kException:
      return {DiscountReason::kExecutiveSponsor, DiscountReason::kBusinessCase};
    case DiscountTier::kStandard:
    case DiscountTier::kCount:
      break;
  }
  return {};
}

DiscountTier tier_of(const DiscountShare& share, const DiscountPolicy& policy) {
  AE_ASSERT(share.of > 0 && share.given >= 0 && share.given <= share.of);
  if (at_most(share, policy.standard_up_to)) return DiscountTier::kStandard;
  if (at_most(share, policy.moderate_up_to)) return DiscountTier::kModerate;
  return below(share, policy.deep_below) ? DiscountTier::kDeep : DiscountTier::kException;
}

std::optional<std::int64_t> floor_price(DiscountTier tier, std::int64_t list_minor,
                                        const DiscountPolicy& policy) {
  if (tier == DiscountTier::kException || tier == DiscountTier::kCount) return std::nullopt;
  const Probability limit = tier == DiscountTier::kStandard   ? policy.standard_up_to
                            : tier == DiscountTier::kModerate ? policy.moderate_up_to
                                                              : policy.deep_below;
  const Int128 kept = static_cast<Int128>(list_minor) * (Probability::kOne - limit.millionths());
  Int128 price = (kept + Probability::kOne - 1) / Probability::kOne;
  // The end of the deep tier belongs to the next one.
  if (tier == DiscountTier::kDeep && price * Probability::kOne == kept) ++price;
  return narrow(price);
}

const std::optional<std::string>& DiscountCase::said(DiscountReason reason) const {
  static constexpr std::optional<std::string> DiscountCase::* kMembers[] = {
      &DiscountCase::justification, &DiscountCase::strategic_justification, &DiscountCase::quid_pro_quo,
      &DiscountCase::executive_sponsor, &DiscountCase::business_case};
  return this->*kMembers[static_cast<std::size_t>(reason)];
}

ApprovalCheck check_approval(const DiscountCase& discount, Approver role) {
  ApprovalCheck check;
  for (const DiscountApproval& approval : discount.approvals) {
    if (approval.role >= role && (check.approval == nullptr || approval.date >= check.approval->date))
      check.approval = &approval;
  }
  if (check.approval == nullptr) return check;
  if (check.approval->price != discount.price) check.changed.emplace_back("price");
  if (check.approval->term_months != discount.term_months) check.changed.emplace_back("term_months");
  if (check.approval->product != discount.product) check.changed.emplace_back("product");
  check.state = check.changed.empty() ? ApprovalState::kApproved : ApprovalState::kVoid;
  return check;
}

}  // namespace ae
