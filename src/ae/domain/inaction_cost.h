#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ae/domain/deal_record.h"
#include "ae/domain/discovery_question.h"

/// What it costs the buyer a year to leave things as they are, made of their own answers.
namespace ae {

/// What becomes of an answer in the sum.
enum class CostUse : std::uint8_t {
  kCounted,
  kInTotal,      ///< the buyer's own total holds it already
  kOtherSide,    ///< what solving it is worth: the same money seen from the other side
  kNoFrequency,  ///< nobody says how often it happens
  kNoDayCost,    ///< days only, and nobody says what a day costs
  kUnattested,   ///< who said it or when is not there, or no answer is
  kTooLarge,     ///< more than an amount can hold
  kCount
};

constexpr std::string_view key(CostUse use) {
  constexpr std::string_view kKeys[] = {"counted",     "in_total",   "other_side", "no_frequency",
                                        "no_day_cost", "unattested", "too_large"};
  return kKeys[static_cast<std::size_t>(use)];
}

Text name(CostUse use);

/// One answer with money or days.
struct CostLine {
  const DiscoveryEntry* answer = nullptr;  ///< of the deal
  CostKind kind = CostKind::kYear;
  std::optional<std::int64_t> times_a_year;  ///< its own, or else that of the answer on how often it happens
  std::optional<std::string> times_from;     ///< the question whose answer says so, where it is another
  std::optional<Money> a_year;               ///< (amount + days × day_cost) × times_a_year, exact
  std::optional<std::int64_t> days_a_year;   ///< days × times_a_year
  CostUse use = CostUse::kCounted;
};

struct InactionCost {
  std::vector<CostLine> lines;              ///< in the order of the conversation
  std::optional<Money> a_year;              ///< nullopt when no line counts
  std::optional<std::int64_t> days_a_year;  ///< of the lines that count for days: each time and each year
};

/// The sum over the answers of the groups problem, impact and need (need_by_when apart). What happens each
/// time is multiplied by how often. The buyer's own total for a year goes before its parts; what solving it
/// is worth counts only when nothing else does. A yearly part without a frequency counts once a year.
InactionCost inaction_cost(const DealRecord& deal);

}  // namespace ae
