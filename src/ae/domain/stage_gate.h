#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ae/domain/stage.h"

/// What each stage asks for, from content/method/stages.toml: a checklist of what is done in it, what lets a
/// deal in and what lets it out.
namespace ae {

/// Which part of the deal an item follows from, when no one has to attest it.
enum class ItemBasis : std::uint8_t { kEvidence, kScorecard, kHandedOverDate, kPaidDate, kCount };

constexpr std::string_view key(ItemBasis basis) {
  constexpr std::string_view kKeys[] = {"evidence", "scorecard", "handed_over_date", "paid_date"};
  return kKeys[static_cast<std::size_t>(basis)];
}

/// One fact about a deal. The same item may stand in several lists: it is one fact with one piece of
/// evidence.
struct GateItem {
  std::string id;  ///< stable and snake_case: "budget_confirmed"
  Text name;
  Text ask;       ///< what to ask or do so that it is settled
  Text evidence;  ///< what counts as evidence
  ItemBasis basis = ItemBasis::kEvidence;
};

enum class GateList : std::uint8_t { kChecklist, kEntry, kExit, kCount };

constexpr std::string_view key(GateList list) {
  constexpr std::string_view kKeys[] = {"checklist", "entry", "exit"};
  return kKeys[static_cast<std::size_t>(list)];
}

Text name(GateList list);

/// The lists of one stage, in the order of the method. Items live as long as the program.
struct StageGate {
  Stage stage = Stage::kProspect;
  Text purpose;
  EnumArray<GateList, std::vector<const GateItem*>> lists;
};

/// The six stages from Prospect to Closed Won, in order.
const std::vector<StageGate>& stage_gates();

/// The lists of a stage; nullptr for Closed Lost and unknown stages, which have none.
const StageGate* stage_gate(Stage stage);

/// nullptr when no item has this id.
const GateItem* gate_item(std::string_view id);

/// The ids of all items, in the order of the file.
std::vector<std::string_view> gate_item_ids();

}  // namespace ae
