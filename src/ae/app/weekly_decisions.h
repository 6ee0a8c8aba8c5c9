#pragma once

#include "ae/app/load.h"
#include "ae/method/weekly_review.h"

namespace ae::app {

/// Brings the file of --decisions up to date with what was found, and with --apply writes the corrected copy
/// of the data: figures go into the review, files to be written into the answer. Does nothing without
/// --decisions.
///
/// Errors: decisions_needed and out_needed (of --apply), one_file (of --apply), no_ids; those of
/// DecisionFile, check_decisions and corrected_copy.
Result<void> keep_decisions(const Invocation& invocation, const Environment& environment,
                            const Loaded& loaded, const method::WeeklyInput& input,
                            method::WeeklyReview& review, Answer& answer);

}  // namespace ae::app
