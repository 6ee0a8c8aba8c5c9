#include "ae/config/toml.h"

#include <algorithm>
#include <charconv>
#include <optional>

// Debian's target asks for its shared library, which is built with exceptions; ours is the header alone,
// without them.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace ae::config {
namespace {

Place place_of(const toml::source_region& region, const std::string& source) {
  return {source, static_cast<std::int64_t>(region.begin.line),
          static_cast<std::int64_t>(region.begin.column)};
}

Result<TomlNode> convert(const toml::node& node, const std::string& source);

Result<TomlNode> convert_table(const toml::table& table, const std::string& source) {
  struct Keyed {
    toml::source_position position;
    std::string name;
    const toml::node* node;
  };
  std::vector<Keyed> entries;
  for (const auto& [name, value] : table)
    entries.push_back({name.source().begin, std::string(name.str()), &value});
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Keyed& a, const Keyed& b) { return a.position < b.position; });
  TomlNode result{TomlTable{}, place_of(table.source(), source)};
  for (const Keyed& entry : entries) {
    AE_TRY(TomlNode child, convert(*entry.node, source));
    std::get<TomlTable>(result.value).push_back({entry.name, std::move(child)});
  }
  return result;
}

Result<TomlNode> convert_array(const toml::array& array, const std::string& source) {
  TomlNode result{TomlArray{}, place_of(array.source(), source)};
  for (const toml::node& element : array) {
    AE_TRY(TomlNode child, convert(element, source));
    std::get<TomlArray>(result.value).push_back(std::move(child));
  }
  return result;
}

Result<TomlNode> convert(const toml::node& node, const std::string& source) {
  const Place place = place_of(node.source(), source);
  if (const auto* table = node.as_table()) return convert_table(*table, source);
  if (const auto* array = node.as_array()) return convert_array(*array, source);
  if (const auto* string = node.as_string()) return TomlNode{string->get(), place};
  if (const auto* integer = node.as_integer()) return TomlNode{integer->get(), place};
  if (const auto* number = node.as_floating_point()) return TomlNode{number->get(), place};
  if (const auto* boolean = node.as_boolean()) return TomlNode{boolean->get(), place};
  if (const auto* date = node.as_date()) {
    const toml::date day = date->get();
    if (const auto valid = Date::from_ymd(day.year, day.month, day.day)) return TomlNode{*valid, place};
  }
  return fail({"toml_value",
               Text{"A value is neither text, number, true or false, a date, a list nor a table",
                    "此处的值不是文本、数字、true 或 false、日期、列表或表"},
               Text{"Write dates as 2026-02-15, without a time of day", "日期请写成 2026-02-15，不带时间"},
               place,
               "",
               {}});
}

}  // namespace

const TomlNode* TomlNode::find(std::string_view name) const {
  if (const TomlTable* entries = table()) {
    for (const auto& [entry_name, node] : *entries) {
      if (entry_name == name) return &node;
    }
  }
  return nullptr;
}

const TomlNode* TomlNode::child(std::string_view step) const {
  const TomlArray* list = array();
  if (list == nullptr) return find(step);
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
  const bool is_index = error == std::errc() && end == step.data() + step.size();
  return is_index && index < list->size() ? &(*list)[index] : nullptr;
}

const TomlNode* TomlNode::at(std::string_view path) const {
  const TomlNode* node = this;
  while (node != nullptr && !path.empty()) {
    const std::size_t dot = path.find('.');
    node = node->child(path.substr(0, dot));
    path = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
  }
  return node;
}

Result<TomlNode> parse_toml(std::string_view bytes, const std::string& source) {
  const toml::parse_result parsed = toml::parse(bytes);
  if (!parsed) {
    return fail({"toml_syntax",
                 Message{Text{"The file is not valid TOML: {detail}", "文件不是有效的 TOML：{detail}"}}.with(
                     "detail", parsed.error().description()),
                 Text{"A line reads: name = value; text stands in \"quotes\"",
                      "每行写成：名称 = 值；文本放在 \"引号\" 中"},
                 place_of(parsed.error().source(), source),
                 "",
                 {}});
  }
  return convert_table(parsed.table(), source);
}

void overlay(TomlNode& base, const TomlNode& over) {
  const TomlTable* entries = over.table();
  if (entries == nullptr || base.table() == nullptr) {
    base = over;
    return;
  }
  auto& target = std::get<TomlTable>(base.value);
  for (const auto& [name, node] : *entries) {
    const auto same = std::find_if(target.begin(), target.end(),
                                   [&wanted = name](const TomlEntry& entry) { return entry.name == wanted; });
    if (same == target.end()) {
      target.push_back({name, node});
    } else {
      overlay(same->node, node);
    }
  }
}

}  // namespace ae::config
