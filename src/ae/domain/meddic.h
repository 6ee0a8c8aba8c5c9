#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/enum_array.h"
#include "ae/base/text.h"
#include "ae/domain/stage.h"

/// MEDDIC, and the two letters more of MEDDPICC: what has to be known about a deal, in the words of
/// content/method/meddic.toml. A letter is known when the buyer said it, not when we think it.
namespace ae {

enum class MeddicLetter : std::uint8_t {
  kMetrics,
  kEconomicBuyer,
  kDecisionCriteria,
  kDecisionProcess,
  kIdentifyPain,
  kChampion,
  kPaperProcess,
  kCompetition,
  kCount
};

constexpr std::string_view key(MeddicLetter letter) {
  constexpr std::string_view kKeys[] = {"metrics",          "economic_buyer", "decision_criteria",
                                        "decision_process", "identify_pain",  "champion",
                                        "paper_process",    "competition"};
  return kKeys[static_cast<std::size_t>(letter)];
}

/// How well a letter is known, from worst to best.
enum class LetterState : std::uint8_t {
  kUnknown,
  kAssumed,     ///< we think so
  kSaid,        ///< the buyer said it
  kQuantified,  ///< the buyer put a number on it
  kCount
};

constexpr std::string_view key(LetterState state) {
  constexpr std::string_view kKeys[] = {"unknown", "assumed", "said", "quantified"};
  return kKeys[static_cast<std::size_t>(state)];
}

Text name(LetterState state);

/// Whether the buyer said it.
constexpr bool is_known(LetterState state) { return state >= LetterState::kSaid; }

/// A question that a letter asks.
struct LetterQuestion {
  std::string id;  ///< stable and snake_case: "champion_test"
  Text ask;
};

struct LetterWords {
  std::string_view letter;  ///< "M"
  Text name;
  Text meaning;
  bool optional = false;                  ///< one of the two that MEDDPICC adds
  Stage expected_by = Stage::kDiscovery;  ///< the stage by whose end the buyer should have said it
  std::vector<LetterQuestion> questions;  ///< the first is to be asked first
  std::vector<Text> weak_signs;           ///< what tells that the answer is ours, not theirs
};

/// It lives as long as the program.
const LetterWords& words(MeddicLetter letter);

/// The letter that asks the question with this id; kCount when none does.
MeddicLetter letter_of_question(std::string_view id);

}  // namespace ae
