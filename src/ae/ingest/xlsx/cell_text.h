#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ae/ingest/xlsx/number_format.h"

namespace ae::ingest::xlsx {

/// Where a workbook begins to count days: 1 is 1900-01-01, or 0 is 1904-01-01.
enum class DateSystem : std::uint8_t { k1900, k1904 };

/// The number of a cell as text that reads the same: 0.1 for 0.1, digits without exponent, the shortest that
/// give the number again, without the tail that sums of binary fractions leave (0.3 for 0.30000000000000004);
/// a percent as it is shown (0.6 gives 60%), a date as 2026-03-31, with 14:30:00 behind it where the format
/// shows a time and there is one. The day 60 of 1900, which no calendar has, gives 1900-02-29. What is no
/// number, or no date though the format says so, stays as it stands.
std::string text_of_number(std::string_view stored, NumberKind kind, DateSystem dates);

}  // namespace ae::ingest::xlsx
