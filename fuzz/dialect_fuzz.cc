// Whatever the text: a dialect is found, its records have cells and lines that go up, the table lies inside
// them, each record is at most one thing, and the cells can be taken out. Well-formed cells with the found
// dialect read back.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "ae/base/assert.h"
#include "ae/ingest/cells.h"
#include "ae/ingest/sniff/dialect.h"
#include "ae/ingest/sniff/layout.h"

namespace {

using namespace ae::ingest;

void check_layout(const csv::Records& records, HeaderEvidence evidence) {
  const Layout layout = find_layout(records, {}, evidence);
  if (layout.header == records.size()) return;
  AE_ASSERT(layout.header < layout.end && layout.end <= records.size());
  const auto inside = [&](std::size_t record) { return record > layout.header && record < layout.end; };
  AE_ASSERT(std::all_of(layout.totals.begin(), layout.totals.end(), inside));
  AE_ASSERT(std::all_of(layout.repeated_headers.begin(), layout.repeated_headers.end(), inside));
  AE_ASSERT(std::is_sorted(layout.totals.begin(), layout.totals.end()));
  AE_ASSERT(std::none_of(layout.footers.begin(), layout.footers.end(), inside));
  AE_ASSERT(std::none_of(layout.preamble.begin(), layout.preamble.end(),
                         [&](std::size_t record) { return record >= layout.header; }));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string text(bytes, bytes + size);
  const SniffedDialect found = sniff_dialect(text);
  const std::string unwrapped = found.rows_quoted ? without_row_quotes(text, {}) : text;
  for (const bool stray : {false, true}) {
    csv::Dialect dialect = found.dialect;
    dialect.stray_quotes = stray;
    const csv::Scan scan = csv::scan(unwrapped, dialect);
    AE_ASSERT(!stray || !scan.open_quote);
    std::int64_t line = 0;
    for (std::size_t record = 0; record < scan.records.size(); ++record) {
      AE_ASSERT(!scan.records[record].empty());
      AE_ASSERT(scan.records.line(record) > line);
      line = scan.records.line(record);
    }
    check_layout(scan.records, HeaderEvidence::kNames);
    check_layout(scan.records, HeaderEvidence::kShape);
  }
  const Source source{"fuzz", std::move(text)};
  const auto table = parsed_cells(source);
  AE_ASSERT(table.has_value() || !table.error().code.empty());
  return 0;
}
