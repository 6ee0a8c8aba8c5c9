#pragma once

#include <cstdint>
#include <map>
#include <string_view>

#include "ae/base/date.h"

namespace ae {

/// What a calendar file says of a day.
enum class DayKind : std::uint8_t { kHoliday, kWorkday, kCount };

constexpr std::string_view key(DayKind kind) {
  constexpr std::string_view kKeys[] = {"holiday", "workday"};
  return kKeys[static_cast<std::size_t>(kind)];
}

/// Which days are worked: Monday to Friday, but for holidays, and the Saturdays and Sundays that a calendar
/// makes working days (调休).
///
///     4 to 10 May 2026 with 4 and 5 May as holidays and Saturday, 9 May as a workday has 4 working days.
class WorkCalendar {
 public:
  /// What is known of a day beside its weekday; the last word counts.
  void set(Date day, DayKind kind) { days_[day] = kind; }

  bool is_workday(Date day) const;
  /// Working days from `first` to `last`, both included; 0 when last < first.
  std::int64_t workdays(Date first, Date last) const;
  bool empty() const { return days_.empty(); }
  /// Whether a day from `first` to `last` is named.
  bool says_of(Date first, Date last) const;

 private:
  std::map<Date, DayKind> days_;
};

/// The Monday of the day's week.
Date monday_of(Date day);

}  // namespace ae
