#pragma once

#include <string_view>

#include "ae/base/text.h"
#include "ae/config/toml.h"

/// Files of content/ as trees. They are ours: what they lack is a bug, and the tests read every one of them.
namespace ae::config {

/// The tree of a TOML file of content/ ("method/stages.toml"). Parsed once; it lives as long as the program,
/// so what it holds may be borrowed.
const TomlNode& content_tree(std::string_view path);

/// The words of { en = "…", zh = "…" } in a file of content/.
Text content_text(const TomlNode& node);

/// The text under `name` of a table of a file of content/.
const std::string& content_string(const TomlNode& node, std::string_view name);

}  // namespace ae::config
