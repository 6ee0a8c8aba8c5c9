#pragma once

#include <string>
#include <vector>

#include "ae/app/operation.h"
#include "ae/app/settings.h"

namespace ae::cli {

/// What a command line asks for.
struct CommandLine {
  enum class Action : std::uint8_t { kRun, kHelp, kVersion, kCompletion, kMan };

  Action action = Action::kRun;
  const app::Operation* operation = nullptr;  ///< kRun always; kHelp: of this one, or of everything when null
  std::vector<app::Setting> settings;         ///< kRun
  std::string word;  ///< kCompletion: the shell; kHelp: the first word of a group of operations
};

/// Reads the arguments after the program's name:
///
///     ae [COMMAND] [FILE]… [--flag VALUE | --flag=VALUE | --switch]…
///
/// Flags stand anywhere; `--` ends them; `--json` is short for `--format json`. A first word that is no
/// command but names a file means `pipeline`. No arguments at all mean help. Errors: unknown_command,
/// unknown_flag, missing_value, unexpected_word, no_such_shell; with what may have been meant.
Result<CommandLine> parse_command_line(const std::vector<std::string>& arguments);

/// The value that the arguments give for a flag, wherever it stands: for what has to be known before they are
/// read in earnest (--lang and --errors, in which a wrong argument is reported).
std::string early_value(const std::vector<std::string>& arguments, std::string_view flag);

}  // namespace ae::cli
