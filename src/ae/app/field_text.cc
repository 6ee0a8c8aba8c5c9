#include "ae/app/field_text.h"

#include <algorithm>
#include <optional>

namespace ae::app {
namespace {

/// Whether TOML writes a value of this type in quotes.
template <typename Value>
struct InQuotes {
  static constexpr bool kValue =
      std::is_same_v<Value, std::string> || std::is_same_v<Value, Currency> || Keyed<Value>;
};
template <typename Value>
struct InQuotes<std::optional<Value>> : InQuotes<Value> {};

std::pair<std::string_view, std::string_view> cut(std::string_view path) {
  const std::size_t dot = path.find('.');
  return {path.substr(0, dot), dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1)};
}

// Whether what a type holds at a path stands in quotes. They call each other, so all are declared first.
template <HasFields Struct>
bool in_quotes(std::string_view path, const Struct*);
template <typename Value>
  requires(!HasFields<Value>)
bool in_quotes(std::string_view rest, const Value*);
template <typename Value>
bool in_quotes(std::string_view rest, const std::optional<Value>*);
template <typename Value>
bool in_quotes(std::string_view rest, const std::vector<Value>*);

template <typename Value>
bool in_quotes(std::string_view rest, const std::optional<Value>*) {
  return in_quotes(rest, static_cast<const Value*>(nullptr));
}
/// A list: its entries behind an index.
template <typename Value>
bool in_quotes(std::string_view rest, const std::vector<Value>*) {
  return in_quotes(cut(rest).second, static_cast<const Value*>(nullptr));
}
/// Evidence stands under the item's id.
inline bool in_quotes(std::string_view rest, const std::vector<ItemEvidence>*) {
  return in_quotes(cut(rest).second, static_cast<const Evidence*>(nullptr));
}
template <typename Value>
  requires(!HasFields<Value>)
bool in_quotes(std::string_view rest, const Value*) {
  return rest.empty() && InQuotes<Value>::kValue;
}

template <HasFields Struct>
bool in_quotes(std::string_view path, const Struct*) {
  const auto [name, rest] = cut(path);
  bool quotes = true;  // what is not known is refused when the file is read, under the name given here
  for_each_field<Struct>([&](const auto& field) {
    using Member = std::remove_cvref_t<decltype(std::declval<Struct>().*(field.member))>;
    if (field.name == name) quotes = in_quotes(rest, static_cast<const Member*>(nullptr));
  });
  return quotes;
}

/// The list that a path adds an entry to, and the entry's key; empty when it does not.
std::pair<std::string, std::string> added(std::string_view path) {
  const std::size_t plus = path.find(".+.");
  if (plus == std::string_view::npos) return {};
  return {std::string(path.substr(0, plus)), std::string(path.substr(plus + 3))};
}

bool holds(const config::TomlLines& lines, const std::string& name) {
  return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.first == name; });
}

}  // namespace

Result<FieldTexts> read_fields(const std::vector<std::string>& texts) {
  if (texts.empty()) {
    return fail({"field_missing",
                 Text{"Nothing is to be set", "没有要设置的内容"},
                 Text{"Say what: --field next_step=\"Call Dana\"", "请指定：--field next_step=\"致电 Dana\""},
                 {},
                 "",
                 {}});
  }
  FieldTexts fields;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
      return fail(
          bad_value("--field", text,
                    Text{"PATH=VALUE: scorecard.budget.score=4", "路径=值：scorecard.budget.score=4"}));
    const std::string path = text.substr(0, equals);
    const std::string value = text.substr(equals + 1);
    const std::string toml =
        in_quotes(path, static_cast<const DealRecord*>(nullptr)) ? config::toml_string(value) : value;
    fields.paths.push_back(path);
    const auto [list, name] = added(path);
    if (list.empty()) {
      fields.values.push_back({path, toml});
      continue;
    }
    if (fields.blocks.empty() || fields.blocks.back().first != list ||
        holds(fields.blocks.back().second, name))
      fields.blocks.push_back({list, {}});
    fields.blocks.back().second.emplace_back(name, toml);
  }
  return fields;
}

}  // namespace ae::app
