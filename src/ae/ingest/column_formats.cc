#include "ae/ingest/column_formats.h"

#include <fmt/format.h>

#include "ae/ingest/values/number.h"

namespace ae::ingest {
namespace {

/// Calls visit(record) for each live row.
template <typename Visit>
void for_each_live(const Sheet& sheet, Visit visit) {
  for (std::size_t record = 0; record < sheet.records.size(); ++record) {
    if (sheet.shapes[record] == RowShape::kLive) visit(record);
  }
}

/// A decision, and the first cell that voted without settling it alone.
template <typename Way>
struct Poll {
  Decision<Way> decision;
  std::optional<std::size_t> example;
};

template <typename Way, typename Vote>
Poll<Way> poll(const Sheet& sheet, OpportunityField field, Vote vote_of) {
  ColumnVote<Way> votes;
  Poll<Way> result;
  for_each_live(sheet, [&](std::size_t record) {
    const std::optional<EnumArray<Way, bool>> vote = vote_of(sheet.cell(record, field));
    if (!vote) return;
    votes.add(*vote);
    const bool several = std::count(vote->begin(), vote->end(), true) > 1;
    if (several && !result.example) result.example = record;
  });
  result.decision = votes.decide();
  return result;
}

Message order_name(DateOrder order) {
  static constexpr Text kNames[] = {
      {"year first", "年在前"}, {"month first", "月在前"}, {"day first", "日在前"}};
  return kNames[static_cast<std::size_t>(order)];
}

Error ambiguous_number(const Sheet& sheet, std::optional<std::size_t> example) {
  using enum OpportunityField;
  const Text hint{"Say what marks the decimals: --decimal point or --decimal comma",
                  "请指明小数点的写法：--decimal point 或 --decimal comma"};
  if (!example) {
    return {
        "ambiguous_number",
        Message{Text{"The column {column} has as many amounts with a decimal point as with a decimal comma",
                     "列 {column} 中以点和以逗号作小数点的金额一样多"}}
            .with("column", sheet.map.header(kAmount)),
        hint,
        sheet.place(sheet.header, kAmount),
        "",
        {}};
  }
  const std::string_view cell = sheet.cell(*example, kAmount);
  const std::string number = parse_money(cell).number;
  return {
      "ambiguous_number",
      Message{
          Text{
              "The column {column} can be read two ways and nothing in it decides: {value} is {point} with a "
              "decimal point, {comma} with a decimal comma",
              "列 {column} 有两种读法，且无从判断：{value} 以点为小数点是 {point}，以逗号为小数点是 {comma}"}}
          .with("column", sheet.map.header(kAmount))
          .with("value", cell)
          .with("point", read_number(number, DecimalMark::kPoint).value_or(Decimal{}).str())
          .with("comma", read_number(number, DecimalMark::kComma).value_or(Decimal{}).str()),
      hint,
      sheet.place(*example, kAmount),
      std::string(cell),
      {}};
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

Result<Decision<DecimalMark>> decide_decimal_mark(const Sheet& sheet, const ReadOptions& options) {
  using Kind = Decision<DecimalMark>::Kind;
  if (options.decimal_mark) return Decision<DecimalMark>{Kind::kSettled, *options.decimal_mark};
  const auto vote_of = [](std::string_view cell) { return decimal_mark_vote(parse_money(cell)); };
  const Poll<DecimalMark> result = poll<DecimalMark>(sheet, OpportunityField::kAmount, vote_of);
  if (result.decision.kind == Kind::kUndecided) return fail(ambiguous_number(sheet, result.example));
  return result.decision;
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

Result<void> decide_date_orders(const Sheet& sheet, const ReadOptions& options, ColumnFormats& formats) {
  using Kind = Decision<DateOrder>::Kind;
  EnumArray<OpportunityField, std::optional<std::size_t>> examples;
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    if (kind(field) != FieldKind::kDate || !sheet.map.has(field)) continue;
    if (options.date_order) {
      formats.date_order[field] = {Kind::kSettled, *options.date_order};
      continue;
    }
    const auto vote_of = [](std::string_view cell) { return date_order_vote(parse_date(cell)); };
    const Poll<DateOrder> result = poll<DateOrder>(sheet, field, vote_of);
    formats.date_order[field] = result.decision;
    examples[field] = result.example;
  }
  const std::optional<DateOrder> shared = shared_order(formats);
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    if (formats.date_order[field].kind != Kind::kUndecided) continue;
    if (!shared) return fail(ambiguous_date(sheet, field, examples[field]));
    formats.date_order[field] = {Kind::kSettled, *shared};
    formats.notes.push_back(date_order_assumed(sheet, field, *shared));
  }
  return {};
}

}  // namespace

Result<ColumnFormats> decide_formats(const Sheet& sheet, const ReadOptions& options) {
  using enum OpportunityField;
  ColumnFormats formats;
  AE_TRY(formats.decimal_mark, decide_decimal_mark(sheet, options));
  AE_TRY_VOID(decide_date_orders(sheet, options, formats));
  for_each_live(sheet, [&](std::size_t record) {
    if (shows_percent(parse_probability(sheet.cell(record, kProbability))))
      formats.probability = ProbabilityScale::kPercent;
  });
  return formats;
}

}  // namespace ae::ingest
