#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ae/base/enum_array.h"
#include "ae/base/text.h"
#include "ae/domain/policy.h"

/// The qualification scorecard: six criteria, each scored from 1 to 5 (the policy says which numbers).
namespace ae {

enum class Criterion : std::uint8_t {
  kBudget,
  kAuthority,
  kNeed,
  kTimeline,
  kChampion,
  kCompetition,
  kCount
};

constexpr std::string_view key(Criterion criterion) {
  constexpr std::string_view kKeys[] = {"budget", "authority", "need", "timeline", "champion", "competition"};
  return kKeys[static_cast<std::size_t>(criterion)];
}

/// What a total says about an opportunity.
enum class ScoreBand : std::uint8_t { kStrong, kWorkOnWeakAreas, kNeedsQualification, kCount };

constexpr std::string_view key(ScoreBand band) {
  constexpr std::string_view kKeys[] = {"strong", "work_on_weak_areas", "needs_qualification"};
  return kKeys[static_cast<std::size_t>(band)];
}

Text name(ScoreBand band);

/// The words of a criterion, from content/method/scorecard.toml.
struct CriterionWords {
  Text name;
  Text meaning;
  Text question;             ///< what to ask to raise the score
  std::vector<Text> rubric;  ///< what a score of 1, 2 … looks like
};

const CriterionWords& words(Criterion criterion);

/// Scores as far as there are any. A blank is not a zero.
using Scores = EnumArray<Criterion, std::optional<std::int64_t>>;

/// What scores add up to. With 5, 5, 5, 5 and two blanks: 4 answered, no total, between 22 and 30, no band.
struct ScoreSum {
  std::int64_t answered = 0;
  std::optional<std::int64_t> total;     ///< none until every criterion is scored
  std::int64_t lowest = 0, highest = 0;  ///< what the total can still come to
  std::optional<ScoreBand> band;         ///< none while what it can come to spans two
  /// Budget, authority, need and timeline each reach the policy's minimum; a blank one does not.
  bool bant_qualified = false;
};

/// Requires every score within the policy's range.
ScoreSum sum_of(const Scores& scores, const ScorecardPolicy& policy);

/// The band of a total.
ScoreBand band_of(std::int64_t total, const ScorecardPolicy& policy);

/// The criteria that BANT asks for.
inline constexpr std::array kBantCriteria{Criterion::kBudget, Criterion::kAuthority, Criterion::kNeed,
                                          Criterion::kTimeline};

}  // namespace ae
