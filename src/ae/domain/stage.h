#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ae/base/enum_array.h"
#include "ae/base/text.h"

namespace ae {

/// The six stages of the method, the lost end, and a stage that the method has no name for.
enum class Stage : std::uint8_t {
  kProspect,
  kDiscovery,
  kDemo,
  kProposal,
  kNegotiation,
  kClosedWon,
  kClosedLost,
  kUnknown,
  kCount
};

/// Stable name for programs: "demo". kUnknown has none of its own: such a deal shows the name its file gives.
constexpr std::string_view key(Stage stage) {
  constexpr std::string_view kKeys[] = {"prospect",    "discovery",  "demo",        "proposal",
                                        "negotiation", "closed_won", "closed_lost", "unknown"};
  return kKeys[static_cast<std::size_t>(stage)];
}

Text name(Stage stage);

/// The stage that people call so: its key or its name in any language, in either case ("demo",
/// "Demo/Evaluation", "提案"); nullopt when the method has none of this name.
std::optional<Stage> stage_named(std::string_view name);

/// The five stages in which a deal is open, in order.
inline constexpr std::array kOpenStages{Stage::kProspect, Stage::kDiscovery, Stage::kDemo, Stage::kProposal,
                                        Stage::kNegotiation};

/// Whether a deal is still open, and how it ended. Follows the stage unless the source says otherwise
/// (is_closed, is_won).
enum class DealState : std::uint8_t { kOpen, kWon, kLost, kCount };

constexpr std::string_view key(DealState state) {
  constexpr std::string_view kKeys[] = {"open", "won", "lost"};
  return kKeys[static_cast<std::size_t>(state)];
}

constexpr DealState state_of(Stage stage) {
  if (stage == Stage::kClosedWon) return DealState::kWon;
  return stage == Stage::kClosedLost ? DealState::kLost : DealState::kOpen;
}

}  // namespace ae
