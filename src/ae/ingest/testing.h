#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ae/base/exact.h"
#include "ae/ingest/read_opportunities.h"

/// What the tests of this part share.
namespace ae::ingest::testing {

/// The bytes of a file below tests/data; the test fails when it is not there.
std::string data_file(const std::string& path);

/// Reads one file below tests/data; an Error is a failure of the test.
Reading read_data_file(const std::string& path, const ReadOptions& options = {});

/// Reads CSV text as the file "deals.csv".
Result<Reading> read_text(std::string_view text, const ReadOptions& options = {});

/// The codes of the notes, in order.
std::vector<std::string> note_codes(const Reading& reading);
/// The first note with a code in English; empty when there is none.
std::string note_text(const Reading& reading, std::string_view code);

struct Total {
  std::int64_t count = 0;
  std::int64_t with_amount = 0;
  Int128 minor = 0;
};
Total total_of(const Reading& reading, DealState state);

/// Every row of the table with all of its values, one line each, to compare readings.
std::vector<std::string> rows_as_text(const Reading& reading);

}  // namespace ae::ingest::testing
