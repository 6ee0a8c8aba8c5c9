#include "ae/ingest/mapping/preset.h"

#include "ae/base/assert.h"
#include "ae/base/text.h"
#include "ae/config/content.h"
#include "ae/config/toml.h"
#include "ae/ingest/mapping/normalised_name.h"

namespace ae::ingest {
namespace {

const config::TomlNode& generic_tree() {
  static const config::TomlNode kTree = [] {
    constexpr std::string_view kPath = "presets/generic.toml";
    Result<config::TomlNode> tree = config::parse_toml(config::content_file(kPath), std::string(kPath));
    AE_ASSERT(tree.has_value());
    return std::move(*tree);
  }();
  return kTree;
}

/// The normalised names in the list under section.name; none when it is not there.
std::vector<std::string> names(std::string_view section, std::string_view name) {
  const config::TomlNode* table = generic_tree().find(section);
  const config::TomlNode* list = table == nullptr ? nullptr : table->find(name);
  if (list == nullptr) return {};
  AE_ASSERT(list->array() != nullptr);
  std::vector<std::string> result;
  for (const config::TomlNode& entry : *list->array()) {
    AE_ASSERT(entry.string() != nullptr);
    result.push_back(normalised_name(*entry.string()));
  }
  return result;
}

/// Adds the domain's key and names of a value, then the preset's.
template <typename Value>
void add_names(std::map<std::string, Value, std::less<>>& known, Value value, std::string_view section) {
  known.emplace(normalised_name(key(value)), value);
  for (const Language language : kAllLanguages)
    known.emplace(normalised_name(name(value).in(language)), value);
  for (std::string& synonym : names(section, key(value))) known.emplace(std::move(synonym), value);
}

}  // namespace

const Preset& generic_preset() {
  static const Preset kPreset = [] {
    Preset preset;
    for (const OpportunityField field : enumerators<OpportunityField>()) {
      preset.columns[field] = names("fields", key(field));
      preset.columns[field].insert(preset.columns[field].begin(), normalised_name(key(field)));
    }
    for (const Stage stage : enumerators<Stage>()) {
      if (stage != Stage::kUnknown) add_names(preset.stages, stage, "stages");
    }
    for (const ForecastCategory category : enumerators<ForecastCategory>()) {
      if (category != ForecastCategory::kNone) add_names(preset.categories, category, "categories");
    }
    return preset;
  }();
  return kPreset;
}

std::vector<std::string> side_file_columns(std::string_view section, std::string_view column) {
  return names(section, column);
}

}  // namespace ae::ingest
