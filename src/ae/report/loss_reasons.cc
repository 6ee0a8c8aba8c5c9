#include "ae/report/loss_reasons.h"

#include <algorithm>

namespace ae::report {
namespace {

/// Lost deals whose reasons fold to the same words.
struct Reason {
  DealSum deals;
  std::string spelling;
  std::int64_t spelled = 0;  ///< deals that spell it so
};

std::map<std::string, Reason> folded(const std::map<std::string, DealSum>& spelled) {
  std::map<std::string, Reason> reasons;
  for (const auto& [spelling, deals] : spelled) {
    Reason& reason = reasons[folded_reason(spelling)];
    reason.deals.merge(deals);
    if (deals.count <= reason.spelled) continue;
    reason.spelling = spelling;
    reason.spelled = deals.count;
  }
  return reasons;
}

/// Most deals first; then the larger amount, unknown ones last.
template <typename Row>
bool weighs_more(const Row& a, const Row& b) {
  if (a.count != b.count) return a.count > b.count;
  if (a.amount && b.amount) return a.amount->minor > b.amount->minor;
  return a.amount.has_value() && !b.amount;
}

}  // namespace

void LossReasons::add(const ChunkDeals& deals) {
  const table::OpportunityChunk& chunk = deals.chunk();
  if (chunk.has(OpportunityField::kLossReason)) known_ = 1;
  const table::TextColumn& column = chunk.text(OpportunityField::kLossReason);
  ByWord<DealSum>::Finder spelled(spelled_, column);
  for (const std::uint32_t row : deals.lost()) spelled[column.code(row)].add(chunk, row);
}

void LossReasons::merge(const LossReasons& other) {
  known_ |= other.known_;
  spelled_.merge(other.spelled_);
}

std::int64_t LossReasons::lost() const {
  std::int64_t count = 0;
  for (const auto& [spelling, deals] : spelled_.values()) count += deals.count;
  return count;
}

std::vector<LossReasonFigures> LossReasons::reasons(Figures& figures) const {
  const std::int64_t all = lost();
  std::vector<LossReasonFigures> rows;
  if (!known()) return rows;
  for (const auto& [words, reason] : folded(spelled_.values())) {
    LossReasonFigures row;
    if (!words.empty()) row.reason = reason.spelling;
    if (const auto found = classify_loss(words)) {
      row.group = found->group->key;
      row.theme = found->theme->key;
    }
    row.count = reason.deals.count;
    row.amount = figures.money(reason.deals.amount);
    row.share = ratio(row.count, all);
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), weighs_more<LossReasonFigures>);
  return rows;
}

std::vector<LossGroupFigures> LossReasons::groups(Figures& figures) const {
  std::vector<LossGroupFigures> rows;
  if (!known()) return rows;
  std::map<std::string, DealSum> groups;  // "" is no group
  for (const auto& [spelling, deals] : spelled_.values()) {
    const auto found = classify_loss(spelling);
    groups[found ? found->group->key : std::string()].merge(deals);
  }
  for (const auto& [group, deals] : groups) {
    LossGroupFigures row;
    if (!group.empty()) row.group = group;
    row.count = deals.count;
    row.amount = figures.money(deals.amount);
    row.share = ratio(deals.count, lost());
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), weighs_more<LossGroupFigures>);
  return rows;
}

}  // namespace ae::report
