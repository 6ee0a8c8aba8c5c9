#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/enum_array.h"
#include "ae/domain/forecast_category.h"
#include "ae/domain/opportunity_field.h"
#include "ae/domain/stage.h"

namespace ae::ingest {

/// What an export calls its columns, stages and categories; all names normalised (see normalised_name).
struct Preset {
  EnumArray<OpportunityField, std::vector<std::string>> columns;  ///< in order of preference
  std::map<std::string, Stage, std::less<>> stages;
  std::map<std::string, ForecastCategory, std::less<>> categories;
};

/// content/presets/generic.toml together with the names and keys of the domain in every language. Read once.
const Preset& generic_preset();

/// The names of a column of one of our own small files: section "quotas", column "owner".
std::vector<std::string> side_file_columns(std::string_view section, std::string_view column);

}  // namespace ae::ingest
