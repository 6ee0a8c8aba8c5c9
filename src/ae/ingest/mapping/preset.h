#pragma once

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/enum_array.h"
#include "ae/domain/forecast_category.h"
#include "ae/domain/opportunity_field.h"
#include "ae/domain/stage.h"

namespace ae::ingest {

/// What a kind of export calls its columns, stages, states and categories; all names normalised (see
/// normalised_name). One file of content/presets/ each; a new file there is a new preset.
struct Preset {
  std::string name;                                               ///< its file: "salesforce"
  EnumArray<OpportunityField, std::vector<std::string>> columns;  ///< in order of preference
  std::vector<std::string> status_columns;                        ///< those that say open, won or lost
  std::map<std::string, Stage, std::less<>> stages;
  std::map<std::string, DealState, std::less<>> states;
  std::map<std::string, ForecastCategory, std::less<>> categories;
};

/// content/presets/generic.toml together with the names and keys of the domain in every language. Read once.
const Preset& generic_preset();

/// What the columns and stages of any source are called, the general names too; normalised.
struct KnownNames {
  std::set<std::string, std::less<>> columns;
  std::set<std::string, std::less<>> stages;
};

/// The names of every preset. Reads all of them once, when first asked: for files that the general names do
/// not explain.
const KnownNames& names_of_every_preset();

/// The preset whose distinctive headers (`headers` of its file) a source has most of, at least two; of equals
/// the one that names fewer, then the first by name. nullptr when there is none. Here headers compare with
/// their case and joints, which tell sources apart: "closedate", "CloseDate". Only the preset found is
/// parsed.
std::shared_ptr<const Preset> matching_preset(std::span<const std::string> headers);

/// The names of a column of one of our own small files: section "quotas", column "owner".
std::vector<std::string> side_file_columns(std::string_view section, std::string_view column);

}  // namespace ae::ingest
