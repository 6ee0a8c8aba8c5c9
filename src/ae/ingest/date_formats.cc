#include "ae/ingest/date_formats.h"

#include <algorithm>
#include <string>

#include "ae/ingest/column_poll.h"

namespace ae::ingest {
namespace {

Message order_name(DateOrder order) {
  static constexpr Text kNames[] = {
      {"year first", "年在前"}, {"month first", "月在前"}, {"day first", "日在前"}};
  return kNames[static_cast<std::size_t>(order)];
}

Error ambiguous_date(const Sheet& sheet, OpportunityField field, std::optional<std::size_t> example) {
  const Text hint{"Say the order: --date-order mdy, --date-order dmy or --date-order ymd",
                  "请指明顺序：--date-order mdy、--date-order dmy 或 --date-order ymd"};
  if (!example) {
    return {"ambiguous_date",
            Message{Text{"The column {column} has as many dates with the month first as with the day first",
                         "列 {column} 中月在前与日在前的日期一样多"}}
                .with("column", sheet.map.header(field)),
            hint,
            sheet.place(sheet.header, field),
            "",
            {}};
  }
  const std::string_view cell = sheet.cell(*example, field);
  const DateCell date = parse_date(cell);
  std::vector<DateOrder> orders;
  for (const DateOrder order : {DateOrder::kMdy, DateOrder::kDmy, DateOrder::kYmd}) {
    if (date.readings[order]) orders.push_back(order);
  }
  return {"ambiguous_date",
          Message{Text{"The column {column} can be read two ways and nothing in it decides: {value} is "
                       "{first} with the "
                       "{first_order}, {second} with the {second_order}",
                       "列 {column} 有两种读法，且无从判断：{value} 按{first_order}是 "
                       "{first}，按{second_order}是 {second}"}}
              .with("column", sheet.map.header(field))
              .with("value", cell)
              .with("first", date.readings[orders[0]]->iso())
              .with("first_order", order_name(orders[0]))
              .with("second", date.readings[orders[1]]->iso())
              .with("second_order", order_name(orders[1])),
          hint,
          sheet.place(*example, field),
          std::string(cell),
          {}};
}

Note date_order_assumed(const Sheet& sheet, OpportunityField field, DateOrder order) {
  return {"date_order_assumed", Severity::kInfo,
          Message{Text{"The dates in {column} are read {order}, as the other dates of the file; --date-order "
                       "changes it",
                       "列 {column} 的日期按{order}读取，与文件中其他日期一致；可用 --date-order 更改"}}
              .with("column", sheet.map.header(field))
              .with("order", order_name(order)),
          sheet.place(sheet.header, field)};
}

/// The one order that the settled columns share; nullopt when there is none.
std::optional<DateOrder> shared_order(const ColumnFormats& formats) {
  std::optional<DateOrder> shared;
  for (const Decision<DateOrder>& decision : formats.date_order) {
    if (decision.kind != Decision<DateOrder>::Kind::kSettled) continue;
    if (shared && *shared != decision.way) return std::nullopt;
    shared = decision.way;
  }
  return shared;
}

/// What the bare numbers of a date column are.
struct NumberCounts {
  EnumArray<DayCount, std::int64_t> of;
  EnumArray<DayCount, std::size_t> first;
  std::int64_t written = 0;  ///< dates that are no bare numbers

  void add(std::size_t record, const DateCell& cell) {
    if (cell.missing || cell.fault) return;
    if (!cell.number) {
      ++written;
    } else if (of[cell.number->count]++ == 0) {
      first[cell.number->count] = record;
    }
  }

  /// The one that numbers are read as; nullopt where most dates are written, or kinds are equally frequent.
  std::optional<DayCount> most() const {
    constexpr std::int64_t kNumbersPerStray = 20;
    const auto best = std::max_element(of.begin(), of.end());
    if (*best == 0 || written * kNumbersPerStray > *best) return std::nullopt;
    if (std::count(of.begin(), of.end(), *best) > 1) return std::nullopt;
    return static_cast<DayCount>(best - of.begin());
  }
};

Text numbers_read(DayCount count) {
  switch (count) {
    case DayCount::kExcelDays:
      return {"The {count} numbers in {column} are read as Excel's days (1900 system): {cell} is {day}",
              "列 {column} 中的 {count} 个数字按 Excel 日期序号（1900 系统）读取：{cell} 为 {day}"};
    case DayCount::kEpochSeconds:
      return {"The {count} numbers in {column} are read as seconds since 1970, in UTC: {cell} is {day}",
              "列 {column} 中的 {count} 个数字按自 1970 年起的秒数（UTC）读取：{cell} 为 {day}"};
    default:
      return {"The {count} numbers in {column} are read as milliseconds since 1970, in UTC: {cell} is {day}",
              "列 {column} 中的 {count} 个数字按自 1970 年起的毫秒数（UTC）读取：{cell} 为 {day}"};
  }
}

Note numbers_assumed(const Sheet& sheet, OpportunityField field, DayCount count, const NumberCounts& counts) {
  const std::string_view cell = sheet.cell(counts.first[count], field);
  return {count == DayCount::kExcelDays ? "excel_serials_assumed" : "epoch_assumed", Severity::kInfo,
          Message{numbers_read(count)}
              .with("count", counts.of[count])
              .with("column", sheet.map.header(field))
              .with("cell", cell)
              .with("day", parse_date(cell).number->day.iso()),
          sheet.place(counts.first[count], field)};
}

/// What the cells of a date column say together.
struct DateSurvey {
  ColumnVote<DateOrder> votes;
  std::optional<std::size_t> example;  ///< the first cell that several orders read differently
  NumberCounts numbers;

  void add(std::size_t record, const DateCell& cell) {
    numbers.add(record, cell);
    const std::optional<EnumArray<DateOrder, bool>> vote = date_order_vote(cell);
    if (!vote) return;
    votes.add(*vote);
    if (!example && std::count(vote->begin(), vote->end(), true) > 1) example = record;
  }
};

bool is_date_column(const Sheet& sheet, OpportunityField field) {
  return kind(field) == FieldKind::kDate && sheet.map.has(field);
}

}  // namespace

Result<void> decide_dates(const Sheet& sheet, const ReadOptions& options, ColumnFormats& formats) {
  using Kind = Decision<DateOrder>::Kind;
  EnumArray<OpportunityField, DateSurvey> surveys;
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    if (!is_date_column(sheet, field)) continue;
    DateSurvey& survey = surveys[field];
    for_each_live(sheet,
                  [&](std::size_t record) { survey.add(record, parse_date(sheet.cell(record, field))); });
    formats.day_count[field] = survey.numbers.most();
    formats.date_order[field] =
        options.date_order ? Decision<DateOrder>{Kind::kSettled, *options.date_order} : survey.votes.decide();
  }
  const std::optional<DateOrder> shared = shared_order(formats);
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    if (const std::optional<DayCount> count = formats.day_count[field])
      formats.notes.push_back(numbers_assumed(sheet, field, *count, surveys[field].numbers));
    if (formats.date_order[field].kind != Kind::kUndecided) continue;
    if (!shared) return fail(ambiguous_date(sheet, field, surveys[field].example));
    formats.date_order[field] = {Kind::kSettled, *shared};
    formats.notes.push_back(date_order_assumed(sheet, field, *shared));
  }
  return {};
}

}  // namespace ae::ingest
