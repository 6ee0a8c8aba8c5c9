#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/text.h"
#include "ae/domain/meddic.h"

/// The questions of a discovery conversation, from content/method/discovery.toml.
namespace ae {

/// The four groups of the conversation, then the letters of MEDDIC.
enum class QuestionGroup : std::uint8_t {
  kSituation,
  kProblem,
  kImpact,
  kNeed,
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

constexpr std::string_view key(QuestionGroup group) {
  constexpr std::string_view kKeys[] = {"situation", "problem", "impact", "need"};
  return group < QuestionGroup::kMetrics
             ? kKeys[static_cast<std::size_t>(group)]
             : key(static_cast<MeddicLetter>(static_cast<int>(group) -
                                             static_cast<int>(QuestionGroup::kMetrics)));
}

Text name(QuestionGroup group);

/// Whether the group is asked only for MEDDPICC.
bool is_optional(QuestionGroup group);

/// The kind of number that a good answer holds.
enum class Quantity : std::uint8_t { kNone, kMoney, kDays, kTimes, kCount };

constexpr std::string_view key(Quantity quantity) {
  constexpr std::string_view kKeys[] = {"none", "money", "days", "count"};
  return kKeys[static_cast<std::size_t>(quantity)];
}

/// What numbers of an answer mean for the cost of doing nothing.
enum class CostKind : std::uint8_t {
  kNone,
  kFrequency,   ///< how often it happens
  kOccurrence,  ///< what it costs each time
  kYear,        ///< what it costs a year, one part of several
  kTotal,       ///< the buyer's own total for a year
  kBenefit,     ///< what solving it is worth: the same money seen from the other side
  kCount
};

constexpr std::string_view key(CostKind kind) {
  constexpr std::string_view kKeys[] = {"none", "frequency", "occurrence", "year", "total", "benefit"};
  return kKeys[static_cast<std::size_t>(kind)];
}

struct DiscoveryQuestion {
  std::string id;  ///< stable and snake_case: "impact_cost_each"
  QuestionGroup group = QuestionGroup::kSituation;
  Text ask;  ///< {x} stands for the process under discussion
  Text listen_for;
  std::vector<std::string> fills;  ///< "meddic.metrics" "scorecard.need" "stage.pain_identified"
  Quantity quantity = Quantity::kNone;
  CostKind cost = CostKind::kNone;
};

/// In the order of the conversation; they live as long as the program.
const std::vector<DiscoveryQuestion>& discovery_questions();

/// nullptr when there is none.
const DiscoveryQuestion* discovery_question(std::string_view id);

/// What an answer to a question can settle: of a discovery question what it fills, of a letter's own question
/// the letter; empty when no question has this id.
std::vector<std::string> targets_of(std::string_view question);

/// The ids of all questions that can be logged: those of discovery, then those of the letters.
std::vector<std::string_view> question_ids();

/// A question, whichever kind it is, about `topic` ("order entry"); about the process in general without one.
/// Requires one of question_ids().
Message question_about(std::string_view id, const std::optional<std::string>& topic);

}  // namespace ae
