#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/app/operation.h"

/// Where the value of a flag comes from, and which wins: command line, AE_* environment, ae.toml, default.
namespace ae::app {

/// A value for a flag as text. Values of one origin belong together: a repeatable flag takes all of the
/// winning origin.
struct Setting {
  enum class Origin : std::uint8_t { kFile, kEnvironment, kCommandLine };
  Origin origin = Origin::kCommandLine;
  std::string flag;   ///< snake_case: "as_of"
  std::string value;  ///< "true" for a bare switch
  Place place;        ///< in ae.toml; none elsewhere
};

/// Reads the settings that an ae.toml holds for an operation: keys named like flags, and the same in a table
/// named like the operation ([pipeline], [policy.show]), which wins. Relative paths are taken from the file's
/// folder. Errors: toml_syntax, unknown_setting (with what may have been meant), setting_wrong_type; each
/// with its line.
Result<std::vector<Setting>> settings_of_file(std::string_view bytes, const std::string& path,
                                              const Operation& operation);

/// AE_QUOTA=1200000 for each flag of the operation; `value_of` looks a variable up. One that is set to
/// nothing counts as not set.
std::vector<Setting> settings_of_environment(
    const Operation& operation,
    const std::function<std::optional<std::string>(const std::string&)>& value_of);

/// Sets every flag of the invocation from its winning origin. An error names the line of ae.toml or the
/// variable.
Result<Invocation> apply_settings(const Operation& operation, const std::vector<Setting>& settings);

}  // namespace ae::app
