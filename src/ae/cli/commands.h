#pragma once

#include <span>
#include <string_view>

#include "ae/base/text.h"

namespace ae::cli {

/// A command of the command line alone: about the program, not about sales, so not in the catalog.
struct OwnCommand {
  std::string_view name;
  std::string_view words;
  Text purpose;
};

/// help, completion, man, version: in the order of help.
std::span<const OwnCommand> own_commands();

inline constexpr std::string_view kShells[] = {"bash", "zsh", "fish"};

/// "ae 0.1.0".
std::string_view version_line();

}  // namespace ae::cli
