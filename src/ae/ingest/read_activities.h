#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/domain/activity.h"
#include "ae/domain/work_calendar.h"
#include "ae/ingest/read_opportunities.h"
#include "ae/ingest/source.h"

/// The small files that say what was done and which days are worked. They are ours, as those of
/// read_side_files.h: every cell must be right, the first wrong one is an error with file, line and column.
namespace ae::ingest {

/// What the user settles about a file of activities.
struct ActivityReading {
  /// Types that the file calls by other names; nullopt: no activity of the method, left out. Names compare
  /// without case, blanks and joints.
  std::map<std::string, std::optional<ActivityType>> types;
  std::optional<DateOrder> date_order;
};

/// A table with the columns date, owner, type and perhaps count and team, in any of their names
/// (content/presets/generic.toml, [activities]). Without a count each row is one activity. Types are told by
/// the names of [activity_types]. Notes: activities_one_a_row, activities_left_out (by `types`).
/// Errors: activity_date_unreadable, ambiguous_date, activity_owner_missing, unknown_activity_type (with near
/// names), activity_count_missing, activity_count_unreadable, activity_count_not_whole,
/// activity_count_negative, and those of SideTable::read.
Result<std::vector<Activity>> read_activities(const Source& source, const ActivityReading& options,
                                              std::vector<Note>& notes);

/// A calendar: date, name, kind. `kind` is holiday (放假, 休) or workday (上班, 班, 调休上班 …); without the
/// column every day is a holiday. Dates have the year in front. Errors: holiday_date_unreadable,
/// unknown_day_kind, duplicate_day (a day of both kinds), and those of SideTable::read.
Result<WorkCalendar> read_work_calendar(const Source& source, std::vector<Note>& notes);

}  // namespace ae::ingest
