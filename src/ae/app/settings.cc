#include "ae/app/settings.h"

#include <algorithm>

#include <fmt/format.h>

#include "ae/app/catalog.h"
#include "ae/base/near.h"
#include "ae/config/toml.h"

namespace ae::app {
namespace {

using config::TomlNode;

std::string snake_case(std::string_view name) {
  std::string snake(name);
  std::replace(snake.begin(), snake.end(), '-', '_');
  return snake;
}

const FlagSpec* find_flag(const Operation& operation, std::string_view name) {
  const auto found = std::find_if(operation.flags.begin(), operation.flags.end(),
                                  [&](const FlagSpec& flag) { return flag.name == name; });
  return found == operation.flags.end() ? nullptr : &*found;
}

/// A key of ae.toml is right when any operation has such a flag or is named so: one file serves them all.
bool is_known_key(std::string_view name) {
  const std::vector<Operation>& all = catalog();
  return std::any_of(all.begin(), all.end(), [&](const Operation& operation) {
    return find_flag(operation, name) != nullptr ||
           operation.name.substr(0, operation.name.find(' ')) == name;
  });
}

Error unknown_setting(const std::string& name, const TomlNode& node) {
  std::vector<std::string_view> names;
  for (const Operation& operation : catalog()) {
    for (const FlagSpec& flag : operation.flags) {
      if (std::find(names.begin(), names.end(), flag.name) == names.end()) names.push_back(flag.name);
    }
  }
  return {"unknown_setting",
          Message{Text{"There is no flag \"{name}\" to set", "没有可设置的参数“{name}”"}}.with("name", name),
          Text{"Keys are named like flags: as-of, quota, data", "键名与参数同名：as-of、quota、data"},
          node.place,
          name,
          near_misses(name, names)};
}

/// The text that the command line would have for a TOML value; nullopt for tables and lists.
std::optional<std::string> text_of(const TomlNode& node) {
  if (const std::string* words = node.string()) return *words;
  if (const auto* whole = std::get_if<std::int64_t>(&node.value)) return std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&node.value)) return fmt::format("{}", *number);
  if (const auto* truth = std::get_if<bool>(&node.value)) return *truth ? "true" : "false";
  if (const auto* date = std::get_if<Date>(&node.value)) return date->iso();
  return std::nullopt;
}

std::string beside(const std::string& file, const std::string& path) {
  const std::size_t slash = file.rfind('/');
  const bool absolute = path.empty() || path == "-" || path.front() == '/';
  return absolute || slash == std::string::npos ? path : file.substr(0, slash + 1) + path;
}

Result<bool> add_value(std::vector<Setting>& settings, const FlagSpec& flag, const TomlNode& node,
                       const std::string& path) {
  const std::optional<std::string> text = text_of(node);
  if (!text) {
    return fail({"setting_wrong_type",
                 Message{Text{"{name} takes text, a number, true or false, or a date",
                              "{name} 取文本、数字、true 或 false、或日期"}}
                     .with("name", flag.name),
                 Text{"Lists are for flags that can be repeated: data = [\"east.csv\", \"west.csv\"]",
                      "列表只用于可重复的参数：data = [\"east.csv\", \"west.csv\"]"},
                 node.place,
                 flag.name,
                 {}});
  }
  settings.push_back(
      {Setting::Origin::kFile, flag.name, flag.takes_path ? beside(path, *text) : *text, node.place});
  return true;
}

Result<bool> add_table(std::vector<Setting>& settings, const TomlNode& table, const std::string& path,
                       const Operation& operation, bool all_known) {
  for (const auto& [name, node] : *table.table()) {
    const std::string flag_name = snake_case(name);
    const FlagSpec* flag = find_flag(operation, flag_name);
    if (flag == nullptr) {
      if (!all_known && is_known_key(flag_name)) continue;
      return fail(unknown_setting(name, node));
    }
    std::erase_if(settings, [&](const Setting& earlier) { return earlier.flag == flag_name; });
    if (flag->repeatable && node.array() != nullptr) {
      for (const TomlNode& element : *node.array()) AE_TRY_VOID(add_value(settings, *flag, element, path));
    } else {
      AE_TRY_VOID(add_value(settings, *flag, node, path));
    }
  }
  return true;
}

std::string variable_of(const FlagSpec& flag) {
  std::string name = "AE_" + flag.name;
  for (char& c : name) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return name;
}

}  // namespace

Result<std::vector<Setting>> settings_of_file(std::string_view bytes, const std::string& path,
                                              const Operation& operation) {
  AE_TRY(const TomlNode root, config::parse_toml(bytes, path));
  std::vector<Setting> settings;
  AE_TRY_VOID(add_table(settings, root, path, operation, false));
  std::string own_path = operation.name;
  std::replace(own_path.begin(), own_path.end(), ' ', '.');
  if (const TomlNode* own = root.at(own_path); own != nullptr && own->table() != nullptr) {
    AE_TRY_VOID(add_table(settings, *own, path, operation, true));
  }
  return settings;
}

std::vector<Setting> settings_of_environment(
    const Operation& operation,
    const std::function<std::optional<std::string>(const std::string&)>& value_of) {
  std::vector<Setting> settings;
  for (const FlagSpec& flag : operation.flags) {
    const std::string variable = variable_of(flag);
    if (auto value = value_of(variable); value && !value->empty()) {
      settings.push_back({Setting::Origin::kEnvironment, flag.name, *std::move(value), {variable, 0, 0}});
    }
  }
  return settings;
}

Result<Invocation> apply_settings(const Operation& operation, const std::vector<Setting>& settings) {
  Invocation invocation;
  for (const FlagSpec& flag : operation.flags) {
    std::optional<Setting::Origin> winner;
    for (const Setting& setting : settings) {
      if (setting.flag == flag.name) winner = winner ? std::max(*winner, setting.origin) : setting.origin;
    }
    for (const Setting& setting : settings) {
      if (setting.flag != flag.name || setting.origin != winner) continue;
      if (auto set = flag.set(invocation, setting.value); !set) {
        Error error = std::move(set).error();
        error.place = setting.place;
        return fail(std::move(error));
      }
    }
  }
  return invocation;
}

}  // namespace ae::app
