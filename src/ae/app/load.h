#pragma once

#include "ae/app/operation.h"
#include "ae/ingest/scan_opportunities.h"
#include "ae/report/report.h"
#include "ae/report/scope.h"

namespace ae::app {

/// The facts and the scope of a report, ready to be folded.
struct Loaded {
  ingest::Reading reading;
  report::Scope scope;
  std::int64_t deals = 0;  ///< that the report is about
  bool scanned = false;    ///< the deals have been folded; the table has one chunk without rows
};

/// A fold that takes deals while their file is read.
class ScanFold : public ingest::ChunkTaker {
 public:
  report::Scope scope;  ///< as it was before the file is read
};

/// Which words of a scanned file a report asks for, and how, besides those that --by names.
ingest::ScanPlan scan_plan(const report::Info& info);

/// Reads the sources, converts currencies, keeps what --where asks for, and makes the scope: everything a
/// report needs. One large file that needs none of this is handed to `scan`, when there is one, instead of
/// being kept.
Result<Loaded> load(const Invocation& invocation, const Environment& environment, const report::Info& info,
                    ScanFold* scan = nullptr);

/// Adds the closed deals of --history to what was read: deals that the pipeline holds itself (by id) and open
/// ones are left out, and notes say how many.
Result<void> add_history(ingest::Reading& reading, const FilePath& history, ingest::ReadOptions options);

/// The scope before any file of deals is read: as-of date, period and policy.
Result<report::Scope> scope_of(const ScopeOptions& options, Date today);

/// The policy that --policy names, else the default, with `changes` laid over it.
Result<Policy> load_policy_option(const ScopeOptions& options,
                                  const std::optional<PolicyLayer>& changes = {});

}  // namespace ae::app
