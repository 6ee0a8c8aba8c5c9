#pragma once

#include <map>
#include <string>
#include <string_view>

#include "ae/domain/stage.h"
#include "ae/ingest/mapping/preset.h"

namespace ae::ingest {

/// Finds the stage that a name means: what the user said (--stage-map) first, then what the source's preset
/// says, then the method's names in every language, their keys, and the synonyms that are clear. Names
/// compare normalised (see normalised_name); "Closed Won (Sales Pipeline)" is "Closed Won", "4 - Proposal"
/// and "04. Proposal" are "Proposal". Borrows the preset.
class StageNames {
 public:
  explicit StageNames(const std::map<std::string, Stage>& chosen, const Preset& preset = generic_preset());

  /// kUnknown when nothing says; also for the empty name.
  Stage find(std::string_view name) const;

 private:
  Stage find_normalised(std::string_view name) const;

  std::map<std::string, Stage, std::less<>> chosen_;
  const Preset* preset_;
};

}  // namespace ae::ingest
