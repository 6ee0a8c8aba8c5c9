#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ae/domain/deal_record.h"
#include "ae/domain/stage_gate.h"

/// Whether a deal may go on: its items held against the gates of the stages.
namespace ae {

enum class ItemState : std::uint8_t {
  kDone,
  kMissing,     ///< nothing is known
  kIncomplete,  ///< there is evidence, but not what happened or not when
  kExpired,
  kCount
};

constexpr std::string_view key(ItemState state) {
  constexpr std::string_view kKeys[] = {"done", "missing", "incomplete", "expired"};
  return kKeys[static_cast<std::size_t>(state)];
}

Text name(ItemState state);

/// What a deal's items are judged by. `attested` are items taken as done on someone's word (--done), without
/// evidence.
struct ItemFacts {
  const DealRecord* deal = nullptr;  ///< may be absent
  std::set<std::string, std::less<>> attested;
  Date as_of;
  const Policy* policy = nullptr;
};

/// The evidence for an item: what the deal's file keeps under it, or an answer of the buyer that settles it
/// (discovery_answers.h); nullopt when there is none.
std::optional<Evidence> evidence_of(const GateItem& item, const ItemFacts& facts);

/// Evidence counts when it says what happened and when, and has not expired. bant_qualified follows from the
/// scorecard, payment_received and customer_success_handoff from their dates.
ItemState state_of(const GateItem& item, const ItemFacts& facts);

/// An item that keeps a deal from its way, and the gate that asks for it.
struct UnmetItem {
  Stage stage = Stage::kProspect;
  GateList list = GateList::kExit;
  const GateItem* item = nullptr;
};

/// What is missing on the way from one stage to a later one: the exit of `from`, entry and exit of every
/// stage between, and the entry of `to`, in this order. Requires stages with gates, from before to.
std::vector<UnmetItem> unmet_on_the_way(Stage from, Stage to, const ItemFacts& facts);

/// The next stage with gates; nullopt after Closed Won and for stages without.
std::optional<Stage> next_stage(Stage stage);

/// The last open stage that a deal was in, from its history; nullopt when no history names one.
std::optional<Stage> last_open_stage(const DealRecord& deal);

}  // namespace ae
