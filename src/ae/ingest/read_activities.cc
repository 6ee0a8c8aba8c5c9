#include "ae/ingest/read_activities.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "ae/base/near.h"
#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/mapping/preset.h"
#include "ae/ingest/side_table.h"
#include "ae/ingest/values/column_vote.h"
#include "ae/ingest/values/date.h"

namespace ae::ingest {
namespace {

using TypeNames = std::map<std::string, std::optional<ActivityType>, std::less<>>;

/// Names compare without case, blanks and joints: "E-Mail" is "email", "WhatsApp" is "Whatsapp".
std::string compared(std::string_view name) { return without_blanks_and_case(normalised_name(name)); }

TypeNames names_of_types(const ActivityReading& options) {
  TypeNames names;
  for (const ActivityType type : enumerators<ActivityType>()) {
    for (const std::string& name : side_file_columns("activity_types", key(type)))
      names[compared(name)] = type;
  }
  for (const auto& [name, type] : options.types) names[compared(name)] = type;
  return names;
}

/// What a name that no type has may be a slip of.
std::vector<std::string> near_types(std::string_view name) {
  std::vector<std::string> words;
  for (const ActivityType type : enumerators<ActivityType>()) {
    for (std::string& word : side_file_columns("activity_types", key(type))) words.push_back(std::move(word));
  }
  return near_misses(name, std::vector<std::string_view>(words.begin(), words.end()));
}

bool only_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// One file of activities.
class Reader {
 public:
  Reader(const SideTable& table, const ActivityReading& options)
      : table_(table), types_(names_of_types(options)) {
    ColumnVote<DateOrder> votes;
    for (const std::size_t row : table.rows()) {
      if (const auto vote = date_order_vote(parse_date(table.cell(row, "date")))) votes.add(*vote);
    }
    using Kind = Decision<DateOrder>::Kind;
    order_ = options.date_order ? Decision<DateOrder>{Kind::kSettled, *options.date_order} : votes.decide();
  }

  /// nullopt for a row of a type that the user leaves out.
  Result<std::optional<Activity>> read(std::size_t row) const {
    Activity activity;
    AE_TRY(activity.day, day_of(row));
    activity.owner = table_.cell(row, "owner");
    activity.team = table_.cell(row, "team");
    if (activity.owner.empty()) {
      return fail(table_.error_at(row, "owner", "activity_owner_missing",
                                  Text{"The activity has no owner", "该活动没有负责人"},
                                  Text{"Write who did it, or remove the row", "请填写执行人，或删除该行"}));
    }
    AE_TRY(const std::optional<ActivityType> type, type_of(row));
    AE_TRY(activity.count, count_of(row));
    if (!type) return std::optional<Activity>{};
    activity.type = *type;
    return std::optional(std::move(activity));
  }

 private:
  Result<Date> day_of(std::size_t row) const {
    const DateCell cell = parse_date(table_.cell(row, "date"));
    if (cell.missing || cell.fault || cell.number) {
      return fail(table_.error_at(
          row, "date", "activity_date_unreadable",
          cell.missing ? Text{"The activity has no date", "该活动没有日期"}
                       : Text{"The date of the activity cannot be read", "无法读取该活动的日期"},
          Text{"Write it as 2026-02-15", "请写成 2026-02-15"}));
    }
    const std::optional<Date> day = read_date(cell, order_);
    if (day) return *day;
    if (order_.kind == Decision<DateOrder>::Kind::kUndecided) {
      return fail(table_.error_at(
          row, "date", "ambiguous_date",
          Text{"The dates of the activities can be read with the day first and with the month first",
               "活动日期按日在前或月在前均可读"},
          Text{"Say the order: --date-order mdy, --date-order dmy or --date-order ymd",
               "请指明顺序：--date-order mdy、--date-order dmy 或 --date-order ymd"}));
    }
    return fail(table_.error_at(
        row, "date", "activity_date_unreadable",
        Text{"The date does not fit the order of the others", "该日期与其他日期的年月日顺序不符"},
        Text{"Write it as 2026-02-15", "请写成 2026-02-15"}));
  }

  Result<std::optional<ActivityType>> type_of(std::size_t row) const {
    const std::string_view name = table_.cell(row, "type");
    const auto known = types_.find(compared(name));
    if (known != types_.end()) return known->second;
    Error error = table_.error_at(
        row, "type", "unknown_activity_type",
        Text{"This is no type of activity that the method counts", "不是方法所统计的活动类型"},
        Text{
            "Types are call, email, meeting, demo and proposal; to say what this one is, or that it is none: "
            "--activity-map NAME=TYPE, --activity-map NAME=none",
            "类型为 call（电话）、email（邮件）、meeting（会议）、demo（演示）、proposal（提案）；"
            "如需指定或忽略该类型：--activity-map 名称=类型、--activity-map 名称=none"});
    error.did_you_mean = near_types(normalised_name(name));
    return fail(std::move(error));
  }

  Result<std::int64_t> count_of(std::size_t row) const {
    if (!table_.has("count")) return 1;
    const std::string_view cell = table_.cell(row, "count");
    const Text hint{"Write a whole number without grouping: 53", "请写成不带分隔符的整数：53"};
    if (cell.empty()) {
      return fail(table_.error_at(row, "count", "activity_count_missing",
                                  Text{"The count is missing", "缺少数量"}, hint));
    }
    const std::string_view number = cell.starts_with('-') ? cell.substr(1) : cell;
    const std::string_view whole = number.substr(0, number.find('.'));
    const std::string_view fraction = number.substr(std::min(number.size(), whole.size() + 1));
    constexpr std::size_t kMostDigits = 9;
    if (!only_digits(whole) || whole.size() > kMostDigits || (!fraction.empty() && !only_digits(fraction))) {
      return fail(table_.error_at(row, "count", "activity_count_unreadable",
                                  Text{"The count cannot be read", "无法读取该数量"}, hint));
    }
    if (fraction.find_first_not_of('0') != std::string_view::npos) {
      return fail(table_.error_at(row, "count", "activity_count_not_whole",
                                  Text{"The count is not a whole number", "数量不是整数"}, hint));
    }
    std::int64_t count = 0;
    std::from_chars(whole.data(), whole.data() + whole.size(), count);
    if (count == 0 || !cell.starts_with('-')) return count;
    return fail(table_.error_at(row, "count", "activity_count_negative",
                                Text{"A count is not below 0", "数量不应小于 0"}, hint));
  }

  const SideTable& table_;
  TypeNames types_;
  Decision<DateOrder> order_;
};

Note one_a_row(const Source& source) {
  return {"activities_one_a_row",
          Severity::kInfo,
          Message{Text{"{file} has no column of counts: each row is one activity",
                       "{file} 没有数量列：每行计为一次活动"}}
              .with("file", source.name),
          {source.name, 0, 0}};
}

Note left_out(const Source& source, std::int64_t rows) {
  return {"activities_left_out",
          Severity::kInfo,
          Message{Text{"Rows of {file} that --activity-map leaves out: {count}",
                       "{file} 中由 --activity-map 排除的行：{count}"}}
              .with("file", source.name)
              .with("count", rows),
          {source.name, 0, 0}};
}

}  // namespace

Result<std::vector<Activity>> read_activities(const Source& source, const ActivityReading& options,
                                              std::vector<Note>& notes) {
  AE_TRY(
      const SideTable table,
      SideTable::read(source, "activities",
                      {{"date", true}, {"owner", true}, {"type", true}, {"count", false}, {"team", false}}));
  notes.insert(notes.end(), table.notes().begin(), table.notes().end());
  if (!table.has("count")) notes.push_back(one_a_row(source));
  const Reader reader(table, options);
  std::vector<Activity> activities;
  std::int64_t others = 0;
  for (const std::size_t row : table.rows()) {
    AE_TRY(std::optional<Activity> activity, reader.read(row));
    if (activity) {
      activities.push_back(std::move(*activity));
    } else {
      ++others;
    }
  }
  if (others > 0) notes.push_back(left_out(source, others));
  return activities;
}

}  // namespace ae::ingest
