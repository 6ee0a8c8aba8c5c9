// Whatever the bytes: the cells of a file come back as a table (a row that cannot be mended as it stands);
// the rows that are set apart are each as wide as their header, and `inspect` finds no more of them than
// there are rows.

#include <cstddef>
#include <cstdint>
#include <string>

#include "ae/base/assert.h"
#include "ae/ingest/cells.h"
#include "ae/ingest/inspect.h"
#include "ae/ingest/rejected_rows.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const ae::ingest::Source source{"a.csv", std::string(bytes, bytes + size)};
  if (const auto table = ae::ingest::parsed_cells(source))
    AE_ASSERT(!table->header.empty() || table->rows.empty());
  std::vector<ae::Note> notes;
  if (const auto inspection = ae::ingest::inspect(source, {}, notes)) {
    AE_ASSERT(inspection->rows >= 0 && inspection->quarantined.value_or(0) <= inspection->rows);
  }
  if (const auto rejects = ae::ingest::rejected_rows({&source, 1}, {}, {ae::Language::kEnglish})) {
    for (const auto& row : rejects->rows) AE_ASSERT(row.size() == rejects->header.size());
  }
  return 0;
}
