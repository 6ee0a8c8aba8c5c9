#include "ae/ingest/mapping/stage_names.h"

#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/mapping/preset.h"

namespace ae::ingest {

StageNames::StageNames(const std::map<std::string, Stage>& chosen) {
  for (const auto& [name, stage] : chosen) chosen_.emplace(normalised_name(name), stage);
}

Stage StageNames::find(std::string_view name) const {
  const std::string normalised = normalised_name(name);
  if (const auto said = chosen_.find(normalised); said != chosen_.end()) return said->second;
  const auto& known = generic_preset().stages;
  const auto found = known.find(normalised);
  return found == known.end() ? Stage::kUnknown : found->second;
}

}  // namespace ae::ingest
