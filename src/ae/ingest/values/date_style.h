#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ae/ingest/values/date.h"

namespace ae::ingest {

/// Whether the days and months below 10 of a column have a zero in front.
enum class DatePadding : std::uint8_t { kZero, kNone };

/// Votes of a cell on the padding of its column: how many of its one-figure days and months have a zero in
/// front, minus those that have none.
int padding_vote(std::string_view cell);

/// The day, written as the cell `like` writes its own: order and separators, two or four figures of the year,
/// months in (English) words, a time behind it as it stands, or the number of days or seconds that it counts.
/// The padding is that of `like` where it shows, else `padding`. nullopt when the cell is no date that can be
/// written again; what comes back reads as the day in the column's order.
///
///     like "2/15/26 10:30", month first   2026-03-04 → "3/4/26 10:30"
///     like "15-Feb-2026"                  2026-03-04 → "04-Mar-2026"
std::optional<std::string> date_like(std::string_view like, const Decision<DateOrder>& order, Date day,
                                     DatePadding padding);

}  // namespace ae::ingest
