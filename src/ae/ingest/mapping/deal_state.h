#pragma once

#include <optional>

#include "ae/domain/stage.h"

namespace ae::ingest {

/// How a deal stands by its stage and by what the source says in is_closed and is_won (nullopt: blank or no
/// column), which go before the stage. nullopt when they contradict each other, or say closed and nothing
/// says how it ended.
std::optional<DealState> deal_state(Stage stage, std::optional<bool> is_closed, std::optional<bool> is_won);

/// The same with what the column beside the stage says, where is_closed and is_won say nothing.
std::optional<DealState> deal_state(Stage stage, std::optional<bool> is_closed, std::optional<bool> is_won,
                                    std::optional<DealState> status);

}  // namespace ae::ingest
