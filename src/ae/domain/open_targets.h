#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/domain/discovery_question.h"
#include "ae/domain/meddic_card.h"

/// What is open in a deal that an answer could settle, and the questions that would settle most of it.
namespace ae {

struct OpenTarget {
  std::string target;     ///< "meddic.champion" "scorecard.need" "stage.budget_confirmed"
  bool is_first = false;  ///< BANT, and what the deal's stage itself waits for
};

/// In the order of MEDDIC, scorecard, stages: the gaps of MEDDIC; criteria without a score or below the BANT
/// minimum; items not done of the lists of the deal's stage and the stages before it, and of the entry of
/// the next. First come the four of BANT, and the items of the stage and of the next one's entry. A closed
/// deal has nothing open. Without a deal, the first conversation is meant: the stage is Discovery.
std::vector<OpenTarget> open_targets(const MeddicFacts& facts);

/// The name of a target for people: "MEDDIC: Champion". Requires a target of the method.
Message name_of_target(std::string_view target);

/// A question worth asking, and what it would settle.
struct NextQuestion {
  const DiscoveryQuestion* question = nullptr;
  std::vector<std::string> clears;
};

/// Up to `most` questions without an answer. Each is the one that settles most of what those before it leave
/// open: first by targets that come first, then by all of them, then in the order of the conversation.
std::vector<NextQuestion> questions_that_clear_most(const MeddicFacts& facts, std::size_t most);

/// Whether the deal's log has an answer to the question.
bool is_answered(const DealRecord* deal, std::string_view question);

}  // namespace ae
