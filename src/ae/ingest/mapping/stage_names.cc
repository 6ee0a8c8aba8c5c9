#include "ae/ingest/mapping/stage_names.h"

#include "ae/ingest/mapping/normalised_name.h"

namespace ae::ingest {
namespace {

/// A normalised name without the pipeline's, which stands behind it in brackets.
std::string_view without_pipeline(std::string_view name) {
  const std::size_t bracket = name.rfind(" (");
  return bracket != std::string_view::npos && name.ends_with("pipeline)") ? name.substr(0, bracket) : name;
}

/// A normalised name without the number of one or two digits before it.
std::string_view without_number(std::string_view name) {
  const std::size_t digits = name.find_first_not_of("0123456789");
  const bool numbered = digits == 1 || digits == 2;
  return numbered && name[digits] == ' ' ? name.substr(digits + 1) : name;
}

}  // namespace

StageNames::StageNames(const std::map<std::string, Stage>& chosen, const Preset& preset) : preset_(&preset) {
  for (const auto& [name, stage] : chosen) chosen_.emplace(normalised_name(name), stage);
}

Stage StageNames::find(std::string_view name) const {
  const std::string normalised = normalised_name(name);
  const Stage stage = find_normalised(normalised);
  if (stage != Stage::kUnknown) return stage;
  return find_normalised(without_number(without_pipeline(normalised)));
}

Stage StageNames::find_normalised(std::string_view name) const {
  for (const auto* known : {&chosen_, &preset_->stages, &generic_preset().stages}) {
    if (const auto found = known->find(name); found != known->end()) return found->second;
  }
  return Stage::kUnknown;
}

}  // namespace ae::ingest
