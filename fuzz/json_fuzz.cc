// Whatever the bytes: JSON gives records whose lines do not go down and whose names are there, or an error
// with a place inside the text.

#include <cstddef>
#include <cstdint>
#include <string>

#include "ae/base/assert.h"
#include "ae/ingest/json/read_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(bytes, bytes + size);
  const ae::Result<ae::ingest::json::JsonTable> table = ae::ingest::json::read_json(text, "fuzz");
  if (!table) {
    AE_ASSERT(!table.error().code.empty());
    return 0;
  }
  const auto& records = table->records;
  AE_ASSERT(records.size() > 0);
  const std::size_t names = records[0].size();
  std::int64_t line = 0;
  for (std::size_t record = 1; record < records.size(); ++record) {
    AE_ASSERT(records[record].size() <= names && !records[record].empty());
    AE_ASSERT(records.line(record) >= line);
    line = records.line(record);
    for (const auto& cell : records[record])
      AE_ASSERT(cell.text.find('\0') == std::string_view::npos || text.find('\0') != std::string::npos);
  }
  return 0;
}
