#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ae/domain/deal_record.h"

/// What the buyer's answers settle. An answer counts when it says what was said, by whom and on which day;
/// of one question asked several times, the latest such answer counts alone.
namespace ae {

/// The answers that count, in the order of the log.
std::vector<const DiscoveryEntry*> counting_answers(const DealRecord& deal);

/// Whether an answer settles a target ("meddic.champion", "stage.budget_confirmed"): what its `settles`
/// lists, else all that its question fills.
bool settles(const DiscoveryEntry& answer, std::string_view target);

/// The answers that settle a target, latest last.
std::vector<const DiscoveryEntry*> answers_to(const DealRecord& deal, std::string_view target);

/// The latest answer that settles an item of a stage, as evidence for it; nullopt when there is none.
std::optional<Evidence> evidence_in_answers(const DealRecord& deal, std::string_view item);

/// The evidence that an item is judged by: what the file keeps under the item, unless that is missing,
/// incomplete or expired as of this day and an answer from after it is there. nullopt when there is none.
std::optional<Evidence> best_evidence(const DealRecord& deal, std::string_view item, Date as_of);

}  // namespace ae
