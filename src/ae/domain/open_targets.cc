#include "ae/domain/open_targets.h"

#include <algorithm>

#include <fmt/format.h>

#include "ae/base/assert.h"
#include "ae/domain/stage_check.h"

namespace ae {
namespace {

using Targets = std::vector<OpenTarget>;

/// The stage that a conversation is about.
Stage stage_of(const MeddicFacts& facts) {
  if (facts.stage) return *facts.stage;
  return facts.deal != nullptr ? facts.deal->stage : Stage::kDiscovery;
}

void add_letters(Targets& targets, const MeddicFacts& facts, Stage stage) {
  MeddicFacts at_stage = facts;
  at_stage.stage = stage;
  for (const LetterStanding& standing : meddic_card(at_stage)) {
    if (standing.is_gap) targets.push_back({fmt::format("meddic.{}", key(standing.letter)), false});
  }
}

void add_criteria(Targets& targets, const MeddicFacts& facts) {
  const Scores scores = facts.deal != nullptr ? facts.deal->scorecard.scores() : Scores{};
  for (const Criterion criterion : enumerators<Criterion>()) {
    if (scores[criterion].value_or(0) >= facts.policy->scorecard.bant_minimum) continue;
    const bool is_bant =
        std::find(kBantCriteria.begin(), kBantCriteria.end(), criterion) != kBantCriteria.end();
    targets.push_back({fmt::format("scorecard.{}", key(criterion)), is_bant});
  }
}

void add_items(Targets& targets, const std::vector<const GateItem*>& items, bool is_first,
               const ItemFacts& facts) {
  for (const GateItem* item : items) {
    if (item->basis != ItemBasis::kEvidence || state_of(*item, facts) == ItemState::kDone) continue;
    const std::string target = fmt::format("stage.{}", item->id);
    const auto same = std::find_if(targets.begin(), targets.end(),
                                   [&](const OpenTarget& each) { return each.target == target; });
    if (same == targets.end()) {
      targets.push_back({target, is_first});
    } else {
      same->is_first = same->is_first || is_first;
    }
  }
}

void add_stages(Targets& targets, const MeddicFacts& facts, Stage stage) {
  const ItemFacts items{facts.deal, {}, facts.as_of, facts.policy};
  for (const StageGate& gate : stage_gates()) {
    if (gate.stage > stage) break;
    for (const auto& list : gate.lists) add_items(targets, list, gate.stage == stage, items);
  }
  if (const auto next = next_stage(stage))
    add_items(targets, stage_gate(*next)->lists[GateList::kEntry], true, items);
}

NextQuestion cleared_by(const DiscoveryQuestion& question, const Targets& open) {
  NextQuestion next{&question, {}};
  for (const OpenTarget& target : open) {
    if (std::find(question.fills.begin(), question.fills.end(), target.target) != question.fills.end())
      next.clears.push_back(target.target);
  }
  return next;
}

std::pair<std::size_t, std::size_t> weight(const NextQuestion& next, const Targets& open) {
  const auto first = std::count_if(open.begin(), open.end(), [&](const OpenTarget& target) {
    return target.is_first &&
           std::find(next.clears.begin(), next.clears.end(), target.target) != next.clears.end();
  });
  return {static_cast<std::size_t>(first), next.clears.size()};
}

}  // namespace

Targets open_targets(const MeddicFacts& facts) {
  const Stage stage = stage_of(facts);
  Targets targets;
  if (stage_gate(stage) == nullptr || state_of(stage) != DealState::kOpen) return targets;
  add_letters(targets, facts, stage);
  add_criteria(targets, facts);
  add_stages(targets, facts, stage);
  return targets;
}

Message name_of_target(std::string_view target) {
  const std::size_t dot = target.find('.');
  const std::string_view kind = target.substr(0, dot), rest = target.substr(dot + 1);
  if (kind == "meddic")
    return Message{Text{"MEDDIC: {name}", "MEDDIC：{name}"}}.with(
        "name", words(enumerator_of_key<MeddicLetter>(rest)).name);
  if (kind == "scorecard")
    return Message{Text{"Scorecard: {name}", "评分卡：{name}"}}.with(
        "name", words(enumerator_of_key<Criterion>(rest)).name);
  const GateItem* item = gate_item(rest);
  AE_ASSERT(item != nullptr);
  return Message{Text{"Stages: {name}", "阶段：{name}"}}.with("name", item->name);
}

std::vector<NextQuestion> questions_that_clear_most(const MeddicFacts& facts, std::size_t most) {
  Targets open = open_targets(facts);
  std::vector<NextQuestion> chosen;
  while (chosen.size() < most) {
    NextQuestion best;
    for (const DiscoveryQuestion& question : discovery_questions()) {
      if (is_answered(facts.deal, question.id)) continue;
      NextQuestion next = cleared_by(question, open);
      if (!next.clears.empty() && weight(next, open) > weight(best, open)) best = std::move(next);
    }
    if (best.question == nullptr) break;
    std::erase_if(open, [&](const OpenTarget& target) {
      return std::find(best.clears.begin(), best.clears.end(), target.target) != best.clears.end();
    });
    chosen.push_back(std::move(best));
  }
  return chosen;
}

bool is_answered(const DealRecord* deal, std::string_view question) {
  return deal != nullptr &&
         std::any_of(deal->discovery.begin(), deal->discovery.end(),
                     [&](const DiscoveryEntry& entry) { return entry.question == question && entry.answer; });
}

}  // namespace ae
