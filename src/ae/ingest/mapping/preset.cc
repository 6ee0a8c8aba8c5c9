#include "ae/ingest/mapping/preset.h"

#include <algorithm>
#include <set>

#include "ae/base/assert.h"
#include "ae/base/text.h"
#include "ae/config/content.h"
#include "ae/config/name_lists.h"
#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/plain_characters.h"

namespace ae::ingest {
namespace {

constexpr std::string_view kFolder = "presets/";
constexpr std::string_view kGeneric = "presets/generic.toml";

config::NameLists lists_of(std::string_view bytes) {
  std::optional<config::NameLists> lists = config::NameLists::read(bytes);
  AE_ASSERT(lists.has_value());  // see the test of every preset
  return std::move(*lists);
}

const config::NameLists& generic_lists() {
  static const config::NameLists kLists = lists_of(config::content_file(kGeneric));
  return kLists;
}

/// The normalised names in the list under section.name; none when it is not there.
std::vector<std::string> names(const config::NameLists& lists, std::string_view section,
                               std::string_view name) {
  std::vector<std::string> result;
  for (const std::string_view entry : lists.names(section, name)) result.push_back(normalised_name(entry));
  return result;
}

/// Adds the names that a section gives to a value; a name that is there already keeps its value.
template <typename Value>
void add_names(const config::NameLists& lists, std::string_view section, Value value,
               std::map<std::string, Value, std::less<>>& known) {
  for (std::string& synonym : names(lists, section, key(value))) known.emplace(std::move(synonym), value);
}

/// Adds the key of a value and its names in every language.
template <typename Value>
void add_own_names(Value value, std::map<std::string, Value, std::less<>>& known) {
  known.emplace(normalised_name(key(value)), value);
  for (const Language language : kAllLanguages)
    known.emplace(normalised_name(name(value).in(language)), value);
}

Preset preset_of(const config::NameLists& lists, std::string_view path) {
  Preset preset;
  preset.name = path.substr(kFolder.size(), path.rfind('.') - kFolder.size());
  for (const OpportunityField field : enumerators<OpportunityField>())
    preset.columns[field] = names(lists, "fields", key(field));
  preset.status_columns = names(lists, "fields", "status");
  for (const Stage stage : enumerators<Stage>()) {
    if (stage != Stage::kUnknown) add_names(lists, "stages", stage, preset.stages);
  }
  for (const DealState state : enumerators<DealState>()) add_names(lists, "states", state, preset.states);
  for (const ForecastCategory category : enumerators<ForecastCategory>()) {
    if (category != ForecastCategory::kNone) add_names(lists, "categories", category, preset.categories);
  }
  return preset;
}

/// A header as its source writes it, without marks that are no part of it.
std::string as_written(std::string_view header) {
  std::string plain = in_plain_characters(header);
  std::erase(plain, '*');
  std::string_view rest = trimmed(plain);
  if (rest.starts_with('\'')) rest.remove_prefix(1);
  return std::string(rest);
}

/// What stands before the first table of a preset's file: its distinctive headers, each between quotes as
/// as_written gives it. It is searched and not parsed, since every run looks at every file.
std::string_view head_of(const config::ContentFile& file) {
  return file.bytes.substr(0, file.bytes.find("\n["));
}

}  // namespace

const Preset& generic_preset() {
  static const Preset kPreset = [] {
    Preset preset;
    for (const Stage stage : enumerators<Stage>()) {
      if (stage != Stage::kUnknown) add_own_names(stage, preset.stages);
    }
    for (const ForecastCategory category : enumerators<ForecastCategory>()) {
      if (category != ForecastCategory::kNone) add_own_names(category, preset.categories);
    }
    Preset file = preset_of(generic_lists(), kGeneric);
    file.stages.merge(preset.stages);
    file.categories.merge(preset.categories);
    for (const OpportunityField field : enumerators<OpportunityField>()) {
      std::vector<std::string>& columns = file.columns[field];
      columns.insert(columns.begin(), normalised_name(key(field)));
    }
    return file;
  }();
  return kPreset;
}

const KnownNames& names_of_every_preset() {
  static const KnownNames kNames = [] {
    KnownNames names;
    const auto add = [&](const Preset& preset) {
      for (const std::vector<std::string>& columns : preset.columns)
        names.columns.insert(columns.begin(), columns.end());
      names.columns.insert(preset.status_columns.begin(), preset.status_columns.end());
      for (const auto& [name, stage] : preset.stages) names.stages.insert(name);
    };
    add(generic_preset());
    for (const config::ContentFile& file : config::content_files()) {
      if (file.path.starts_with(kFolder) && file.path != kGeneric)
        add(preset_of(lists_of(file.bytes), file.path));
    }
    return names;
  }();
  return kNames;
}

std::shared_ptr<const Preset> matching_preset(std::span<const std::string> headers) {
  std::set<std::string> quoted;
  for (const std::string& header : headers) quoted.insert('"' + as_written(header) + '"');
  quoted.erase("\"\"");
  constexpr std::ptrdiff_t kFewest = 2;
  std::ptrdiff_t most = 0;
  config::ContentFile best;
  for (const config::ContentFile& file : config::content_files()) {
    if (!file.path.starts_with(kFolder) || file.path == kGeneric) continue;
    const std::string_view head = head_of(file);
    const std::ptrdiff_t found = std::count_if(quoted.begin(), quoted.end(), [&](const std::string& header) {
      return head.find(header) != std::string_view::npos;
    });
    const bool better = found > most || (found == most && head.size() < head_of(best).size());
    if (found < kFewest || !better) continue;
    most = found;
    best = file;
  }
  if (most == 0) return nullptr;
  return std::make_shared<const Preset>(preset_of(lists_of(best.bytes), best.path));
}

std::vector<std::string> side_file_columns(std::string_view section, std::string_view column) {
  return names(generic_lists(), section, column);
}

}  // namespace ae::ingest
