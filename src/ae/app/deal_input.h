#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/app/file_change.h"
#include "ae/app/operation.h"
#include "ae/records/deal_file.h"

/// How the method's operations come by a deal, and how they change its file.
namespace ae::app {

/// What every one of them is relative to.
struct MethodScope {
  Policy policy;
  Date as_of;
};

Result<MethodScope> method_scope(const Invocation& invocation, const Environment& environment);

/// The file of a deal that was named: a path, or the name of a file in deals/ with or without ".toml".
/// Error: unknown_deal with near names.
Result<std::string> deal_path(const FilePath& named);

/// The one deal that was named, which has to be sound; nullopt when none was named. Errors: one_deal,
/// unknown_deal, and those of sound_deal.
Result<std::optional<records::DealFile>> optional_deal(const Invocation& invocation,
                                                       const MethodScope& scope);

/// The same, when there has to be one. Error: deal_missing.
Result<records::DealFile> needed_deal(const Invocation& invocation, const MethodScope& scope);

/// One value of a file: "stage", "\"demo\"" in TOML; empty TOML takes the value out.
struct FieldValue {
  std::string path;
  std::string toml;
};

/// The deal's file with these values set and these blocks added; the result has to be sound. Blocks are
/// lists' names with their entries.
Result<std::string> changed_deal(const records::DealFile& file, const std::vector<FieldValue>& values,
                                 const std::vector<std::pair<std::string, config::TomlLines>>& blocks,
                                 const MethodScope& scope);

/// Hands a change of the deal's file to the surface, or with --dry-run only shows it.
void put_change(Answer& answer, FileChange change, const ChangeOptions& options);

/// The stage that a flag names. Error: unknown_stage.
Result<Stage> stage_option(std::string_view flag, const std::string& name);

}  // namespace ae::app
