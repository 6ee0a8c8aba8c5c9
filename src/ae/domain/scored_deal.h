#pragma once

#include "ae/domain/scorecard.h"
#include "ae/domain/stage.h"

namespace ae {

/// A closed or open deal with the scores that it was given.
struct ScoredDeal {
  DealState state = DealState::kOpen;
  Scores scores;
};

}  // namespace ae
