// Whatever the bytes: a workbook gives cells in columns that Excel has, or an error. The bytes are read as an
// archive, and as the sheet of a sound workbook, since a checksum would stop most of what is made from an
// archive.

#include <cstddef>
#include <cstdint>
#include <string>

#include "ae/base/assert.h"
#include "ae/ingest/xlsx/cell_text.h"
#include "ae/ingest/xlsx/read_xlsx.h"
#include "ae/ingest/xlsx/testing_archive.h"

namespace {

void check(const std::string& bytes) {
  const auto table = ae::ingest::xlsx::read_xlsx(bytes, "", "fuzz");
  if (!table) {
    AE_ASSERT(!table.error().code.empty());
    return;
  }
  for (std::size_t record = 0; record < table->records.size(); ++record) {
    AE_ASSERT(table->records.line(record) >= 1);
    AE_ASSERT(!table->records[record].empty() && table->records[record].size() <= 16384);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(bytes, bytes + size);
  check(text);
  check(ae::ingest::xlsx::testing::workbook_of({text, text, text}));
  for (const auto kind : {ae::ingest::xlsx::NumberKind::kPercent, ae::ingest::xlsx::NumberKind::kDateTime}) {
    AE_ASSERT(text.empty() ||
              !ae::ingest::xlsx::text_of_number(text, kind, ae::ingest::xlsx::DateSystem::k1904).empty());
  }
  return 0;
}
