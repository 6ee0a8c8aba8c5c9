#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/app/options.h"
#include "ae/base/result.h"

namespace ae::app {

/// The file of the plan that the data is filled into; nullopt: a new one. --plan names it; else it is the one
/// that --out would write over, else accounts/NAME.md in a folder of the data or in the working folder.
///
/// Errors: file_not_found of --plan; plan_would_be_lost, where --out names a plan and would not bring it
/// forward: another than the one that is read, or in another format.
Result<std::optional<std::string>> plan_file_of(const std::string& account,
                                                const std::vector<std::string>& folders,
                                                const AccountOptions& options, const OutputOptions& output);

}  // namespace ae::app
