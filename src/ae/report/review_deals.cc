#include "ae/report/review_deals.h"

#include <map>

#include "ae/report/hygiene_checks.h"

namespace ae::report {
namespace {

using enum OpportunityField;

ReviewDeal deal_of(const table::OpportunityChunk& chunk, std::size_t row) {
  const auto words = [&](OpportunityField field) { return std::string(chunk.text(field).at(row)); };
  ReviewDeal deal;
  deal.id = words(kId);
  deal.name = words(kName);
  deal.account = words(kAccount);
  deal.owner = words(kOwner);
  deal.stage = chunk.stage[row];
  deal.stage_name = words(kStage);
  deal.category = chunk.category[row];
  if (has_amount(chunk, row)) deal.amount = Money{chunk.amount[row], chunk.currency[row]};
  deal.created = chunk.dates(kCreatedDate)[row];
  deal.close = chunk.dates(kCloseDate)[row];
  deal.stage_entered = chunk.dates(kStageDate)[row];
  deal.last_active = chunk.dates(kLastActivityDate)[row];
  return deal;
}

/// ASCII letters in lower case, without blanks.
std::string folded(const std::string& words) {
  std::string result;
  for (const char c : words) {
    if (c != ' ' && c != '\t') result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

void find_duplicates(std::vector<ReviewDeal>& deals) {
  std::map<std::pair<std::string, std::string>, const ReviewDeal*> first;
  for (ReviewDeal& deal : deals) {
    if (deal.id.empty() || deal.name.empty()) continue;
    const auto [found, is_first] = first.emplace(std::pair(folded(deal.name), folded(deal.account)), &deal);
    if (is_first) continue;
    const ReviewDeal& other = *found->second;
    deal.same_as = other.id;
    deal.same_amount = !deal.amount || !other.amount || deal.amount == other.amount;
  }
}

}  // namespace

std::vector<ReviewDeal> review_deals(const table::OpportunityTable& table, const Scope& scope,
                                     const std::optional<std::int64_t>& won_cycle_limit_days) {
  std::vector<ReviewDeal> found;
  for (const table::OpportunityChunk& chunk : table.chunks) {
    const ChunkDeals deals(chunk, scope);
    const HygieneChecks checks(deals);
    for (const std::uint32_t row : deals.open()) {
      found.push_back(deal_of(chunk, row));
      found.back().broken = checks.broken(row, won_cycle_limit_days);
    }
  }
  find_duplicates(found);
  return found;
}

}  // namespace ae::report
