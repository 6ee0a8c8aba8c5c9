#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ae::app {

/// A key of the front matter with its value as people mean it.
struct FrontMatterKey {
  std::string name;
  std::string value;
  std::int64_t line = 0;
  bool is_map = false;        ///< the value is keys of its own, on indented lines
  bool needs_quotes = false;  ///< a plain value with ": " or " #", which YAML reads otherwise
};

/// The part between the first line and the next that are "---".
struct FrontMatter {
  std::vector<FrontMatterKey> keys;
  std::vector<std::int64_t> odd_lines;  ///< lines that are no key, no continuation and no comment
  std::int64_t lines = 0;               ///< of the part with both its marks; the text follows
};

/// nullopt when the text does not begin with such a part.
std::optional<FrontMatter> front_matter(std::string_view text);

}  // namespace ae::app
