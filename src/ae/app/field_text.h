#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ae/app/deal_input.h"

namespace ae::app {

/// What --field asks for, as TOML.
struct FieldTexts {
  std::vector<FieldValue> values;
  std::vector<std::pair<std::string, config::TomlLines>> blocks;  ///< entries to be added: contacts.+.name=…
  std::vector<std::string> paths;
};

/// Reads PATH=VALUE. Whether a value stands in quotes follows from what a deal holds at the path. Entries of
/// one list that follow each other make one block, until a name comes again. Errors: bad_value,
/// field_missing.
Result<FieldTexts> read_fields(const std::vector<std::string>& texts);

}  // namespace ae::app
