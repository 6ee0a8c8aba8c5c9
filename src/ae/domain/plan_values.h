#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ae/base/date.h"
#include "ae/base/enum_array.h"
#include "ae/base/money.h"
#include "ae/base/text.h"

/// What the words of a plan mean, as people write them in either language. A word that is not known is not
/// guessed at.
namespace ae {

/// What a contact is to us, in the order of the relationship map.
enum class Relation : std::uint8_t {
  kEconomicBuyer,
  kChampion,
  kCoach,
  kInfluencer,
  kEvaluator,
  kUser,
  kBlocker,
  kOther,
  kCount
};

constexpr std::string_view key(Relation relation) {
  constexpr std::string_view kKeys[] = {"economic_buyer", "champion", "coach",   "influencer",
                                        "evaluator",      "user",     "blocker", "other"};
  return kKeys[static_cast<std::size_t>(relation)];
}

Text name(Relation relation);

/// The relations that a cell names; several are parted by commas, slashes, "and" signs or line breaks, and
/// what stands in brackets is left aside. kOther: something else, or nothing.
///
///     "Economic Buyer, Champion (strong)" → kEconomicBuyer, kChampion     "former champion" → kOther
EnumArray<Relation, bool> relations_of(std::string_view words);

enum class PlanInfluence : std::uint8_t { kHigh, kMedium, kLow, kUnknown, kCount };

constexpr std::string_view key(PlanInfluence influence) {
  constexpr std::string_view kKeys[] = {"high", "medium", "low", "unknown"};
  return kKeys[static_cast<std::size_t>(influence)];
}

Text name(PlanInfluence influence);
PlanInfluence influence_of(std::string_view words);

/// Whether an action needs nothing more: done, or called off.
bool is_settled(std::string_view status);

/// Reads 2026-02-15, 2026/2/15, 2026.2.15 and 2026年2月15日; nullopt for all else.
std::optional<Date> plan_date(std::string_view words);

/// Reads an amount with its currency's code or sign on either side, or none: "USD 2,400,000", "$48,000.50",
/// "1100.04", "￥1,200". ￥ and ¥ are no currency: nobody says which. nullopt when it is none, or has more
/// decimals than its currency. Commas group by three.
std::optional<Money> plan_amount(std::string_view words);

/// An amount as plan_amount reads it: "USD 2,400,000.50", cents only where there are some.
std::string plan_words(const Money& amount);

/// Reads a whole number, perhaps grouped by commas: "8,200".
std::optional<std::int64_t> plan_count(std::string_view words);

/// `text` in every language asked for, joined by " / ": "Risks / 风险".
std::string in_all(const Text& text, const Languages& languages);

/// ASCII letters in lower case, blanks at the ends dropped and those within as one: how words of a plan
/// compare.
std::string plan_folded(std::string_view words);

}  // namespace ae
