#pragma once

#include "ae/app/load.h"
#include "ae/method/monthly_review.h"

namespace ae::app {

/// The four items of the monthly review, each from the report that answers it: win-loss, coverage, backtest;
/// and salespeople against each other. Notes are added to `notes`.
Result<method::MonthlyReview> monthly_facts(const Loaded& loaded, unsigned threads, std::vector<Note>& notes);

}  // namespace ae::app
