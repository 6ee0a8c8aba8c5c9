#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ae/base/date.h"
#include "ae/base/result.h"

/// TOML as a plain tree in which every value knows its place, so that whoever checks it can point at the
/// line.
namespace ae::config {

struct TomlNode;
struct TomlEntry;

/// Keys in the order of the file.
using TomlTable = std::vector<TomlEntry>;
using TomlArray = std::vector<TomlNode>;

struct TomlNode {
  std::variant<TomlTable, TomlArray, std::string, std::int64_t, double, bool, Date> value;
  Place place;  ///< of the value

  const TomlTable* table() const { return std::get_if<TomlTable>(&value); }
  const TomlArray* array() const { return std::get_if<TomlArray>(&value); }
  const std::string* string() const { return std::get_if<std::string>(&value); }

  /// The value under `name` of a table; nullptr when this is no table or has no such key.
  const TomlNode* find(std::string_view name) const;
  /// The value under a key of a table, or under a number of a list, which counts from 0.
  const TomlNode* child(std::string_view step) const;
  /// The value under a path of keys, and of numbers in lists: at("coverage.early.low"),
  /// at("contacts.0.name").
  const TomlNode* at(std::string_view path) const;
};

struct TomlEntry {
  std::string name;
  TomlNode node;
};

/// Parses a whole file; the root is a table. `source` names it in places.
/// Error: toml_syntax with line and column. Times of day are refused: nothing of ours has one.
Result<TomlNode> parse_toml(std::string_view bytes, const std::string& source);

/// Lays `over` on `base`: tables merge key by key, anything else is replaced. Places stay those of the
/// winning file.
void overlay(TomlNode& base, const TomlNode& over);

}  // namespace ae::config
