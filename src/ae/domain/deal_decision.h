#pragma once

#include <cstdint>
#include <string>

#include "ae/base/date.h"
#include "ae/domain/disposition.h"
#include "ae/domain/stage.h"

namespace ae {

/// What a person decided about one deal. Of the new values the one of its disposition is set.
struct DealDecision {
  std::string id;
  Disposition disposition = Disposition::kKeep;
  Date close_date;                                      ///< of kReDate
  Stage stage = Stage::kUnknown;                        ///< of kReStage: an open one
  std::string stage_words;                              ///< the stage as it was typed
  ForecastCategory category = ForecastCategory::kNone;  ///< of kDowngrade
  std::string reason;                                   ///< of kClose
  std::string into;                                     ///< of kMerge: the id of the deal that stays
};

/// How far a row of the decisions is.
enum class DecisionStatus : std::uint8_t {
  kUndecided,  ///< found, and nothing decided yet
  kDecided,    ///< decided, and the data does not show it yet
  kSettled,    ///< the data shows it, or nothing is found any more
  kGone,       ///< the data has no such deal any more
  kCount
};

constexpr std::string_view key(DecisionStatus status) {
  constexpr std::string_view kKeys[] = {"undecided", "decided", "settled", "gone"};
  return kKeys[static_cast<std::size_t>(status)];
}
Text name(DecisionStatus status);
/// The status that a cell names, by its key or its name in any language; kCount for the empty cell and other
/// words.
DecisionStatus decision_status_named(std::string_view words);

}  // namespace ae
