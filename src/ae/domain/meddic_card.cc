#include "ae/domain/meddic_card.h"

#include <algorithm>

#include <fmt/format.h>

#include "ae/domain/discovery_answers.h"
#include "ae/domain/discovery_question.h"

namespace ae {
namespace {

/// Letters that are a person at the buyer.
std::optional<ContactRole> role_of(MeddicLetter letter) {
  if (letter == MeddicLetter::kEconomicBuyer) return ContactRole::kEconomicBuyer;
  if (letter == MeddicLetter::kChampion) return ContactRole::kChampion;
  return std::nullopt;
}

std::optional<std::string> only_contact(const DealRecord& deal, ContactRole role) {
  std::optional<std::string> found;
  for (const DealContact& contact : deal.contacts) {
    if (contact.role != role) continue;
    if (found) return std::nullopt;
    found = contact.name;
  }
  return found;
}

/// What the file says, without the answers.
void take_entry(LetterStanding& standing, const LetterEntry& entry) {
  standing.answer = entry.answer;
  standing.person = entry.person;
  standing.confirmed = entry.confirmed;
  standing.state = entry.state.value_or(entry.answer ? LetterState::kAssumed : LetterState::kUnknown);
}

/// A day that the file gives for a letter which is only assumed confirms nothing that the buyer said.
void take_answers(LetterStanding& standing, const DealRecord& deal) {
  const auto answers = answers_to(deal, fmt::format("meddic.{}", key(standing.letter)));
  if (answers.empty()) return;
  if (!is_known(standing.state)) standing.confirmed.reset();
  for (const DiscoveryEntry* answer : answers) {
    standing.state =
        std::max(standing.state, answer->has_number() ? LetterState::kQuantified : LetterState::kSaid);
    standing.confirmed = std::max(standing.confirmed.value_or(*answer->asked), *answer->asked);
    standing.answered_in.push_back(answer->question);
  }
  if (!standing.answer) standing.answer = answers.back()->answer;
  if (!standing.person && !role_of(standing.letter)) standing.person = answers.back()->who;
}

/// What is to be held against a letter of a deal that is said or quantified.
std::optional<Doubt> doubt_about(const LetterStanding& standing, const DealRecord& deal, bool is_open,
                                 const MeddicFacts& facts) {
  if (!is_known(standing.state)) return std::nullopt;
  if (role_of(standing.letter) && !standing.person && !facts.given[standing.letter]) return Doubt::kNobody;
  const DealContact* contact = standing.person ? deal.contact(*standing.person) : nullptr;
  if (contact != nullptr && contact->left && *contact->left <= facts.as_of) return Doubt::kPersonLeft;
  if (!standing.confirmed) return Doubt::kUndated;
  const bool is_old = facts.as_of - *standing.confirmed > facts.policy->meddic.stale_after_days;
  return is_open && is_old ? std::optional(Doubt::kTooOld) : std::nullopt;
}

bool is_expected(MeddicLetter letter, const std::optional<Stage>& stage) {
  if (!stage) return true;
  return state_of(*stage) == DealState::kOpen && *stage >= words(letter).expected_by;
}

bool is_asked_for(MeddicLetter letter, const MeddicFacts& facts) {
  if (!words(letter).optional || facts.meddpicc || facts.given[letter]) return true;
  if (facts.deal == nullptr) return false;
  const LetterEntry& entry = facts.deal->meddic.at(letter);
  return facts.deal->meddic.meddpicc.value_or(false) || entry.state || entry.answer;
}

LetterStanding standing_of(MeddicLetter letter, const std::optional<Stage>& stage, const MeddicFacts& facts) {
  LetterStanding standing;
  standing.letter = letter;
  if (facts.deal != nullptr) {
    take_entry(standing, facts.deal->meddic.at(letter));
    take_answers(standing, *facts.deal);
    if (const auto role = role_of(letter); role && !standing.person)
      standing.person = only_contact(*facts.deal, *role);
  }
  if (const auto& given = facts.given[letter]) {
    standing.state = *given;
    standing.confirmed = is_known(*given) ? std::optional(facts.as_of) : std::nullopt;
  }
  const bool is_open = !stage || state_of(*stage) == DealState::kOpen;
  if (facts.deal != nullptr) standing.stale = doubt_about(standing, *facts.deal, is_open, facts);
  standing.is_gap = is_expected(letter, stage) && (!is_known(standing.state) || standing.stale);
  return standing;
}

}  // namespace

Text name(Doubt doubt) {
  static constexpr Text kNames[] = {{"not confirmed for too long", "太久未确认"},
                                    {"nobody says when it was confirmed", "未写明何时确认"},
                                    {"the person has left", "相关人已离职"},
                                    {"nobody is named", "未指明是谁"}};
  return kNames[static_cast<std::size_t>(doubt)];
}

std::vector<LetterStanding> meddic_card(const MeddicFacts& facts) {
  std::optional<Stage> stage = facts.stage;
  if (!stage && facts.deal != nullptr) stage = facts.deal->stage;
  std::vector<LetterStanding> card;
  for (const MeddicLetter letter : enumerators<MeddicLetter>()) {
    if (is_asked_for(letter, facts)) card.push_back(standing_of(letter, stage, facts));
  }
  return card;
}

std::optional<std::string_view> next_question(MeddicLetter letter, const DealRecord* deal) {
  const auto was_asked = [&](std::string_view id) {
    return deal != nullptr && std::any_of(deal->discovery.begin(), deal->discovery.end(),
                                          [&](const DiscoveryEntry& entry) { return entry.question == id; });
  };
  for (const LetterQuestion& question : words(letter).questions) {
    if (!was_asked(question.id)) return question.id;
  }
  for (const DiscoveryQuestion& question : discovery_questions()) {
    if (key(question.group) == key(letter) && !was_asked(question.id)) return question.id;
  }
  return std::nullopt;
}

}  // namespace ae
