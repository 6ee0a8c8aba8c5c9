#include "ae/domain/work_calendar.h"

namespace ae {
namespace {

/// 0 for Monday to 6 for Sunday; 1 January 1970 was a Thursday.
int weekday(Date day) {
  const int index = (day.days_since_1970() + 3) % 7;
  return index < 0 ? index + 7 : index;
}

}  // namespace

bool WorkCalendar::is_workday(Date day) const {
  const auto named = days_.find(day);
  if (named != days_.end()) return named->second == DayKind::kWorkday;
  return weekday(day) < 5;
}

std::int64_t WorkCalendar::workdays(Date first, Date last) const {
  std::int64_t count = 0;
  for (Date day = first; day <= last; day = day + 1) count += is_workday(day) ? 1 : 0;
  return count;
}

bool WorkCalendar::says_of(Date first, Date last) const {
  const auto from = days_.lower_bound(first);
  return from != days_.end() && from->first <= last;
}

Date monday_of(Date day) { return day + -weekday(day); }

}  // namespace ae
