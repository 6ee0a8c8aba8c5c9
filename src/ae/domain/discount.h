#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "ae/base/date.h"
#include "ae/base/enum_array.h"
#include "ae/base/exact.h"
#include "ae/base/fields.h"
#include "ae/base/money.h"
#include "ae/domain/policy.h"

/// Discounts: the tiers of the method, who approves each, and what each asks to be said for it.
namespace ae {

enum class DiscountTier : std::uint8_t { kStandard, kModerate, kDeep, kException, kCount };

constexpr std::string_view key(DiscountTier tier) {
  constexpr std::string_view kKeys[] = {"standard", "moderate", "deep", "exception"};
  return kKeys[static_cast<std::size_t>(tier)];
}

Text name(DiscountTier tier);

/// Who may say yes, from the account executive upwards.
enum class Approver : std::uint8_t { kAe, kManager, kDirector, kVp, kCount };

constexpr std::string_view key(Approver approver) {
  constexpr std::string_view kKeys[] = {"ae", "manager", "director", "vp"};
  return kKeys[static_cast<std::size_t>(approver)];
}

Text name(Approver approver);

/// The lowest role that may approve a tier.
constexpr Approver approver_of(DiscountTier tier) { return static_cast<Approver>(tier); }

/// What has to be said for a discount.
enum class DiscountReason : std::uint8_t {
  kJustification,
  kStrategicJustification,
  kQuidProQuo,
  kExecutiveSponsor,
  kBusinessCase,
  kCount
};

constexpr std::string_view key(DiscountReason reason) {
  constexpr std::string_view kKeys[] = {"justification", "strategic_justification", "quid_pro_quo",
                                        "executive_sponsor", "business_case"};
  return kKeys[static_cast<std::size_t>(reason)];
}

Text name(DiscountReason reason);
/// What a good one says.
Text meaning(DiscountReason reason);

/// What a tier asks for: nothing, a justification, a strategic justification and something in return, an
/// executive sponsor and a business case.
std::vector<DiscountReason> required_for(DiscountTier tier);

/// A discount as an exact share: `given` of `of`, so that no rounding decides a tier. List 3, price 2 is 1
/// of 3.
struct DiscountShare {
  Int128 given = 0;
  Int128 of = 1;

  /// As a percentage of one, rounded half to even to four decimals: 0.3333.
  Ratio ratio() const { return *Ratio::of(given, of); }
};

/// Up to and with standard_up_to the account executive decides, up to and with moderate_up_to a manager,
/// below deep_below a director, from there a VP. Requires 0 ≤ given ≤ of, of > 0.
DiscountTier tier_of(const DiscountShare& share, const DiscountPolicy& policy);

/// The least price that stays within a tier, in minor units: the largest discount of the tier, rounded up to
/// a minor unit so that it does not reach into the next. nullopt for the last tier, which has no end.
std::optional<std::int64_t> floor_price(DiscountTier tier, std::int64_t list_minor,
                                        const DiscountPolicy& policy);

/// An approval as it was given: for this price, term and product, and for no other.
struct DiscountApproval {
  Date date;
  Approver role = Approver::kManager;
  std::optional<std::string> by;
  std::optional<Money> price;
  std::optional<std::int64_t> term_months;
  std::optional<std::string> product;
  std::optional<std::string> note;

  static constexpr auto fields() {
    return std::tuple{
        field("date", &DiscountApproval::date, Text{"Day of the approval", "批准日期"}),
        field("role", &DiscountApproval::role, Text{"Role of who approved", "批准人角色"}),
        field("by", &DiscountApproval::by, Text{"Who approved", "批准人"}),
        field("price", &DiscountApproval::price, Text{"The price approved", "批准的价格"}),
        field("term_months", &DiscountApproval::term_months,
              Text{"The term approved, in months", "批准的期限（月）"}),
        field("product", &DiscountApproval::product, Text{"The product approved", "批准的产品"}),
        field("note", &DiscountApproval::note, Text{"Note; it may change freely", "备注，可随意修改"})};
  }
};

/// What was asked for a discount on a deal, and what was said for it.
struct DiscountCase {
  std::optional<Money> list, price;
  std::optional<std::int64_t> term_months;
  std::optional<std::string> product;
  std::optional<std::string> justification, strategic_justification, quid_pro_quo, executive_sponsor,
      business_case;
  std::optional<Date> requested;
  std::optional<std::string> note;
  std::vector<DiscountApproval> approvals;

  static constexpr auto fields() {
    return std::tuple{
        field("list", &DiscountCase::list, Text{"List price of what is sold", "所售内容的目录价"}),
        field("price", &DiscountCase::price, Text{"Price asked for", "申请的价格"}),
        field("term_months", &DiscountCase::term_months, Text{"Term in months", "期限（月）"}),
        field("product", &DiscountCase::product, Text{"What is sold", "所售产品"}),
        field("justification", &DiscountCase::justification, Text{"Why the discount is needed", "折扣理由"}),
        field("strategic_justification", &DiscountCase::strategic_justification,
              Text{"Why the deal matters beyond its money", "战略层面的理由"}),
        field("quid_pro_quo", &DiscountCase::quid_pro_quo,
              Text{"What we get in return", "等价交换：我方得到什么"}),
        field("executive_sponsor", &DiscountCase::executive_sponsor,
              Text{"Executive who stands behind it", "支持此事的高管"}),
        field("business_case", &DiscountCase::business_case,
              Text{"Where the business case is written", "书面业务案例所在"}),
        field("requested", &DiscountCase::requested, Text{"Day of the request", "申请日期"}),
        field("note", &DiscountCase::note, Text{"Note; it may change freely", "备注，可随意修改"}),
        field("approvals", &DiscountCase::approvals, Text{"Approvals given", "已获批准"})};
  }

  const std::optional<std::string>& said(DiscountReason reason) const;
};

/// Whether an approval still holds for the case as it stands.
enum class ApprovalState : std::uint8_t { kNone, kApproved, kVoid, kCount };

constexpr std::string_view key(ApprovalState state) {
  constexpr std::string_view kKeys[] = {"none", "approved", "void"};
  return kKeys[static_cast<std::size_t>(state)];
}

/// What the last approval by `role` or above comes to.
struct ApprovalCheck {
  ApprovalState state = ApprovalState::kNone;
  const DiscountApproval* approval = nullptr;
  std::vector<std::string> changed;  ///< of price, term_months, product: what is another now
};

ApprovalCheck check_approval(const DiscountCase& discount, Approver role);

}  // namespace ae
