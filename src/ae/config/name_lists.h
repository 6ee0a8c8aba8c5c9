#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace ae::config {

/// Lists of strings by section and key: all that the files of content/presets/ hold. They are read at every
/// start, and so much of TOML takes no parser of all of it:
///
///     [fields]                       # a section; keys before the first one are in section ""
///     owner = ["owner", "sales rep",
///       "rep"]
class NameLists {
 public:
  struct List {
    std::string_view section;
    std::string_view key;
    std::vector<std::string_view> names;
  };

  /// Reads a file, which has to outlive the lists. nullopt for anything but sections, comments and lists of
  /// strings in double quotes without a backslash; where there are some, parse_toml() reads the same.
  static std::optional<NameLists> read(std::string_view bytes);

  const std::vector<List>& lists() const { return lists_; }
  /// The names under a key; none when it is not there.
  const std::vector<std::string_view>& names(std::string_view section, std::string_view key) const;

 private:
  std::vector<List> lists_;
};

}  // namespace ae::config
