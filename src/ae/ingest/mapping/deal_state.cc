#include "ae/ingest/mapping/deal_state.h"

namespace ae::ingest {

std::optional<DealState> deal_state(Stage stage, std::optional<bool> is_closed, std::optional<bool> is_won) {
  const DealState by_stage = state_of(stage);
  if (is_won == true) return is_closed == false ? std::nullopt : std::optional(DealState::kWon);
  if (is_closed == false) return DealState::kOpen;
  if (is_closed == true && is_won == false) return DealState::kLost;
  if (is_closed == true) return by_stage == DealState::kOpen ? std::nullopt : std::optional(by_stage);
  if (is_won == false && by_stage == DealState::kWon) return std::nullopt;
  return by_stage;
}

std::optional<DealState> deal_state(Stage stage, std::optional<bool> is_closed, std::optional<bool> is_won,
                                    std::optional<DealState> status) {
  if (is_closed || is_won || !status) return deal_state(stage, is_closed, is_won);
  return deal_state(stage, *status != DealState::kOpen, *status == DealState::kWon);
}

}  // namespace ae::ingest
