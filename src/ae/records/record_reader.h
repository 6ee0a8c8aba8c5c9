#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/near.h"
#include "ae/config/toml.h"
#include "ae/domain/deal_record.h"

/// Reads a struct from TOML by its fields(): nothing lists the keys a second time. Every error is collected
/// with its place, so that a person mends a file in one go.
namespace ae::records {

class RecordReader {
 public:
  /// What was wrong: deal_unknown_field, deal_wrong_type, deal_bad_value, deal_missing_field.
  std::vector<Error> errors;

  template <HasFields Struct>
  void read(const config::TomlNode& node, const std::string& path, Struct& target) {
    if (!is_table(node, path)) return;
    std::vector<std::string_view> known;
    for_each_field<Struct>([&](const auto& field) {
      known.push_back(field.name);
      auto& member = target.*(field.member);
      if (const config::TomlNode* child = node.find(field.name)) {
        read(*child, below(path, field.name), member);
      } else if constexpr (required<std::remove_reference_t<decltype(member)>>()) {
        missing(node, below(path, field.name));
      }
    });
    refuse_unknown(node, path, known);
  }

  template <typename Value>
  void read(const config::TomlNode& node, const std::string& path, std::optional<Value>& target) {
    read(node, path, target.emplace());
  }

  template <typename Value>
  void read(const config::TomlNode& node, const std::string& path, std::vector<Value>& target) {
    const config::TomlArray* list = node.array();
    if (list == nullptr) return wrong_type(node, path, Text{"a list", "列表"});
    for (std::size_t index = 0; index < list->size(); ++index)
      read((*list)[index], below(path, std::to_string(index)), target.emplace_back());
  }

  template <Keyed Enum>
  void read(const config::TomlNode& node, const std::string& path, Enum& target) {
    const std::string* word = node.string();
    if (word == nullptr) return wrong_type(node, path, Text{"a word in quotes", "带引号的词"});
    if (const Enum found = enumerator_of_key<Enum>(*word); found != Enum::kCount) {
      target = found;
      return;
    }
    std::vector<std::string_view> known;
    for (const Enum each : enumerators<Enum>()) known.push_back(key(each));
    bad_word(node, path, *word, known);
  }

  void read(const config::TomlNode& node, const std::string& path, std::string& target);
  void read(const config::TomlNode& node, const std::string& path, std::int64_t& target);
  void read(const config::TomlNode& node, const std::string& path, bool& target);
  void read(const config::TomlNode& node, const std::string& path, Date& target);
  /// By its key or its name in any language.
  void read(const config::TomlNode& node, const std::string& path, Stage& target);
  /// The currency that amounts below it are in.
  void read(const config::TomlNode& node, const std::string& path, Currency& target);
  /// A plain number in major units, with no more decimals than the currency has.
  void read(const config::TomlNode& node, const std::string& path, Money& target);
  /// A percentage from 0 to 100.
  void read(const config::TomlNode& node, const std::string& path, Probability& target);
  /// A table of evidence under the items' ids.
  void read(const config::TomlNode& node, const std::string& path, std::vector<ItemEvidence>& target);

 private:
  /// What has no word for "unknown" has to be there.
  template <typename Member>
  static constexpr bool required() {
    return std::is_same_v<Member, std::string> || std::is_same_v<Member, Date>;
  }

  static std::string below(const std::string& path, std::string_view name) {
    return path.empty() ? std::string(name) : path + "." + std::string(name);
  }

  bool is_table(const config::TomlNode& node, const std::string& path);
  void refuse_unknown(const config::TomlNode& node, const std::string& path,
                      const std::vector<std::string_view>& known);
  void missing(const config::TomlNode& node, const std::string& path);
  void wrong_type(const config::TomlNode& node, const std::string& path, Text expected);
  void bad_value(const config::TomlNode& node, const std::string& path, Message message, Message hint);
  void bad_word(const config::TomlNode& node, const std::string& path, const std::string& word,
                const std::vector<std::string_view>& known);

  Currency currency_;
};

}  // namespace ae::records
