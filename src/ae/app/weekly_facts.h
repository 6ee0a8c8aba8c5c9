#pragma once

#include "ae/app/load.h"
#include "ae/method/weekly_review.h"

namespace ae::app {

/// What the weekly review is made of, from the deals that were read. Notes are added to `notes`.
Result<method::WeeklyInput> weekly_facts(const Loaded& loaded, unsigned threads, std::vector<Note>& notes);

}  // namespace ae::app
