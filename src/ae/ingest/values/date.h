#pragma once

#include <optional>
#include <string_view>

#include "ae/base/date.h"
#include "ae/base/text.h"
#include "ae/ingest/read_opportunities.h"
#include "ae/ingest/values/column_vote.h"
#include "ae/ingest/values/day_number.h"

namespace ae::ingest {

/// The cell of a date, taken apart without deciding the order of its numbers.
struct DateCell {
  bool missing = false;
  bool year_first = false;  ///< its own form says so: a year of four digits in front
  EnumArray<DateOrder, std::optional<Date>> readings;  ///< the days it can mean; only kYmd when year_first
  std::optional<DayNumber> number;  ///< it is a bare number: the column says what it counts
  std::optional<Text> fault;        ///< why it is no date in any order

  bool operator==(const DateCell&) const = default;
};

/// Takes a cell apart: 2026-02-15, 2026/2/15, 2026年2月15日, 20260215, 15.02.2026, 2/15/2026, 2/15/26 (00–68
/// are 2000s), 15-Feb-2026, Feb 15, 2026, 15. Februar 2026, each with or without a time behind it; bare
/// numbers (46068, 1771113600). The day is the one written: a zone never shifts it. 0000-00-00 is missing.
/// Faults: not a date, a day the calendar does not have, a weekday that is another, a year outside
/// 1900..2199.
DateCell parse_date(std::string_view cell);

/// The day by what the column decided (or the user said); nullopt when the cell does not fit that. A cell
/// with the year in front, or with one and the same day in every order, needs no decision. Requires that it
/// is no bare number.
std::optional<Date> read_date(const DateCell& cell, const Decision<DateOrder>& decision);

/// The vote of a cell on the order of its column; nullopt when it has none.
std::optional<EnumArray<DateOrder, bool>> date_order_vote(const DateCell& cell);

}  // namespace ae::ingest
