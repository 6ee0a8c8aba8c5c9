#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ae/base/date.h"
#include "ae/base/exact.h"

namespace ae {

/// The third of a period in which a day falls; before the period counts as early, after it as late.
enum class Phase : std::uint8_t { kEarly, kMid, kLate, kCount };

constexpr std::string_view key(Phase phase) {
  constexpr std::string_view kKeys[] = {"early", "mid", "late"};
  return kKeys[static_cast<std::size_t>(phase)];
}

/// A span of days with a name; both ends belong to it.
struct Period {
  std::string name;
  Date start;
  Date end;

  int length() const { return end - start + 1; }
  bool contains(Date day) const { return start <= day && day <= end; }
  /// Days from as_of to the last day; negative after the period.
  int days_left(Date as_of) const { return end - as_of; }
  /// (as_of − start) ÷ length: 2026-02-15 in 2026-Q1 gives 45 ÷ 90 = 0.5. Below 0 before, above 1 after.
  Ratio elapsed(Date as_of) const;
  /// early < 1/3 ≤ mid < 2/3 ≤ late, on exact days.
  Phase phase(Date as_of) const;

  bool operator==(const Period&) const = default;
};

/// A fiscal calendar of quarters. `first_month` (1..12) opens the year; a fiscal year is named by the year it
/// ends in.
struct FiscalCalendar {
  unsigned first_month = 1;

  /// The quarter that holds `day`: "2026-Q1" in calendar years, "FY26-Q1" where the year starts in another
  /// month.
  Period quarter_containing(Date day) const;

  /// Reads "Q4" (of the fiscal year that holds as_of), "2026-Q4" or "FY26-Q4" (of the year so named), in
  /// either case; nullopt when it is none of these.
  std::optional<Period> parse_quarter(std::string_view text, Date as_of) const;

 private:
  int fiscal_year_of(Date day) const;
  Period quarter(int fiscal_year, int index) const;
};

}  // namespace ae
