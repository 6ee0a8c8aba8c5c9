#pragma once

#include <string>

#include "ae/app/options.h"
#include "ae/report/scope.h"

namespace ae::app {

/// The scope of `base` with the changes of one --try: "quota=6000000, stages.proposal.probability=50".
/// `options` and `today` are those that `base` was made of. Errors: bad_value, unknown_change (with what may
/// have been meant) and those of a policy.
Result<report::Scope> tried_scope(const std::string& changes, const ScopeOptions& options, Date today,
                                  const report::Scope& base);

}  // namespace ae::app
