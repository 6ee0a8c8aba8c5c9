#include "ae/domain/stage_check.h"

#include "ae/base/assert.h"
#include "ae/domain/discovery_answers.h"

namespace ae {
namespace {

ItemState of_evidence(const GateItem& item, const ItemFacts& facts) {
  const std::optional<Evidence> evidence = evidence_of(item, facts);
  if (!evidence) return ItemState::kMissing;
  if (!evidence->what || !evidence->date) return ItemState::kIncomplete;
  if (evidence->expires && *evidence->expires < facts.as_of) return ItemState::kExpired;
  return ItemState::kDone;
}

bool follows(const GateItem& item, const ItemFacts& facts) {
  if (facts.deal == nullptr) return false;
  switch (item.basis) {
    case ItemBasis::kScorecard:
      return sum_of(facts.deal->scorecard.scores(), facts.policy->scorecard).bant_qualified;
    case ItemBasis::kHandedOverDate:
      return facts.deal->handed_over_date.has_value();
    case ItemBasis::kPaidDate:
      return facts.deal->paid_date.has_value();
    case ItemBasis::kEvidence:
    case ItemBasis::kCount:
      break;
  }
  return false;
}

void collect(std::vector<UnmetItem>& unmet, const StageGate& gate, GateList list, const ItemFacts& facts) {
  for (const GateItem* item : gate.lists[list]) {
    if (state_of(*item, facts) != ItemState::kDone) unmet.push_back({gate.stage, list, item});
  }
}

}  // namespace

Text name(ItemState state) {
  static constexpr Text kNames[] = {
      {"Done", "已完成"}, {"Missing", "缺失"}, {"Incomplete", "不完整"}, {"Expired", "已失效"}};
  return kNames[static_cast<std::size_t>(state)];
}

std::optional<Evidence> evidence_of(const GateItem& item, const ItemFacts& facts) {
  if (facts.deal == nullptr || item.basis != ItemBasis::kEvidence) return std::nullopt;
  return best_evidence(*facts.deal, item.id, facts.as_of);
}

ItemState state_of(const GateItem& item, const ItemFacts& facts) {
  if (facts.attested.contains(item.id)) return ItemState::kDone;
  if (item.basis == ItemBasis::kEvidence) return of_evidence(item, facts);
  return follows(item, facts) ? ItemState::kDone : ItemState::kMissing;
}

std::vector<UnmetItem> unmet_on_the_way(Stage from, Stage to, const ItemFacts& facts) {
  AE_ASSERT(stage_gate(from) != nullptr && stage_gate(to) != nullptr && from < to);
  std::vector<UnmetItem> unmet;
  for (const StageGate& gate : stage_gates()) {
    if (gate.stage < from || gate.stage > to) continue;
    if (gate.stage != from) collect(unmet, gate, GateList::kEntry, facts);
    if (gate.stage != to) collect(unmet, gate, GateList::kExit, facts);
  }
  return unmet;
}

std::optional<Stage> next_stage(Stage stage) {
  if (stage_gate(stage) == nullptr || stage == Stage::kClosedWon) return std::nullopt;
  return static_cast<Stage>(static_cast<int>(stage) + 1);
}

std::optional<Stage> last_open_stage(const DealRecord& deal) {
  for (auto move = deal.stage_history.rbegin(); move != deal.stage_history.rend(); ++move) {
    for (const Stage stage : {move->to, move->from}) {
      if (state_of(stage) == DealState::kOpen && stage != Stage::kUnknown) return stage;
    }
  }
  return std::nullopt;
}

}  // namespace ae
