#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/domain/deal_record.h"

/// The letters of MEDDIC as a deal has them: what its file says, and what the buyer's answers settle.
namespace ae {

/// Why a letter that was known is not to be relied on.
enum class Doubt : std::uint8_t {
  kTooOld,      ///< not confirmed for more days than the policy allows
  kUndated,     ///< nobody says when it was confirmed
  kPersonLeft,  ///< the person has left the company
  kNobody,      ///< Economic Buyer or Champion without a name
  kCount
};

constexpr std::string_view key(Doubt doubt) {
  constexpr std::string_view kKeys[] = {"too_old", "undated", "person_left", "nobody"};
  return kKeys[static_cast<std::size_t>(doubt)];
}

Text name(Doubt doubt);

/// States given beside the deal, on someone's word (--letter): confirmed today, by whoever is named already.
using GivenLetters = EnumArray<MeddicLetter, std::optional<LetterState>>;

struct MeddicFacts {
  const DealRecord* deal = nullptr;  ///< may be absent
  GivenLetters given;
  bool meddpicc = false;       ///< ask for the two letters more
  std::optional<Stage> stage;  ///< in place of the deal's; with neither, every letter is expected
  Date as_of;
  const Policy* policy = nullptr;
};

struct LetterStanding {
  MeddicLetter letter = MeddicLetter::kMetrics;
  LetterState state = LetterState::kUnknown;
  std::optional<std::string> answer, person;
  std::optional<Date> confirmed;
  std::optional<Doubt> stale;            ///< only of a letter that is said or quantified
  bool is_gap = false;                   ///< expected by the stage, and not known or stale
  std::vector<std::string> answered_in;  ///< the questions whose answers count for it, latest last
};

/// The letters in order. A letter's state is the better one of what the file says and of what the buyer's
/// answers make of it: said, or quantified where an answer names a number; it was confirmed on the later
/// day. The person of Economic Buyer and Champion is the one contact with that role when the letter names
/// nobody. The two letters of MEDDPICC are there when they are asked for, or when the deal asks for them or
/// says something about them. A closed deal has no gaps, and nothing in it gets too old.
std::vector<LetterStanding> meddic_card(const MeddicFacts& facts);

/// The question to ask next about a letter: its first that the deal's log does not have, then those of its
/// group in the discovery guide; nullopt when all were asked. `deal` may be absent.
std::optional<std::string_view> next_question(MeddicLetter letter, const DealRecord* deal);

}  // namespace ae
