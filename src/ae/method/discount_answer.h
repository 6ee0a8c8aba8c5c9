#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "ae/base/fields.h"
#include "ae/doc/document.h"
#include "ae/domain/deal_record.h"
#include "ae/domain/discount.h"

/// What `ae discount` answers: the tier of a discount, who approves it, and what has to be said for it.
namespace ae::method {

/// A line of an offer with a discount of its own.
struct OfferLine {
  std::string name;
  Money list, price;  ///< for the whole quantity

  static constexpr auto fields() {
    return std::tuple{field("name", &OfferLine::name, Text{"What is sold", "所售内容"}),
                      field("list", &OfferLine::list, Text{"List price", "目录价"}),
                      field("price", &OfferLine::price, Text{"Price offered", "报价"})};
  }
};

struct LineTier {
  std::string name;
  Money list, price;
  Ratio percent;
  DiscountTier tier = DiscountTier::kStandard;

  static constexpr auto fields() {
    return std::tuple{
        field("name", &LineTier::name, Text{"What is sold", "所售内容"}),
        field("list", &LineTier::list, Text{"List price", "目录价"}),
        field("price", &LineTier::price, Text{"Price offered", "报价"}),
        field("percent", &LineTier::percent, Text{"Discount in percent", "折扣（百分比）"}),
        field("tier", &LineTier::tier, Text{"Tier that the line alone would be in", "该行单独所属档位"})};
  }
};

/// How far a role may go.
struct TierLimit {
  DiscountTier tier = DiscountTier::kStandard;
  Approver approver = Approver::kAe;
  std::optional<Money> floor;
  std::vector<DiscountReason> requires_;

  static constexpr auto fields() {
    return std::tuple{
        field("tier", &TierLimit::tier, Text{"Tier", "档位"}),
        field("approver", &TierLimit::approver, Text{"Who decides", "审批人"}),
        field("floor", &TierLimit::floor,
              Text{"Lowest price within the tier; null without a list price, and for the last tier",
                   "该档最低价；无目录价或为最后一档时为 null"}),
        field("requires", &TierLimit::requires_, Text{"What has to be said for it", "须说明的内容"})};
  }
};

struct ApprovalAnswer {
  ApprovalState state = ApprovalState::kNone;
  std::optional<std::string> by;
  std::optional<Approver> role;
  std::optional<Date> date;
  std::vector<std::string> changed;

  static constexpr auto fields() {
    return std::tuple{field("state", &ApprovalAnswer::state,
                            Text{"none, approved, or void because something changed since",
                                 "none 无、approved 已批准，或因其后变更而 void 失效"}),
                      field("by", &ApprovalAnswer::by, Text{"Who approved", "批准人"}),
                      field("role", &ApprovalAnswer::role, Text{"Role of who approved", "批准人角色"}),
                      field("date", &ApprovalAnswer::date, Text{"Day of the approval", "批准日期"}),
                      field("changed", &ApprovalAnswer::changed,
                            Text{"What changed since: price, term_months, product",
                                 "其后变更的项：price、term_months、product"})};
  }
};

struct DiscountResult {
  std::optional<std::string> deal;
  std::optional<Money> list, price;
  Ratio percent;
  DiscountTier tier = DiscountTier::kStandard;
  Approver approver = Approver::kAe;
  std::vector<DiscountReason> requires_, missing;
  Approver role = Approver::kAe;
  bool allowed_now = false;
  ApprovalAnswer approval;
  std::vector<TierLimit> tiers;
  std::vector<LineTier> lines;

  static constexpr auto fields() {
    return std::tuple{
        field("deal", &DiscountResult::deal, Text{"Name of the deal", "商机名称"}),
        field("list", &DiscountResult::list, Text{"List price", "目录价"}),
        field("price", &DiscountResult::price, Text{"Price asked for", "申请的价格"}),
        field("percent", &DiscountResult::percent,
              Text{"Discount in percent, rounded for show: the tier is judged on the exact share",
                   "折扣百分比（四舍五入显示；档位按精确值判定）"}),
        field("tier", &DiscountResult::tier, Text{"Tier of the discount", "折扣档位"}),
        field("approver", &DiscountResult::approver,
              Text{"Lowest role that may approve it", "可批准的最低角色"}),
        field("requires", &DiscountResult::requires_, Text{"What has to be said for it", "须说明的内容"}),
        field("missing", &DiscountResult::missing, Text{"Of these, what is not said", "其中尚缺的内容"}),
        field("role", &DiscountResult::role, Text{"Who is asking", "询问者角色"}),
        field("allowed_now", &DiscountResult::allowed_now,
              Text{"Nothing is missing, and the role may approve it or an approval stands",
                   "内容齐全，且该角色有权批准或已有有效批准"}),
        field("approval", &DiscountResult::approval,
              Text{"The approval that the deal has", "商机已有的批准"}),
        field("tiers", &DiscountResult::tiers, Text{"All tiers with their limits", "各档及其限额"}),
        field("lines", &DiscountResult::lines, Text{"Each line on its own", "各行单独情况"})};
  }
};

/// What is asked: a share, the money that it comes from where there is any, and what is said for it.
struct DiscountQuestion {
  DiscountShare share;
  DiscountCase discount;  ///< list and price may be absent
  std::vector<OfferLine> lines;
  Approver role = Approver::kAe;
};

DiscountResult judge_discount(const DiscountQuestion& question, const DiscountPolicy& policy);

doc::Document discount_document(const DiscountResult& result);

/// The request that goes to the approver: what is asked, why, what is given and got, and what would void a
/// yes.
doc::Document discount_request_document(const DiscountResult& result, const DealRecord& deal,
                                        const DiscountCase& discount);

}  // namespace ae::method
