#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/base/note.h"
#include "ae/doc/document.h"
#include "ae/domain/review_deal.h"
#include "ae/method/decision_figures.h"
#include "ae/method/review_finding.h"

namespace ae::method {

/// How much pipeline is missing, and how many deals would make up for it.
struct PipelineGap {
  Ratio coverage, target;          ///< all open pipeline ÷ quota, and the least that is on target
  std::optional<Money> gap;        ///< what is missing to the target; null: nothing
  std::optional<Money> deal_size;  ///< of an average deal
  std::int64_t deals_needed = 0;
};

/// All that the weekly review is made of.
struct WeeklyInput {
  std::vector<ReviewDeal> deals;  ///< all open ones
  Policy policy;
  Date as_of;
  std::optional<Currency> currency;  ///< nullopt: several
  std::optional<std::int64_t> won_cycle_limit_days;
  std::vector<HygieneRule> not_checked;  ///< whose column is absent
  std::vector<std::string> owners;       ///< everyone who has a deal that is open or was closed lately
  std::optional<PipelineGap> gap;        ///< nullopt: no quota, or several currencies
};

/// What one owner has to settle.
struct OwnerReview {
  std::optional<std::string> owner;
  std::int64_t open = 0, deals = 0, findings = 0;
  std::optional<Money> amount;
  std::optional<std::int64_t> new_deals;
  std::optional<Money> new_amount;

  static constexpr auto fields() {
    using Self = OwnerReview;
    return std::tuple{
        field("owner", &Self::owner, Text{"Owner; null: the cell is blank", "负责人；空白则为空"}),
        field("open", &Self::open, Text{"Open deals", "未结商机数"}),
        field("deals", &Self::deals, Text{"Those of them with a finding", "其中有发现的商机数"}),
        field("findings", &Self::findings, Text{"Findings of these deals", "这些商机的发现数"}),
        field("amount", &Self::amount, Text{"Sum of their known amounts", "其已知金额之和"}),
        field("new_deals", &Self::new_deals,
              Text{"Open deals created within the policy's days; null: no column for it",
                   "在策略天数内创建的未结商机数；没有相应列则为空"}),
        field("new_amount", &Self::new_amount, Text{"Sum of their known amounts", "其已知金额之和"})};
  }
};

struct WeeklyReview {
  std::vector<ReviewItem> items;
  std::vector<OwnerReview> by_owner;
  std::optional<DecisionFigures> decisions;
  std::optional<ApplyFigures> applied;

  // For people; not part of the JSON.
  std::int64_t open = 0, deals = 0, findings = 0;
  std::optional<Money> amount;
  std::optional<std::int64_t> new_deals;
  std::int64_t new_deal_days = 0;
  bool dry_run = false;

  static constexpr auto fields() {
    using Self = WeeklyReview;
    return std::tuple{
        field("items", &Self::items, Text{"The five items of the weekly review", "每周复盘的五项"}),
        field("by_owner", &Self::by_owner,
              Text{"What each owner has to settle, largest money first",
                   "各负责人待处理的内容，按金额从大到小"}),
        field("decisions", &Self::decisions,
              Text{"The file of --decisions; null: none was named", "--decisions 文件；未指定则为空"}),
        field("applied", &Self::applied,
              Text{"The copy of --apply; null: none was asked for", "--apply 的副本；未要求则为空"})};
  }
};

/// The largest amount first, unknown ones last.
bool is_larger(const ReviewDeal* one, const ReviewDeal* other);

/// Every finding under its item, the deals by money. Owners without a new deal and missing pipeline are the
/// findings of the last item.
WeeklyReview weekly_review(const WeeklyInput& input);

/// Keeps the findings of the first `limit` deals of every item.
void keep_first(std::vector<ReviewItem>& items, std::int64_t limit);

doc::Document weekly_document(const WeeklyReview& review);

}  // namespace ae::method
