#include "ae/method/weekly_review.h"

#include <algorithm>
#include <map>
#include <set>

namespace ae::method {
namespace {

/// The sum in the review's currency; null when nothing is known, it does not fit, or there are several.
std::optional<Money> money_of(const MoneySum& sum, const std::optional<Currency>& currency) {
  const std::optional<Int128> exact = sum.exact();
  if (!exact || !currency) return std::nullopt;
  const std::optional<std::int64_t> minor = narrow(*exact);
  return minor ? std::optional(Money{*minor, *currency}) : std::nullopt;
}

void add_amount(MoneySum& sum, const ReviewDeal& deal) {
  if (deal.amount) sum.add(deal.amount->currency, deal.amount->minor);
}

std::optional<std::string> known(const std::string& words) {
  return words.empty() ? std::nullopt : std::optional(words);
}

bool is_new(const ReviewDeal& deal, const WeeklyInput& input) {
  return !deal.created.is_none() && deal.created <= input.as_of &&
         input.as_of - deal.created <= input.policy.hygiene.new_deal_days;
}

std::int64_t findings_of(const ReviewDeal& deal) { return std::ssize(deal.broken) + (deal.same_as ? 1 : 0); }

ReviewFinding finding_of(const ReviewDeal& deal, std::string rule, Message text) {
  const Suggestion suggestion = suggest(deal);
  ReviewFinding finding;
  finding.id = known(deal.id);
  finding.name = known(deal.name);
  finding.owner = known(deal.owner);
  finding.stage = deal.stage == Stage::kUnknown ? known(deal.stage_name) : std::string(key(deal.stage));
  finding.rule = std::move(rule);
  finding.amount = deal.amount;
  if (deal.amount && !deal.amount->currency.is_none()) finding.currency = deal.amount->currency.code();
  finding.text = std::move(text);
  finding.suggestion = SuggestionFigures{suggestion.disposition, known(suggestion.value), suggestion.reason};
  return finding;
}

/// Collects the findings of the items.
class Agenda {
 public:
  explicit Agenda(const WeeklyInput& input) : input_(input) {}

  ReviewItem item(WeeklyItem asked) const {
    ReviewItem item;
    item.item = key(asked);
    item.text = name(asked);
    for (const HygieneRule rule : input_.not_checked) {
      if (weekly_item(rule) != asked) continue;
      item.not_checked.emplace_back(key(rule));
      item.lacks.push_back(lack(rule));
    }
    if (asked == WeeklyItem::kAddOpportunities) {
      add_new_business(item);
    } else {
      add_deals(asked, item);
    }
    item.findings_total = std::ssize(item.findings);
    return item;
  }

 private:
  Message lack(HygieneRule rule) const {
    const bool knows_created = std::find(input_.not_checked.begin(), input_.not_checked.end(),
                                         HygieneRule::kNewDeals) == input_.not_checked.end();
    if (rule == HygieneRule::kOlderThanWonCycle && knows_created) {
      return Message{Text{"Not checked: {rule} (needs won deals with both dates, in --data)",
                          "未检查：{rule}（--data 中须有日期齐全的赢单）"}}
          .with("rule", Message(ae::name(rule)));
    }
    return Message{Text{"Not checked: {rule} (the file has no column “{column}”)",
                        "未检查：{rule}（文件没有“{column}”列）"}}
        .with("rule", Message(ae::name(rule)))
        .with("column", Message(ae::name(needs(rule).front())));
  }

  void add_deals(WeeklyItem asked, ReviewItem& item) const {
    std::vector<const ReviewDeal*> deals;
    for (const ReviewDeal& deal : input_.deals) {
      const bool is_found = std::any_of(deal.broken.begin(), deal.broken.end(),
                                        [&](HygieneRule rule) { return weekly_item(rule) == asked; });
      if (is_found || (asked == WeeklyItem::kRemoveStaleDeals && deal.same_as)) deals.push_back(&deal);
    }
    std::stable_sort(deals.begin(), deals.end(), is_larger);
    MoneySum sum;
    for (const ReviewDeal* deal : deals) {
      add_amount(sum, *deal);
      add_findings(asked, *deal, item);
    }
    item.deals = std::ssize(deals);
    item.amount = money_of(sum, input_.currency);
  }

  void add_findings(WeeklyItem asked, const ReviewDeal& deal, ReviewItem& item) const {
    const std::size_t first = item.findings.size();
    for (const HygieneRule rule : deal.broken) {
      if (weekly_item(rule) != asked) continue;
      item.findings.push_back(finding_of(
          deal, std::string(key(rule)),
          finding_words(rule, deal, input_.policy, input_.as_of, input_.won_cycle_limit_days.value_or(0))));
    }
    if (asked == WeeklyItem::kRemoveStaleDeals && deal.same_as) {
      item.findings.push_back(
          finding_of(deal, std::string(kPossibleDuplicate),
                     Message{Text{"same name and account as {id}", "与 {id} 的名称和客户相同"}}.with(
                         "id", *deal.same_as)));
    }
    for (std::size_t at = first; at < item.findings.size(); ++at)
      item.findings[at].deal = static_cast<std::size_t>(&deal - input_.deals.data());
  }

  void add_new_business(ReviewItem& item) const {
    add_gap(item);
    if (!item.not_checked.empty()) return;
    std::map<std::string, std::int64_t> open;
    std::set<std::string> with_new;
    for (const ReviewDeal& deal : input_.deals) {
      ++open[deal.owner];
      if (is_new(deal, input_)) with_new.insert(deal.owner);
    }
    for (const std::string& owner : input_.owners) {
      if (owner.empty() || with_new.contains(owner)) continue;
      ReviewFinding finding;
      finding.owner = owner;
      finding.rule = key(HygieneRule::kNewDeals);
      finding.text = Message{Text{"{owner}: no deal created within {days} days; open deals: {open}",
                                  "{owner}：{days} 天内没有新建商机；未结商机 {open} 个"}}
                         .with("owner", owner)
                         .with("days", input_.policy.hygiene.new_deal_days)
                         .with("open", open[owner]);
      item.findings.push_back(std::move(finding));
    }
  }

  void add_gap(ReviewItem& item) const {
    if (!input_.gap) {
      item.lacks.push_back(Text{
          "No quota: --quota AMOUNT or --quotas FILE says how many deals are missing to the coverage target",
          "没有配额：提供 --quota 金额 或 --quotas 文件，可算出距覆盖度目标还缺多少商机"});
      return;
    }
    const PipelineGap& gap = *input_.gap;
    if (!gap.gap) return;
    const auto multiple = [](Ratio ratio) { return to_decimal(ratio.units() / 100, 2); };
    ReviewFinding finding;
    finding.rule = "coverage_gap";
    finding.amount = gap.gap;
    if (!gap.gap->currency.is_none()) finding.currency = gap.gap->currency.code();
    Message words =
        gap.deal_size
            ? Message{Text{"Coverage {coverage}×, target {target}×: {deals} more deals of the average size "
                           "close the gap",
                           "覆盖度 {coverage}×，目标 {target}×：按平均成交额还需新增 {deals} 个商机"}}
                  .with("deals", gap.deals_needed)
            : Message{Text{"Coverage {coverage}×, target {target}×", "覆盖度 {coverage}×，目标 {target}×"}};
    words.with("coverage", multiple(gap.coverage));
    words.with("target", multiple(gap.target));
    finding.text = std::move(words);
    item.findings.push_back(std::move(finding));
  }

  const WeeklyInput& input_;
};

std::vector<OwnerReview> by_owner(const WeeklyInput& input, bool knows_new) {
  struct Sums {
    OwnerReview row;
    MoneySum found, created;
    std::int64_t new_deals = 0;
  };
  std::map<std::string, Sums> sums;
  for (const std::string& owner : input.owners) sums[owner];
  for (const ReviewDeal& deal : input.deals) {
    Sums& of = sums[deal.owner];
    ++of.row.open;
    if (findings_of(deal) > 0) {
      ++of.row.deals;
      of.row.findings += findings_of(deal);
      add_amount(of.found, deal);
    }
    if (!is_new(deal, input)) continue;
    ++of.new_deals;
    add_amount(of.created, deal);
  }
  std::vector<OwnerReview> rows;
  for (auto& [owner, of] : sums) {
    of.row.owner = known(owner);
    of.row.amount = money_of(of.found, input.currency);
    if (knows_new) of.row.new_deals = of.new_deals;
    of.row.new_amount = money_of(of.created, input.currency);
    rows.push_back(of.row);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const OwnerReview& one, const OwnerReview& other) {
    const auto minor = [](const OwnerReview& row) { return row.amount ? row.amount->minor : -1; };
    return std::pair(minor(one), one.deals) > std::pair(minor(other), other.deals);
  });
  return rows;
}

}  // namespace

bool is_larger(const ReviewDeal* one, const ReviewDeal* other) {
  if (!one->amount || !other->amount) return one->amount.has_value() && !other->amount;
  if (one->amount->currency != other->amount->currency)
    return one->amount->currency.code() < other->amount->currency.code();
  return one->amount->minor > other->amount->minor;
}

WeeklyReview weekly_review(const WeeklyInput& input) {
  WeeklyReview review;
  const Agenda agenda(input);
  for (const WeeklyItem item : enumerators<WeeklyItem>()) review.items.push_back(agenda.item(item));
  const bool knows_new = std::find(input.not_checked.begin(), input.not_checked.end(),
                                   HygieneRule::kNewDeals) == input.not_checked.end();
  review.by_owner = by_owner(input, knows_new);
  review.open = std::ssize(input.deals);
  MoneySum sum;
  for (const ReviewDeal& deal : input.deals) {
    if (findings_of(deal) == 0) continue;
    ++review.deals;
    review.findings += findings_of(deal);
    add_amount(sum, deal);
  }
  review.amount = money_of(sum, input.currency);
  review.new_deal_days = input.policy.hygiene.new_deal_days;
  if (knows_new) {
    review.new_deals = std::count_if(input.deals.begin(), input.deals.end(),
                                     [&](const ReviewDeal& deal) { return is_new(deal, input); });
  }
  return review;
}

void keep_first(std::vector<ReviewItem>& items, std::int64_t limit) {
  for (ReviewItem& item : items) {
    std::int64_t deals = 0;
    std::size_t kept = 0;
    for (; kept < item.findings.size(); ++kept) {
      const bool is_same = kept > 0 && item.findings[kept].is_of_deal_of(item.findings[kept - 1]);
      if (!is_same && ++deals > limit) break;
    }
    item.findings.resize(kept);
  }
}

}  // namespace ae::method
