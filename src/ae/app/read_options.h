#pragma once

#include "ae/app/options.h"
#include "ae/ingest/read_opportunities.h"

namespace ae::app {

/// What the flags say about reading, as ingest wants it.
Result<ingest::ReadOptions> read_options(const InputOptions& input, unsigned threads);

}  // namespace ae::app
