#include <map>

#include "ae/base/near.h"
#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/mapping/preset.h"
#include "ae/ingest/read_activities.h"
#include "ae/ingest/side_table.h"
#include "ae/ingest/values/date.h"

namespace ae::ingest {
namespace {

using KindNames = std::map<std::string, DayKind, std::less<>>;

KindNames names_of_kinds() {
  KindNames names;
  for (const DayKind kind : enumerators<DayKind>()) {
    for (std::string& name : side_file_columns("day_kinds", key(kind))) names[std::move(name)] = kind;
  }
  return names;
}

Result<Date> day_of(const SideTable& table, std::size_t row) {
  const DateCell cell = parse_date(table.cell(row, "date"));
  if (!cell.missing && !cell.fault && cell.year_first) return *cell.readings[DateOrder::kYmd];
  return fail(table.error_at(row, "date", "holiday_date_unreadable",
                             Text{"A day of the calendar is written year first", "日历中的日期应年在前"},
                             Text{"Write it as 2026-05-01", "请写成 2026-05-01"}));
}

Result<DayKind> kind_of(const SideTable& table, std::size_t row, const KindNames& names) {
  if (!table.has("kind")) return DayKind::kHoliday;
  const std::string name = normalised_name(table.cell(row, "kind"));
  const auto known = names.find(name);
  if (known != names.end()) return known->second;
  Error error = table.error_at(
      row, "kind", "unknown_day_kind",
      Text{"A day of the calendar is a holiday or a workday", "日历中的日期应为 holiday 或 workday"},
      Text{"Write holiday, or workday for a Saturday or Sunday that is worked",
           "请写“放假”；调休上班的周六、周日请写“上班”"});
  std::vector<std::string_view> candidates;
  for (const auto& [each, kind] : names) candidates.push_back(each);
  error.did_you_mean = near_misses(name, candidates);
  return fail(std::move(error));
}

}  // namespace

Result<WorkCalendar> read_work_calendar(const Source& source, std::vector<Note>& notes) {
  AE_TRY(const SideTable table,
         SideTable::read(source, "holidays", {{"date", true}, {"name", false}, {"kind", false}}));
  notes.insert(notes.end(), table.notes().begin(), table.notes().end());
  const KindNames names = names_of_kinds();
  WorkCalendar calendar;
  std::map<Date, std::pair<DayKind, std::int64_t>> seen;
  for (const std::size_t row : table.rows()) {
    AE_TRY(const Date day, day_of(table, row));
    AE_TRY(const DayKind kind, kind_of(table, row, names));
    const auto [known, fresh] = seen.try_emplace(day, kind, table.line(row));
    if (!fresh && known->second.first != kind) {
      return fail(table.error_at(
          row, "date", "duplicate_day",
          Message{Text{"The day is of the other kind in line {line}", "该日期在第 {line} 行为另一类型"}}.with(
              "line", std::to_string(known->second.second)),
          Text{"Keep one of the two rows", "请只保留其中一行"}));
    }
    calendar.set(day, kind);
  }
  return calendar;
}

}  // namespace ae::ingest
