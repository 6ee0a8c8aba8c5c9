#include "ae/ingest/row_reader.h"

#include <algorithm>
#include <limits>

#include "ae/ingest/mapping/deal_state.h"
#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/mapping/preset.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/boolean.h"

namespace ae::ingest {
namespace {

using enum OpportunityField;

/// Whether a cell of the field can be the name of something called "None" or "-"; elsewhere such words say
/// "nothing".
bool holds_names(OpportunityField field) {
  return field == kName || field == kAccount || field == kOwner || field == kProduct;
}

/// "None" among competitors is an answer: there is none. A dash is not.
bool answers_none(OpportunityField field, std::string_view cell) {
  return field == kCompetitor && (cell == "None" || cell == "none" || cell == "NONE" || cell == "无");
}

Message does_not_fit_column(Decision<DateOrder> decision) {
  if (decision.kind == Decision<DateOrder>::Kind::kContested) {
    return Text{
        "the column has dates with the month first and with the day first, and this one can be either",
        "该列日期既有月在前也有日在前的，此格无从判断"};
  }
  switch (decision.way) {
    case DateOrder::kMdy:
      return Text{"not a date with the month first, as the column has them", "不符合该列月在前的日期写法"};
    case DateOrder::kDmy:
      return Text{"not a date with the day first, as the column has them", "不符合该列日在前的日期写法"};
    default:
      return Text{"not a date with the year first, as the column has them", "不符合该列年在前的日期写法"};
  }
}

/// With the largest amount that there is: what int64 minor units hold.
Message too_large(Currency currency) {
  const Decimal largest{std::numeric_limits<std::int64_t>::max(), currency.decimals()};
  return Message{Text{"too large for an amount: at most ±{largest}", "金额过大：上限为 ±{largest}"}}.with(
      "largest", largest.str());
}

Message does_not_fit(DoesNotFit why, Currency currency) {
  if (why == DoesNotFit::kTooLarge) return too_large(currency);
  if (currency.is_none()) return Text{"more than two decimals", "小数超过两位"};
  return Message{Text{"more decimals than {currency} has", "小数位数超过 {currency} 的位数"}}.with(
      "currency", currency.code());
}

std::optional<bool> said(std::string_view cell) { return parse_boolean(cell); }

/// The text without the apostrophe that an export puts before what a spreadsheet would take for a formula.
std::string_view unguarded(std::string_view cell) {
  const bool guarded = cell.size() > 1 && cell[0] == '\'' &&
                       (cell[1] == '=' || cell[1] == '+' || cell[1] == '-' || cell[1] == '@');
  return guarded ? cell.substr(1) : cell;
}

template <typename Value>
std::optional<Value> found_in(const std::map<std::string, Value, std::less<>>& first,
                              const std::map<std::string, Value, std::less<>>& second,
                              std::string_view cell) {
  const std::string name = normalised_name(cell);
  for (const auto* known : {&first, &second}) {
    if (const auto found = known->find(name); found != known->end()) return found->second;
  }
  return std::nullopt;
}

}  // namespace

std::string_view text_of(OpportunityField field, std::string_view cell) {
  const bool nothing = is_missing(cell) && !holds_names(field) && !answers_none(field, cell);
  return nothing ? std::string_view{} : unguarded(cell);
}

std::optional<ForecastCategory> category_named(const ColumnMap& map, std::string_view cell) {
  return found_in(map.names().categories, generic_preset().categories, cell);
}

std::optional<DealState> status_named(const ColumnMap& map, std::string_view cell) {
  return found_in(map.names().states, generic_preset().states, cell);
}

RowReader::RowReader(const Sheet& sheet, const ColumnFormats& formats, const CurrencyRule& currencies,
                     const StageNames& stages, std::uint32_t source)
    : sheet_(sheet),
      formats_(formats),
      stages_(stages),
      bare_(currencies.bare),
      marks_(currencies.marks[source]),
      source_(source) {
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    if (sheet.map.has(field)) fields_.push_back(field);
  }
  std::stable_sort(fields_.begin(), fields_.end(), [&](OpportunityField a, OpportunityField b) {
    return sheet.map.column[a] < sheet.map.column[b];
  });
}

ReadRow RowReader::read(std::size_t record) const {
  ReadRow result;
  result.row.source = source_;
  result.row.line = sheet_.records.line(record);
  result.fault = read_currency(record, result);
  if (result.fault) return result;
  std::optional<Fault> probability;
  for (const OpportunityField field : fields_) {
    std::optional<Fault> fault = read_cell(record, field, result);
    if (fault && field == kProbability) {
      probability = std::move(fault);
    } else if (fault) {
      result.fault = probability ? probability : fault;
      return result;
    }
  }
  result.fault = read_state(record, result);
  if (result.fault || !probability) return result;
  // What is closed has no chance left to weigh: what its source says about it is in no figure.
  result.probability_passed_over = result.row.state != DealState::kOpen;
  if (!result.probability_passed_over) result.fault = probability;
  return result;
}

std::optional<Money> RowReader::amount_at_stake(std::size_t record) const {
  if (!sheet_.map.has(kAmount)) return std::nullopt;
  ReadRow result;
  if (read_currency(record, result) || read_money(record, result)) return std::nullopt;
  if (result.row.amount == table::kNoAmount) return std::nullopt;
  return Money{result.row.amount, result.row.currency};
}

std::optional<Fault> RowReader::read_cell(std::size_t record, OpportunityField field, ReadRow& result) const {
  const std::string_view cell = sheet_.cell(record, field);
  table::OpportunityRow& row = result.row;
  switch (kind(field)) {
    case FieldKind::kText:
    case FieldKind::kNumber:
      row.texts[field] = text_of(field, cell);
      return std::nullopt;
    case FieldKind::kStage:
      row.texts[field] = is_missing(cell) ? std::string_view{} : cell;
      row.stage = stages_.find(row.texts[field]);
      return std::nullopt;
    case FieldKind::kMoney:
      return read_money(record, result);
    case FieldKind::kCurrency:
      return std::nullopt;  // read before all others
    case FieldKind::kProbability:
      return read_probability_cell(record, result);
    case FieldKind::kCategory: {
      if (is_missing(cell)) return std::nullopt;
      const std::optional<ForecastCategory> known = category_named(sheet_.map, cell);
      result.category_unknown = !known;
      row.category = known.value_or(row.category);
      return std::nullopt;
    }
    case FieldKind::kDate: {
      const DateCell date = parse_date(cell);
      if (date.missing) return std::nullopt;
      if (date.fault) return Fault{field, *date.fault};
      if (date.number) return read_day_number(*date.number, field, row);
      const std::optional<Date> day = read_date(date, formats_.date_order[field]);
      if (!day) return Fault{field, does_not_fit_column(formats_.date_order[field])};
      row.dates[field] = *day;
      return std::nullopt;
    }
    case FieldKind::kBoolean:
      if (is_missing(cell) || said(cell)) return std::nullopt;
      return Fault{field, Text{"neither yes nor no", "既不是“是”也不是“否”"}};
  }
  return std::nullopt;
}

std::optional<Fault> RowReader::read_day_number(const DayNumber& number, OpportunityField field,
                                                table::OpportunityRow& row) const {
  if (formats_.day_count[field] == number.count) {
    row.dates[field] = number.day;
    return std::nullopt;
  }
  return Fault{field, Text{"a bare number among dates", "日期列中的纯数字"}};
}

std::optional<Fault> RowReader::read_currency(std::size_t record, ReadRow& result) const {
  const std::string_view cell = sheet_.cell(record, kCurrency);
  if (!is_missing(cell) && !parse_currency_name(cell)) {
    return Fault{kCurrency, Text{"not a currency of ISO 4217", "不是 ISO 4217 币种"}};
  }
  const std::optional<CurrencyMark> mark = currency_said(sheet_, record);
  if (!mark) {
    return Fault{kAmount, Text{"the amount names another currency than its column",
                               "金额上的币种与币种列或表头不一致"}};
  }
  result.row.currency = mark->kind == CurrencyMark::Kind::kNone ? bare_ : marks_.settled(*mark);
  return std::nullopt;
}

std::optional<Fault> RowReader::read_money(std::size_t record, ReadRow& result) const {
  const MoneyCell money = parse_money(sheet_.cell(record, kAmount));
  if (money.missing) return std::nullopt;
  if (money.fault) return Fault{kAmount, *money.fault};
  if (formats_.amount_power != 0 && money.number.power != 0) {
    return Fault{kAmount, Text{"a unit on the amount and another in the header", "金额与表头各写了一个单位"}};
  }
  const std::optional<Decimal> value = read_amount(money, formats_.amount);
  if (!value && too_many_digits(money)) return Fault{kAmount, too_large(result.row.currency)};
  if (!value) return Fault{kAmount, why_no_amount(money, formats_.amount)};
  DoesNotFit why{};
  const std::optional<std::int64_t> minor =
      in_minor_units(times_power_of_ten(*value, formats_.amount_power), result.row.currency.decimals(), why);
  if (!minor) return Fault{kAmount, does_not_fit(why, result.row.currency)};
  result.row.amount = *minor;
  return std::nullopt;
}

std::optional<Fault> RowReader::read_probability_cell(std::size_t record, ReadRow& result) const {
  const ProbabilityCell probability = parse_probability(sheet_.cell(record, kProbability));
  if (probability.missing) return std::nullopt;
  if (probability.fault) return Fault{kProbability, *probability.fault};
  const std::optional<Probability> value = read_probability(probability, formats_.probability);
  if (!value)
    return Fault{kProbability, Text{"a probability is from 0 to 100 %, in one way over the column",
                                    "赢率应在 0 至 100 % 之间，且整列写法一致"}};
  result.row.probability = *value;
  return std::nullopt;
}

/// What the column beside the stage says; nullopt without one, and for words that say neither.
std::optional<DealState> RowReader::status_said(std::size_t record) const {
  if (sheet_.map.status == ColumnMap::kAbsent) return std::nullopt;
  const std::span<const csv::Cell> cells = sheet_.records[record];
  const auto column = static_cast<std::size_t>(sheet_.map.status);
  if (column >= cells.size()) return std::nullopt;
  return status_named(sheet_.map, trimmed(cells[column].text));
}

std::optional<Fault> RowReader::read_state(std::size_t record, ReadRow& result) const {
  const std::optional<bool> closed = said(sheet_.cell(record, kIsClosed));
  const std::optional<bool> won = said(sheet_.cell(record, kIsWon));
  const std::optional<DealState> status = status_said(record);
  const std::optional<DealState> state = deal_state(result.row.stage, closed, won, status);
  if (!state) {
    return Fault{closed || (!won && status) ? kIsClosed : kIsWon,
                 Text{"stage, is_closed and is_won do not say together whether the deal is open, won or lost",
                      "阶段、是否关闭与是否赢单互相矛盾，无法判断商机是未结、赢单还是丢单"}};
  }
  result.row.state = *state;
  // A closed deal is in no open stage any more, whatever its source calls the one it was last in.
  if (*state != DealState::kOpen && state_of(result.row.stage) == DealState::kOpen)
    result.row.last_stage = result.row.stage;
  if (*state == DealState::kWon) result.row.stage = Stage::kClosedWon;
  if (*state == DealState::kLost) result.row.stage = Stage::kClosedLost;
  return std::nullopt;
}

}  // namespace ae::ingest
