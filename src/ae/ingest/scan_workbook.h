#pragma once

#include <optional>
#include <string>

#include "ae/ingest/scan_opportunities.h"

namespace ae::ingest {

/// Reads a large plain workbook as scan_opportunities does a text: the rows of its sheet become text, which
/// is kept, since workbooks are never larger than memory, and scanned. nullopt as there.
std::optional<Reading> scan_workbook(const std::string& path, const ReadOptions& options,
                                     const ScanPlan& plan, ChunkTaker& taker);

}  // namespace ae::ingest
