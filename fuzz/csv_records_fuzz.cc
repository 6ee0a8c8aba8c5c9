// Whatever the bytes: records have cells, lines go up, places lie inside the text, and the records written
// out with every cell quoted read back as the same cells.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ae/base/assert.h"
#include "ae/ingest/csv/records.h"

namespace {

using ae::ingest::csv::Records;
using ae::ingest::csv::Scan;

std::string quoted(const Records& records, char delimiter) {
  std::string text;
  for (std::size_t record = 0; record < records.size(); ++record) {
    bool first = true;
    for (const auto& cell : records[record]) {
      if (!first) text += delimiter;
      first = false;
      text += '"';
      for (const char c : cell.text) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += '"';
    }
    text += '\n';
  }
  return text;
}

void check_same(const Records& a, const Records& b) {
  AE_ASSERT(a.size() == b.size());
  for (std::size_t record = 0; record < a.size(); ++record) {
    AE_ASSERT(a[record].size() == b[record].size());
    for (std::size_t cell = 0; cell < a[record].size(); ++cell)
      AE_ASSERT(a[record][cell].text == b[record][cell].text);
  }
}

void check(std::string_view text, char delimiter) {
  const Scan scan = ae::ingest::csv::scan(text, delimiter);
  const Records& records = scan.records;
  std::int64_t line = 0;
  for (std::size_t record = 0; record < records.size(); ++record) {
    AE_ASSERT(!records[record].empty());
    AE_ASSERT(records.line(record) > line);
    line = records.line(record);
    const ae::Place place = records.place("fuzz", record, records[record].size());
    AE_ASSERT(place.line >= line && place.column >= 1);
    for (const auto& cell : records[record]) AE_ASSERT(cell.offset <= text.size());
  }
  AE_ASSERT(!scan.open_quote || text[*scan.open_quote] == '"');
  const std::string again = quoted(records, delimiter);
  const Scan second = ae::ingest::csv::scan(again, delimiter);
  AE_ASSERT(!second.open_quote);
  check_same(records, second.records);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(bytes, bytes + size);
  for (const char delimiter : {',', ';', '\t', '|'}) check(text, delimiter);
  return 0;
}
