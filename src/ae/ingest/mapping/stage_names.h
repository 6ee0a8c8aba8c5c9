#pragma once

#include <map>
#include <string>
#include <string_view>

#include "ae/domain/stage.h"

namespace ae::ingest {

/// Finds the stage that a name means: what the user said (--stage-map) first, then the method's names in
/// every language, their keys, and the synonyms that are clear. Names compare normalised (see
/// normalised_name).
class StageNames {
 public:
  explicit StageNames(const std::map<std::string, Stage>& chosen);

  /// kUnknown when nothing says; also for the empty name.
  Stage find(std::string_view name) const;

 private:
  std::map<std::string, Stage, std::less<>> chosen_;
};

}  // namespace ae::ingest
