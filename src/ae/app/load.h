#pragma once

#include "ae/app/operation.h"
#include "ae/report/report.h"
#include "ae/report/scope.h"

namespace ae::app {

/// The facts and the scope of a report, ready to be folded.
struct Loaded {
  ingest::Reading reading;
  report::Scope scope;
};

/// Reads the sources, converts currencies, keeps what --where asks for, and makes the scope: everything a
/// report needs.
Result<Loaded> load(const Invocation& invocation, const Environment& environment, const report::Info& info);

/// Adds the closed deals of --history to what was read: deals that the pipeline holds itself (by id) and open
/// ones are left out, and notes say how many.
Result<void> add_history(ingest::Reading& reading, const FilePath& history, ingest::ReadOptions options);

/// The policy that --policy names, else the default.
Result<Policy> load_policy_option(const ScopeOptions& options);

}  // namespace ae::app
