// Whatever the bytes: without edits a text stays as it is, and with one cell changed and one record removed
// it reads back with that cell changed, without that record, and with every other cell as it was.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/assert.h"
#include "ae/ingest/csv/cell_edits.h"

namespace {

using ae::ingest::csv::Dialect;
using ae::ingest::csv::Edits;
using ae::ingest::csv::Records;
using ae::ingest::csv::Scan;

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const Records& records) {
  Rows rows;
  for (std::size_t record = 0; record < records.size(); ++record) {
    rows.emplace_back();
    for (const auto& cell : records[record]) rows.back().emplace_back(cell.text);
  }
  return rows;
}

void check(std::string_view text, const Dialect& dialect, const std::string& words) {
  const Scan scan = ae::ingest::csv::scan(text, dialect);
  if (scan.open_quote || scan.records.size() == 0) return;
  AE_ASSERT(ae::ingest::csv::edited(text, scan.records, dialect, {}) == text);
  Rows expected = rows_of(scan.records);
  const std::size_t record = text.size() % expected.size();
  const std::size_t column = words.size() % (expected[record].size() + 1);
  Edits edits;
  edits.cells.push_back({record, column, words});
  if (column == expected[record].size()) expected[record].emplace_back();
  expected[record][column] = words;
  edits.appended.push_back({words, "", "x"});
  expected.push_back(edits.appended.back());
  const std::size_t removed = (record + 1) % scan.records.size();
  if (removed != record) {
    edits.removed.push_back(removed);
    expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(removed));
  }
  const std::string after = ae::ingest::csv::edited(text, scan.records, dialect, edits);
  const Scan again = ae::ingest::csv::scan(after, dialect);
  AE_ASSERT(!again.open_quote);
  AE_ASSERT(rows_of(again.records) == expected);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(bytes, bytes + size);
  for (const std::string words :
       {"", "plain", "a,b;c|d\te", "\"quoted\" and 'so'", "two\nlines", " blanks ", "back\\slash"}) {
    for (const char delimiter : {',', ';', '\t'}) {
      check(text, {.delimiter = delimiter}, words);
      check(text, {.delimiter = delimiter, .backslash = true}, words);
      check(text, {.delimiter = delimiter, .padded = true}, words);
      check(text, {.delimiter = delimiter, .quote = '\''}, words);
    }
  }
  return 0;
}
