#pragma once

#include <string>
#include <string_view>

#include "ae/base/text.h"

namespace ae::cli {

/// The completion script of a shell (one of kShells) for every command, flag and flag value. Descriptions,
/// where the shell shows them, are in the first language.
std::string completion_script(std::string_view shell, const Languages& languages);

}  // namespace ae::cli
