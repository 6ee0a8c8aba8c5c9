#pragma once

#include <string>

#include "ae/app/operation.h"

namespace ae::cli {

/// Help on everything: the commands with the question each answers, examples, exit codes.
std::string general_help(const Languages& languages);

/// Help on the operations whose names begin with a word: "policy".
std::string group_help(std::string_view word, const Languages& languages);

/// Help on one operation: usage, every flag with its values and default, an example.
std::string operation_help(const app::Operation& operation, const Languages& languages);

}  // namespace ae::cli
