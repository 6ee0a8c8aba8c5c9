#include "ae/domain/stage_gate.h"

#include <algorithm>

#include "ae/base/assert.h"
#include "ae/config/content_tree.h"

namespace ae {
namespace {

using config::content_string;
using config::content_text;
using config::TomlEntry;
using config::TomlNode;

const TomlNode& file() { return config::content_tree("method/stages.toml"); }

GateItem read_item(const TomlEntry& entry) {
  const TomlNode& node = entry.node;
  GateItem item{entry.name, content_text(*node.find("name")), content_text(*node.find("ask")),
                content_text(*node.find("evidence"))};
  if (node.find("derived") != nullptr)
    item.basis = enumerator_of_key<ItemBasis>(content_string(node, "derived"));
  AE_ASSERT(item.basis != ItemBasis::kCount);
  return item;
}

const std::vector<GateItem>& items() {
  static const std::vector<GateItem> all = [] {
    std::vector<GateItem> read;
    for (const TomlEntry& entry : *file().find("item")->table()) read.push_back(read_item(entry));
    return read;
  }();
  return all;
}

StageGate read_gate(Stage stage) {
  const TomlNode& node = *file().find(key(stage));
  StageGate gate{stage, content_text(*node.find("purpose")), {}};
  for (const GateList list : enumerators<GateList>()) {
    for (const TomlNode& id : *node.find(key(list))->array()) {
      const GateItem* item = gate_item(*id.string());
      AE_ASSERT(item != nullptr);
      gate.lists[list].push_back(item);
    }
  }
  return gate;
}

}  // namespace

Text name(GateList list) {
  static constexpr Text kNames[] = {{"Checklist", "检查清单"}, {"Entry", "进入条件"}, {"Exit", "退出条件"}};
  return kNames[static_cast<std::size_t>(list)];
}

const std::vector<StageGate>& stage_gates() {
  static const std::vector<StageGate> gates = [] {
    std::vector<StageGate> read;
    for (const Stage stage : kOpenStages) read.push_back(read_gate(stage));
    read.push_back(read_gate(Stage::kClosedWon));
    return read;
  }();
  return gates;
}

const StageGate* stage_gate(Stage stage) {
  for (const StageGate& gate : stage_gates()) {
    if (gate.stage == stage) return &gate;
  }
  return nullptr;
}

const GateItem* gate_item(std::string_view id) {
  const auto found =
      std::find_if(items().begin(), items().end(), [&](const GateItem& item) { return item.id == id; });
  return found == items().end() ? nullptr : &*found;
}

std::vector<std::string_view> gate_item_ids() {
  std::vector<std::string_view> ids;
  for (const GateItem& item : items()) ids.emplace_back(item.id);
  return ids;
}

}  // namespace ae
