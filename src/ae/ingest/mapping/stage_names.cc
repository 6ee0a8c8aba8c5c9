#include "ae/ingest/mapping/stage_names.h"

#include "ae/ingest/mapping/normalised_name.h"

namespace ae::ingest {

StageNames::StageNames(const std::map<std::string, Stage>& chosen, const Preset& preset) : preset_(&preset) {
  for (const auto& [name, stage] : chosen) chosen_.emplace(normalised_name(name), stage);
}

Stage StageNames::find(std::string_view name) const {
  const std::string normalised = normalised_name(name);
  const Stage stage = find_normalised(normalised);
  const std::size_t bracket = normalised.rfind(" (");
  if (stage != Stage::kUnknown || bracket == std::string::npos || !normalised.ends_with("pipeline)"))
    return stage;
  return find_normalised(std::string_view(normalised).substr(0, bracket));
}

Stage StageNames::find_normalised(std::string_view name) const {
  for (const auto* known : {&chosen_, &preset_->stages, &generic_preset().stages}) {
    if (const auto found = known->find(name); found != known->end()) return found->second;
  }
  return Stage::kUnknown;
}

}  // namespace ae::ingest
