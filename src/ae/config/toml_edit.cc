#include "ae/config/toml_edit.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "ae/config/toml.h"

#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace ae::config {
namespace {

using Steps = std::vector<std::string>;

Steps steps_of(std::string_view path) {
  Steps steps;
  while (true) {
    const std::size_t dot = path.find('.');
    steps.emplace_back(path.substr(0, dot));
    if (dot == std::string_view::npos) return steps;
    path = path.substr(dot + 1);
  }
}

std::optional<std::size_t> index_of(std::string_view step) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
  if (error != std::errc() || end != step.data() + step.size()) return std::nullopt;
  return index;
}

const toml::node* child_of(const toml::node& node, const std::string& step) {
  if (const toml::table* table = node.as_table()) return table->get(step);
  const toml::array* array = node.as_array();
  const std::optional<std::size_t> index = array != nullptr ? index_of(step) : std::nullopt;
  return index && *index < array->size() ? array->get(*index) : nullptr;
}

Error refused(std::string_view path, const std::string& source) {
  return {"toml_edit_refused",
          Message{Text{"{path} cannot be changed in place", "无法就地修改 {path}"}}.with("path", path),
          Text{"Edit the file by hand, then check it: ae deal check FILE",
               "请手动编辑该文件，然后检查：ae deal check FILE"},
          {source, 0, 0},
          std::string(path),
          {}};
}

/// A file while it is being changed.
class Editor {
 public:
  Editor(std::string_view bytes, const toml::table& root)
      : bytes_(bytes),
        root_(root),
        end_of_line_(bytes.find("\r\n") != std::string_view::npos ? "\r\n" : "\n") {}

  std::optional<std::string> set(const Steps& steps, std::string_view value) const {
    const toml::node* node = &root_;
    std::size_t known = 0;
    while (known < steps.size()) {
      const toml::node* child = child_of(*node, steps[known]);
      if (child == nullptr) break;
      node = child;
      ++known;
    }
    if (known == steps.size()) return replaced(*node, value);
    const toml::table* table = node->as_table();
    if (table == nullptr || table->is_inline()) return std::nullopt;
    const bool in_list = std::any_of(steps.begin(), steps.end(), index_of);
    if (known + 1 == steps.size()) {
      const std::string line = fmt::format("{} = {}", steps.back(), value);
      if (const auto place = end_of_table(*table, steps)) return with_line_at(*place, line);
    }
    if (in_list) return std::nullopt;
    const std::string header = fmt::format("[{}]", fmt::join(steps.begin(), steps.end() - 1, "."));
    return with_block(header, {{steps.back(), std::string(value)}});
  }

  std::optional<std::string> without(const Steps& steps) const {
    const toml::node* node = &root_;
    for (const std::string& step : steps) node = node != nullptr ? child_of(*node, step) : nullptr;
    if (node == nullptr || node->is_table() || node->is_array_of_tables()) return std::nullopt;
    const std::size_t value = offset(node->source().begin);
    const std::size_t before = bytes_.rfind('\n', value);
    std::string result(bytes_.substr(0, before == std::string_view::npos ? 0 : before + 1));
    return result.append(bytes_.substr(after_line(offset(node->source().end))));
  }

  std::string with_block(std::string_view header, const TomlLines& lines) const {
    std::string result(bytes_);
    if (!result.empty() && result.back() != '\n') result += end_of_line_;
    if (!result.empty()) result += end_of_line_;
    result.append(header).append(end_of_line_);
    for (const auto& [name, value] : lines) result += fmt::format("{} = {}{}", name, value, end_of_line_);
    return result;
  }

 private:
  /// The byte that toml++ counts as this line and column, where columns are characters.
  std::size_t offset(const toml::source_position& position) const {
    std::size_t at = 0;
    for (toml::source_index line = 1; line < position.line && at < bytes_.size(); ++line) {
      const std::size_t end = bytes_.find('\n', at);
      at = end == std::string_view::npos ? bytes_.size() : end + 1;
    }
    for (toml::source_index column = 1; column < position.column && at < bytes_.size(); ++column) {
      ++at;
      while (at < bytes_.size() && (static_cast<unsigned char>(bytes_[at]) & 0xC0U) == 0x80U) ++at;
    }
    return at;
  }

  std::optional<std::string> replaced(const toml::node& node, std::string_view value) const {
    if (const toml::table* table = node.as_table(); table != nullptr && !table->is_inline())
      return std::nullopt;
    const std::size_t begin = offset(node.source().begin);
    const std::size_t end = offset(node.source().end);
    std::string result(bytes_.substr(0, begin));
    return result.append(value).append(bytes_.substr(end));
  }

  std::size_t after_line(std::size_t at) const {
    const std::size_t end = bytes_.find('\n', at);
    return end == std::string_view::npos ? bytes_.size() : end + 1;
  }

  /// Behind the last line of a table's own values, or behind its header when it has none; nullopt when the
  /// table has no place of its own.
  std::optional<std::size_t> end_of_table(const toml::table& table, const Steps& steps) const {
    std::size_t last = 0;
    for (const auto& [name, node] : table) {
      const toml::table* inner = node.as_table();
      const toml::array* list = node.as_array();
      const bool has_header = (inner != nullptr && !inner->is_inline()) ||
                              (list != nullptr && list->is_array_of_tables() && !is_written_inline(*list));
      if (!has_header) last = std::max(last, after_line(offset(node.source().end)));
    }
    if (last != 0) return last;
    if (steps.size() == 1) return 0;
    const std::size_t header = offset(table.source().begin);
    return has_header_of(header, steps) ? std::optional(after_line(header)) : std::nullopt;
  }

  static bool is_written_inline(const toml::array& list) {
    const toml::table* first = list.empty() ? nullptr : list.get(0)->as_table();
    return first == nullptr || first->is_inline();
  }

  /// Whether the line at `at` is the header of the table that holds the last step.
  bool has_header_of(std::size_t at, const Steps& steps) const {
    std::string header;
    for (std::size_t step = 0; step + 1 < steps.size(); ++step) {
      if (index_of(steps[step])) continue;
      header += (header.empty() ? "" : ".") + steps[step];
    }
    std::string_view line = bytes_.substr(at, after_line(at) - at);
    line = line.substr(0, line.find(']'));
    const std::size_t begin = line.find_first_not_of("[ \t");
    if (begin == std::string_view::npos || line.front() != '[') return false;
    line = line.substr(begin);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    return line == header;
  }

  std::string with_line_at(std::size_t place, std::string_view line) const {
    std::string result(bytes_.substr(0, place));
    if (!result.empty() && result.back() != '\n') result += end_of_line_;
    return result.append(line).append(end_of_line_).append(bytes_.substr(place));
  }

  std::string_view bytes_;
  const toml::table& root_;
  std::string_view end_of_line_;
};

bool same_values(const TomlNode& a, const TomlNode& b) {
  if (a.value.index() != b.value.index()) return false;
  if (const TomlTable* one = a.table()) {
    const TomlTable* other = b.table();
    return one->size() == other->size() && std::all_of(one->begin(), one->end(), [&](const TomlEntry& entry) {
             const TomlNode* match = b.find(entry.name);
             return match != nullptr && same_values(entry.node, *match);
           });
  }
  if (const TomlArray* one = a.array()) {
    const TomlArray* other = b.array();
    return std::equal(one->begin(), one->end(), other->begin(), other->end(), same_values);
  }
  return std::visit(
      [&]<typename Value>(const Value& value) {
        if constexpr (std::is_same_v<Value, TomlTable> || std::is_same_v<Value, TomlArray>) {
          return false;
        } else {
          return value == std::get<Value>(b.value);
        }
      },
      a.value);
}

/// Puts `value` at the path of a tree, making tables on the way; false when it leads nowhere.
bool put(TomlNode& root, const Steps& steps, const TomlNode& value) {
  TomlNode* node = &root;
  for (std::size_t step = 0; step < steps.size(); ++step) {
    TomlNode* child = nullptr;
    if (auto* list = std::get_if<TomlArray>(&node->value)) {
      const auto index = index_of(steps[step]);
      if (!index || *index >= list->size()) return false;
      child = &(*list)[*index];
    } else if (auto* table = std::get_if<TomlTable>(&node->value)) {
      const auto found = std::find_if(table->begin(), table->end(),
                                      [&](const TomlEntry& entry) { return entry.name == steps[step]; });
      child = found != table->end() ? &found->node
                                    : &table->emplace_back(TomlEntry{steps[step], {TomlTable{}, {}}}).node;
    } else {
      return false;
    }
    node = child;
  }
  node->value = value.value;
  return true;
}

/// Takes what is at the path out of a tree.
void take_out(TomlNode& root, const Steps& steps) {
  TomlNode* node = &root;
  for (std::size_t step = 0; step + 1 < steps.size() && node != nullptr; ++step)
    node = const_cast<TomlNode*>(node->child(steps[step]));
  auto* table = node != nullptr ? std::get_if<TomlTable>(&node->value) : nullptr;
  if (table == nullptr) return;
  std::erase_if(*table, [&](const TomlEntry& entry) { return entry.name == steps.back(); });
}

/// The edited text, when it reads as the old tree with nothing but the change.
Result<std::string> proven(std::optional<std::string> edited, TomlNode expected, const Steps& steps,
                           std::string_view value, const std::string& source, std::string_view path) {
  if (!edited) return fail(refused(path, source));
  const Result<TomlNode> alone = parse_toml(fmt::format("value = {}", value), source);
  const Result<TomlNode> after = parse_toml(*edited, source);
  if (!alone || !after || !put(expected, steps, *alone->find("value")) || !same_values(expected, *after))
    return fail(refused(path, source));
  return *std::move(edited);
}

}  // namespace

Result<std::string> with_toml_value(std::string_view bytes, const std::string& source, std::string_view path,
                                    std::string_view value) {
  AE_TRY(TomlNode before, parse_toml(bytes, source));
  const toml::parse_result parsed = toml::parse(bytes);
  const Steps steps = steps_of(path);
  return proven(Editor(bytes, parsed.table()).set(steps, value), std::move(before), steps, value, source,
                path);
}

Result<std::string> without_toml_value(std::string_view bytes, const std::string& source,
                                       std::string_view path) {
  AE_TRY(TomlNode expected, parse_toml(bytes, source));
  const toml::parse_result parsed = toml::parse(bytes);
  const Steps steps = steps_of(path);
  std::optional<std::string> edited = Editor(bytes, parsed.table()).without(steps);
  take_out(expected, steps);
  if (!edited) return fail(refused(path, source));
  const Result<TomlNode> after = parse_toml(*edited, source);
  if (!after || !same_values(expected, *after)) return fail(refused(path, source));
  return *std::move(edited);
}

Result<std::string> with_toml_block(std::string_view bytes, const std::string& source, std::string_view array,
                                    const TomlLines& lines) {
  AE_TRY(TomlNode before, parse_toml(bytes, source));
  const toml::parse_result parsed = toml::parse(bytes);
  std::string edited = Editor(bytes, parsed.table()).with_block(fmt::format("[[{}]]", array), lines);
  std::vector<std::string> entries;
  for (const auto& [name, value] : lines) entries.push_back(fmt::format("{} = {}", name, value));
  const std::string block = fmt::format("{{ {} }}", fmt::join(entries, ", "));
  Steps steps = steps_of(array);
  if (const TomlNode* list = before.at(array); list == nullptr) {
    return proven(std::move(edited), std::move(before), steps, "[" + block + "]", source, array);
  } else if (list->array() == nullptr) {
    return fail(refused(array, source));
  }
  auto& elements = std::get<TomlArray>(const_cast<TomlNode*>(before.at(array))->value);
  steps.push_back(std::to_string(elements.size()));
  elements.push_back({});
  return proven(std::move(edited), std::move(before), steps, block, source, array);
}

std::string toml_string(std::string_view text) {
  std::string result = "\"";
  for (const char byte : text) {
    switch (byte) {
      case '"':
        result += "\\\"";
        break;
      case '\\':
        result += "\\\\";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\t':
        result += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) {
          result += fmt::format("\\u{:04X}", static_cast<unsigned char>(byte));
        } else {
          result += byte;
        }
    }
  }
  return result + '"';
}

}  // namespace ae::config
